package io.github.unrolled.experiment;

import io.github.unrolled.insight.Baselines;
import io.github.unrolled.insight.LinearUnit;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import org.jspecify.annotations.Nullable;

/** Reference losses for a problem, computed when needed. */
public final class Yardsticks {
  private final double[] inputs;
  private final double[] targets;
  private final Baselines baselines;
  private final @Nullable Baselines tested;
  private @Nullable LinearUnit linearUnit;

  /** Prepares the yardsticks of a problem. */
  public Yardsticks(Problem problem) {
    inputs = training(problem.inputs(), problem);
    targets = training(problem.targets(), problem);
    baselines = Baselines.of(inputs, targets);
    tested =
        problem.trainSteps() == problem.steps()
            ? null
            : Baselines.tested(
                problem.inputs().toArray(), problem.targets().toArray(), problem.trainSteps());
  }

  private static double[] training(Numbers all, Problem problem) {
    return all.slice(0, problem.trainSteps()).toArray();
  }

  /** Losses of answers without memory, on the training steps. */
  public Baselines baselines() {
    return baselines;
  }

  /** Losses of the same answers on the test steps; null if there are none. */
  public @Nullable Baselines tested() {
    return tested;
  }

  /** Whether the inputs take at most two values, on which any function is a line. */
  public boolean inputsHaveTwoValues() {
    return Baselines.haveTwoValues(inputs);
  }

  /** The best linear unit; the first call takes some milliseconds for a long sequence. */
  LinearUnit linearUnit() {
    LinearUnit known = linearUnit;
    if (known == null) {
      known = LinearUnit.best(inputs, targets);
      linearUnit = known;
    }
    return known;
  }

  /** The expected outputs of the training steps. Read only. */
  double[] targets() {
    return targets;
  }
}
