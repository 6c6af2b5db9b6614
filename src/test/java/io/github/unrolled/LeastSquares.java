package io.github.unrolled;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import java.util.Arrays;

/** The best linear combination of some columns, by Gram-Schmidt. */
final class LeastSquares {
  private final double[] coefficients;
  private final double loss;

  /**
   * Fits {@code target = sum of coefficient * column}.
   *
   * @param target shape [T]. Not modified.
   * @param columns at most T, linearly independent, shape [T] each. Not modified.
   */
  LeastSquares(double[] target, double[]... columns) {
    int count = columns.length;
    double[][] q = new double[count][];
    double[][] r = new double[count][count];
    double[] rest = target.clone();
    double[] projections = new double[count];
    for (int j = 0; j < count; j++) {
      q[j] = columns[j].clone();
      // Twice is enough: the second round removes what rounding left of the first.
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < j; i++) {
          double part = dot(q[i], q[j]);
          r[i][j] += part;
          subtract(q[j], part, q[i]);
        }
      }
      r[j][j] = Math.sqrt(dot(q[j], q[j]));
      for (int t = 0; t < target.length; t++) {
        q[j][t] /= r[j][j];
      }
      projections[j] = dot(q[j], rest);
      subtract(rest, projections[j], q[j]);
    }
    coefficients = projections;
    for (int j = count - 1; j >= 0; j--) {
      for (int i = j + 1; i < count; i++) {
        coefficients[j] -= r[j][i] * coefficients[i];
      }
      coefficients[j] /= r[j][j];
    }
    loss = dot(rest, rest) / target.length;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  private static void subtract(double[] from, double factor, double[] vector) {
    for (int t = 0; t < from.length; t++) {
      from[t] -= factor * vector[t];
    }
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] training(Numbers all, Problem problem) {
    return Arrays.copyOf(all.toArray(), problem.trainSteps());
  }

  /** The best constant answer for the steps that train. */
  static LeastSquares mean(Problem problem) {
    return new LeastSquares(training(problem.targets(), problem), ones(problem.trainSteps()));
  }

  /**
   * The best straight line without memory, for the steps that train; slope first, then intercept.
   * The inputs of these steps must not all be equal.
   */
  static LeastSquares line(Problem problem) {
    return new LeastSquares(
        training(problem.targets(), problem),
        training(problem.inputs(), problem),
        ones(problem.trainSteps()));
  }

  /** The best that one linear unit with this hidden weight, not 0, can do. */
  static LeastSquares linearUnit(Problem problem, double hiddenWeight) {
    int steps = problem.steps();
    Numbers inputs = problem.inputs();
    double[] ofInputs = new double[steps];
    double[] ofBias = new double[steps];
    double inputState = 0;
    double biasState = 0;
    for (int t = 0; t < steps; t++) {
      inputState = hiddenWeight * inputState + inputs.get(t);
      biasState = hiddenWeight * biasState + 1;
      ofInputs[t] = inputState;
      ofBias[t] = biasState;
    }
    return new LeastSquares(problem.targets().toArray(), ofInputs, ofBias, ones(steps));
  }

  double coefficient(int index) {
    return coefficients[index];
  }

  /** Mean squared error. */
  double loss() {
    return loss;
  }
}
