package io.github.unrolled.experiment;

import io.github.unrolled.insight.Baselines;
import io.github.unrolled.insight.LinearUnit;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import org.jspecify.annotations.Nullable;

/** What a problem's losses are measured by, computed when needed. */
public final class Yardsticks {
  private final double[] inputs;
  private final double[] targets;
  private final Baselines baselines;
  private final @Nullable Baselines tested;
  private @Nullable LinearUnit linearUnit;

  /** Makes those of a problem. */
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

  /** Of answers without memory, on the steps that train. */
  public Baselines baselines() {
    return baselines;
  }

  /** Of the same answers, on the steps that test; null if there are none. */
  public @Nullable Baselines tested() {
    return tested;
  }

  /** Whether the inputs have no more than two values, on which any function is a line. */
  public boolean inputsHaveTwoValues() {
    return Baselines.haveTwoValues(inputs);
  }

  /** Of the best linear unit; the first call takes some milliseconds for a long sequence. */
  LinearUnit linearUnit() {
    LinearUnit known = linearUnit;
    if (known == null) {
      known = LinearUnit.best(inputs, targets);
      linearUnit = known;
    }
    return known;
  }

  /** The expected outputs of the steps that train. Read only. */
  double[] targets() {
    return targets;
  }
}
