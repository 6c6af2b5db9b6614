package io.github.unrolled.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Numbers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequences are what their names promise. */
class TaskTest {
  private static final Numbers OWN = Numbers.of(3, 1, 4);

  static List<Task> rules() {
    return Arrays.stream(Task.values())
        .filter(task -> !task.isMemory() && task != Task.CUSTOM)
        .toList();
  }

  @Test
  void valuesAreThoseOfTheRule() {
    assertEquals(Numbers.of(1, 1, 2, 3, 5, 8, 13, 21, 34), Task.FIBONACCI.values(8, OWN));
    assertEquals(Numbers.of(1, 2, 3, 4), Task.LINEAR.values(3, OWN));
    assertEquals(Numbers.of(1, -1, 1, -1), Task.ALTERNATING.values(3, OWN));
    assertEquals(Numbers.of(1, 2, 4, 8, 16), Task.EXPONENTIAL.values(4, OWN));
  }

  @Test
  void theLongestSequencesAreExact() {
    Numbers fibonacci = Task.FIBONACCI.values(60, OWN);
    assertEquals(61, fibonacci.size());
    assertEquals(2_504_730_781_961.0, fibonacci.get(60));
    assertEquals(0x1p60, Task.EXPONENTIAL.values(60, OWN).get(60));
  }

  @Test
  void sineHasPeriodEight() {
    double half = Math.sqrt(0.5);
    double[] period = {0, half, 1, half, 0, -half, -1, -half};
    Numbers values = Task.SINE.values(60, OWN);
    for (int i = 0; i < values.size(); i++) {
      assertEquals(period[i % 8], values.get(i), i % 2 == 0 ? 0 : 2e-16, "value " + i);
      assertEquals(values.get(i % 8), values.get(i));
    }
  }

  @Test
  void ownNumbersComeBackWhateverTheLengthOfTheRules() {
    assertSame(OWN, Task.CUSTOM.values(60, OWN));
    assertSame(OWN, Task.CUSTOM.values(-1, OWN));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleTakesThreeToSixtySteps(Task task) {
    assertEquals(4, task.values(3, OWN).size());
    assertEquals(61, task.values(60, OWN).size());
    Exception e = assertThrows(IllegalArgumentException.class, () -> task.values(61, OWN));
    assertEquals("steps: expected 3 to 60, got 61", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> task.values(2, OWN));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aLongerSequenceBeginsAsAShorterOne(Task task) {
    assertEquals(task.values(7, OWN), task.values(60, OWN).slice(0, 8));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATCH")
  void aPictureShowsSomething(Task task) {
    double[] picture = task.picture();
    assertTrue(picture.length >= 8);
    double lowest = Arrays.stream(picture).min().orElseThrow();
    assertNotEquals(lowest, Arrays.stream(picture).max().orElseThrow());
  }

  @Test
  void thePictureOfALatchIsTheValueThatItKeeps() {
    double[] picture = Task.LATCH.picture();
    assertTrue(picture.length >= 8);
    assertTrue(Arrays.stream(picture).allMatch(value -> value == picture[0]));
  }

  @Test
  void namesAndLengthsAreThoseOfThePage() {
    assertEquals(
        List.of(
            "Fibonacci",
            "Linear",
            "Alternating",
            "Exponential",
            "Sine",
            "Custom",
            "Echo",
            "Running sum",
            "Latch",
            "Parity"),
        Arrays.stream(Task.values()).map(Task::label).toList());
    assertEquals(
        List.of(8, 8, 8, 8, 16, 0, 24, 24, 24, 24),
        Arrays.stream(Task.values()).map(Task::defaultSteps).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void theTargetsAreTheInputsOneStepLater(int steps) {
    Numbers values = Task.LINEAR.values(10, OWN).slice(0, steps + 1);
    Problem problem = Problem.nextValue(values, Scaling.RAW);
    assertEquals(steps, problem.steps());
    assertEquals(values.slice(0, steps), problem.inputs());
    assertEquals(values.slice(1, steps + 1), problem.targets());
  }

  @Test
  void aNormalizedProblemIsSeenInBothUnits() {
    Problem problem = Problem.nextValue(Numbers.of(2, 6, 4), Scaling.NORMALIZED);
    assertEquals(Numbers.of(-1, 1), problem.inputs());
    assertEquals(Numbers.of(1, 0), problem.targets());
    assertEquals(Numbers.of(2, 6), problem.rawInputs());
    assertEquals(Numbers.of(6, 4), problem.rawTargets());
    assertEquals(new Units(true, 2, 6), problem.units());
  }

  @Test
  void aProblemHasAsManyTargetsAsInputs() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Problem.answer(Numbers.of(1, 2), Numbers.of(1)));
    assertEquals(
        "samples: expected as many targets as inputs and at least one, got 1 and 2",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Problem.answer(Numbers.of(), Numbers.of()));
  }
}
