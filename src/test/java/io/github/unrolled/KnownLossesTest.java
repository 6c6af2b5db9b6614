package io.github.unrolled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.insight.LinearUnit;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page calls the best loss without a network, or with one linear unit, is the best. */
class KnownLossesTest {
  private static Problem problem(Task task, int steps, Scaling scaling) {
    return task.problem(steps, Numbers.of(2, 3, 5, 7, 11, 13, 17, 19, 23), scaling, 3, 1);
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void baselinesAreThoseOfTheOtherSolution(Task task) {
    for (Scaling scaling : Scaling.values()) {
      Problem problem = problem(task, 12, scaling);
      Baselines found = Baselines.of(problem.inputs().toArray(), problem.targets().toArray());
      LeastSquares line = LeastSquares.line(problem);
      double tolerance = 1e-12 * (1 + found.mean());
      assertEquals(LeastSquares.mean(problem).loss(), found.mean(), tolerance);
      assertEquals(line.loss(), found.line(), tolerance);
      assertEquals(line.coefficient(0), found.slope(), 1e-9);
      assertEquals(line.coefficient(1), found.intercept(), 1e-9 * (1 + found.mean()));
    }
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void rungsAreThoseOfTheStepsThatTrainWhateverLengthDelayAndSeed(Task task) {
    Rng rng = new Rng(1, 0);
    int constant = 0;
    for (int i = 0; i < 500; i++) {
      Scaling scaling = rng.nextInt(2) == 0 ? Scaling.RAW : Scaling.NORMALIZED;
      int steps = Task.MIN_STEPS + rng.nextInt(Task.MAX_STEPS - Task.MIN_STEPS + 1);
      double[] own = new double[3 + rng.nextInt(20)];
      for (int j = 0; j < own.length; j++) {
        own[j] = rng.nextInt(4);
      }
      Problem whole = task.problem(steps, Numbers.of(own), scaling, 1 + rng.nextInt(8), i);
      Problem problem = whole.withTrainSteps(1 + rng.nextInt(whole.steps()));
      Baselines found = new Yardsticks(problem).baselines();
      double mean = LeastSquares.mean(problem).loss();
      double tolerance = 1e-11 * (mean + copy(problem)) + rounding(problem, mean);
      String what = scaling + ", T = " + problem.steps() + ", " + problem.trainSteps() + " train";
      assertEquals(mean, found.mean(), tolerance, what);
      assertEquals(copy(problem), found.copy(), tolerance, what);
      if (inputsAreEqual(problem)) {
        constant++;
        assertEquals(0, found.slope(), what);
        assertEquals(found.mean(), found.line(), what);
      } else {
        assertEquals(LeastSquares.line(problem).loss(), found.line(), tolerance, what);
      }
    }
    assertTrue(constant > 0 && constant < 250, "constant inputs: " + constant);
  }

  /** What rounding does to a mean square when all numbers are close to each other. */
  private static double rounding(Problem problem, double loss) {
    double largest = 0;
    for (int t = 0; t < problem.trainSteps(); t++) {
      largest = Math.max(largest, Math.abs(problem.inputs().get(t)));
      largest = Math.max(largest, Math.abs(problem.targets().get(t)));
    }
    double error = 1e-15 * largest;
    return 2 * error * Math.sqrt(loss) + error * error;
  }

  private static double copy(Problem problem) {
    double sum = 0;
    for (int t = 0; t < problem.trainSteps(); t++) {
      sum += Math.pow(problem.targets().get(t) - problem.inputs().get(t), 2);
    }
    return sum / problem.trainSteps();
  }

  private static boolean inputsAreEqual(Problem problem) {
    double[] inputs = Arrays.copyOf(problem.inputs().toArray(), problem.trainSteps());
    return Arrays.stream(inputs).distinct().count() == 1;
  }

  @ParameterizedTest
  @EnumSource(
      value = Task.class,
      names = {"SINE", "FIBONACCI", "CUSTOM", "ECHO", "PARITY"})
  void noOtherHiddenWeightIsBetter(Task task) {
    Problem problem = problem(task, 12, Scaling.NORMALIZED);
    double[] inputs = problem.inputs().toArray();
    LinearUnit found = LinearUnit.best(inputs, problem.targets().toArray());
    double same = LeastSquares.linearUnit(problem, found.hiddenWeight()).loss();
    assertEquals(same, found.loss(), 1e-9 * same + 1e-15);
    for (int i = -1000; i < 1000; i++) {
      double loss = LeastSquares.linearUnit(problem, (i + 0.5) / 1000).loss();
      assertTrue(found.loss() <= loss * (1 + 1e-9) + 1e-15, "W_hidden = " + (i + 0.5) / 1000);
    }
  }

  /** On 16 steps of Sine: half the square of the sine of 45 and of 22.5 degrees. */
  @ParameterizedTest
  @CsvSource({
    "SINE, NORMALIZED, 16, 0.25, 0.0732233047033631, 1e-12",
    "SINE, NORMALIZED, 12, 0.246, 0.072, 0.0005",
    "LINEAR, RAW, 12, 0, 0, 1e-30",
    "EXPONENTIAL, NORMALIZED, 12, 0, 0, 1e-30",
    "ALTERNATING, RAW, 12, 0, 0, 1e-30"
  })
  void theLossesThatAreSpokenOfAreThese(
      Task task, Scaling scaling, int steps, double line, double unit, double tolerance) {
    Problem problem = problem(task, steps, scaling);
    double[] inputs = problem.inputs().toArray();
    double[] targets = problem.targets().toArray();
    assertEquals(line, Baselines.of(inputs, targets).line(), tolerance);
    assertEquals(unit, LinearUnit.best(inputs, targets).loss(), tolerance);
  }
}
