package io.github.unrolled.insight;

import java.util.Arrays;

/**
 * The losses possible without a network: mean squared errors of answers that remember nothing. A
 * loss due to rounding alone is exactly 0; one too large for a double is infinite.
 *
 * @param mean loss of always answering with the mean of the targets
 * @param copy loss of answering with the input, y = x
 * @param line loss of the best line, y = slope x + intercept
 * @param slope slope of that line; 0 if all inputs are equal
 * @param intercept intercept of that line
 */
public record Baselines(double mean, double copy, double line, double slope, double intercept) {

  /**
   * Computes the baselines by least squares.
   *
   * @param inputs x_t, finite, shape [T], T at least 1. Not modified.
   * @param targets expected outputs, finite, shape [T]. Not modified.
   */
  public static Baselines of(double[] inputs, double[] targets) {
    Fit fit = new Fit(targets);
    double slope = fit.add(inputs);
    double copy = fit.withoutRounding(copyLoss(inputs, targets));
    double intercept = fit.mean() - slope * new Fit(inputs).mean();
    return new Baselines(fit.variance(), copy, fit.loss(), slope, intercept);
  }

  /**
   * Computes the baselines from the steps that train and measures them on the steps that test.
   *
   * @param inputs x_t, shape [T]. Not modified.
   * @param targets expected outputs, shape [T]. Not modified.
   * @param trainSteps number of steps, from the first on, that train: 1 to T - 1
   */
  public static Baselines tested(double[] inputs, double[] targets, int trainSteps) {
    double[] trainTargets = Arrays.copyOf(targets, trainSteps);
    Baselines trained = of(Arrays.copyOf(inputs, trainSteps), trainTargets);
    double average = new Fit(trainTargets).mean();
    double mean = 0;
    double copy = 0;
    double line = 0;
    int count = targets.length - trainSteps;
    for (int t = trainSteps; t < targets.length; t++) {
      mean += square(average - targets[t]) / count;
      copy += square(inputs[t] - targets[t]) / count;
      line += square(trained.slope * inputs[t] + trained.intercept - targets[t]) / count;
    }
    return new Baselines(mean, copy, line, trained.slope, trained.intercept);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double copyLoss(double[] inputs, double[] targets) {
    double[] errors = targets.clone();
    double largest = 0;
    for (int t = 0; t < errors.length; t++) {
      errors[t] -= inputs[t];
      largest = Math.max(largest, Math.abs(errors[t]));
    }
    if (largest > 0) {
      for (int t = 0; t < errors.length; t++) {
        errors[t] /= largest;
      }
    }
    return Fit.meanSquare(errors, largest);
  }

  /** Whether numbers take at most two values, on which any function is a line. */
  public static boolean haveTwoValues(double[] numbers) {
    double first = numbers[0];
    double second = first;
    for (double number : numbers) {
      if (number != first && number != second) {
        if (second != first) {
          return false;
        }
        second = number;
      }
    }
    return true;
  }
}
