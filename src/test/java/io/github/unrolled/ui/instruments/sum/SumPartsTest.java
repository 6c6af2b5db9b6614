package io.github.unrolled.ui.instruments.sum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Task;
import org.junit.jupiter.api.Test;

/** Each output is 1 too low, so that dL/dy is −2/3 at each of the three steps. */
class SumPartsTest {
  private static final double ROUNDING = 1e-12;

  private final SumWords words = new SumWords(new NumberFormat(new JvmDecimals()));
  private final LinearUnit unit = new LinearUnit();

  private SumParts parts(ScalarParameter parameter) {
    return SumParts.of(unit.state(), parameter.index());
  }

  private String meaning(ScalarParameter parameter) {
    return words.meaning(parts(parameter));
  }

  @Test
  void theInputWeightGetsTheGradientTimesTheInputOfEachStep() {
    SumParts parts = parts(ScalarParameter.INPUT_WEIGHT);
    assertEquals(3, parts.steps());
    assertEquals(-2 / 3.0, parts.part(0), ROUNDING);
    assertEquals(-4 / 3.0, parts.part(1), ROUNDING);
    assertEquals(-2, parts.part(2), ROUNDING);
    assertEquals(-2, parts.sumUpTo(1), ROUNDING);
    assertEquals(-4, parts.gradient(), ROUNDING);
    assertEquals(-4, parts.negative(), ROUNDING);
    assertEquals(0, parts.positive());
    assertEquals(2, parts.largest());
  }

  @Test
  void eachStepIsWrittenAsAProduct() {
    assertEquals(
        "Step 3: dL/da (−0.667) · x (3.00) = −2.00. Sum up to here: −4.00.",
        words.step(parts(ScalarParameter.INPUT_WEIGHT), 2));
    assertEquals(
        "Step 2: dL/da (−0.667) · h of step 1 (1.00) = −0.667. Sum up to here: −0.667.",
        words.step(parts(ScalarParameter.HIDDEN_WEIGHT), 1));
    assertEquals(
        "Step 2: dL/dy (−0.667) · h (2.00) = −1.33. Sum up to here: −2.00.",
        words.step(parts(ScalarParameter.OUTPUT_WEIGHT), 1));
    assertEquals(
        "Step 1: dL/dy (−0.667) = −0.667. Sum up to here: −0.667.",
        words.step(parts(ScalarParameter.OUTPUT_BIAS), 0));
    assertEquals("Step 3: −2.00", words.name(parts(ScalarParameter.INPUT_WEIGHT), 2));
  }

  @Test
  void theTableHasTheRunningSum() {
    String[] last = words.rows(parts(ScalarParameter.INPUT_WEIGHT)).get(2);
    assertArrayEquals(new String[] {"3", "−2.00", "−4.00"}, last);
    assertEquals(SumWords.HEADERS.length, last.length);
  }

  @Test
  void theMeaningNamesTheLargestPart() {
    assertEquals("dL/dW_input = −4.00", words.heading(parts(ScalarParameter.INPUT_WEIGHT)));
    assertEquals(
        "Step 3 contributes most, −2.00. Positive parts add up to 0.00, negative ones to −4.00:"
            + " nothing cancels out.",
        meaning(ScalarParameter.INPUT_WEIGHT));
    assertEquals(
        "dL/dW_input = −4.00, a sum over 3 steps. " + meaning(ScalarParameter.INPUT_WEIGHT),
        words.summary(parts(ScalarParameter.INPUT_WEIGHT)));
  }

  @Test
  void theMeaningSaysHowMuchCancelsOut() {
    unit.dispatch(
        new Change.TaskChosen(Task.CUSTOM), new Change.OwnNumbersEntered(Numbers.of(1, 2, 1, 2)));
    assertEquals(
        "Step 2 contributes most, 1.33. Positive parts add up to 1.33, negative ones to −1.33:"
            + " 100 % cancels out.",
        meaning(ScalarParameter.INPUT_WEIGHT));
  }

  @Test
  void aStepThatOnlyTestsContributesNothing() {
    unit.dispatch(new Change.TrainStepsChanged(2));
    SumParts parts = parts(ScalarParameter.INPUT_WEIGHT);
    assertEquals(2, parts.trainSteps());
    assertEquals(0, parts.part(2));
    assertEquals("Step 3 only tests: it contributes nothing.", words.step(parts, 2));
  }

  @Test
  void aWeightThatIsHeldAtZeroIsUsedByNoStep() {
    unit.dispatch(new Change.MemorySwitched(false));
    assertEquals(
        "Memory is off: this weight is held at 0, and no step uses it.",
        meaning(ScalarParameter.HIDDEN_WEIGHT));
  }

  @Test
  void anExactNetworkHasNoGradient() {
    unit.set(ScalarParameter.OUTPUT_BIAS, 1);
    assertTrue(parts(ScalarParameter.INPUT_WEIGHT).areAllZero());
    assertEquals("Every step contributes exactly 0.", meaning(ScalarParameter.INPUT_WEIGHT));
  }

  @Test
  void afterAnOverflowThereIsNoGradient() {
    unit.dispatch(new Change.LengthChanged(Task.MAX_STEPS)).set(ScalarParameter.HIDDEN_WEIGHT, 1e6);
    SumParts parts = parts(ScalarParameter.INPUT_WEIGHT);
    assertFalse(parts.isFinite());
    assertTrue(parts.areAllZero());
    assertEquals("dL/dW_input", words.heading(parts));
    assertEquals("A number overflowed in this pass: there is no gradient.", words.meaning(parts));
    assertEquals("", words.step(parts, 0));
  }
}
