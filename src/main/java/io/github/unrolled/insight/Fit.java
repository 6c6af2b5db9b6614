package io.github.unrolled.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * A least squares fit of targets by a constant and some columns, which are added one by one: each
 * is made orthogonal to those before it, and the part it explains is subtracted from the residual.
 * All numbers are centred and scaled first, so that numbers up to 1e154 do not overflow.
 */
final class Fit {
  /** A loss below this part of the targets' variance is due to rounding. */
  private static final double ROUNDING = 1e-28;

  /** A column adds nothing unless a larger part of it is new. */
  private static final double LEAST_NEW_PART = 1e-10;

  private final Centred targets;
  private final double[] residual;
  private final List<double[]> directions = new ArrayList<>();

  /** Numbers as {@code mean + scale * parts}. */
  private static final class Centred {
    final double[] parts;
    final double scale;
    final double mean;

    Centred(double[] values) {
      // Shifted by one of the values first, which is exact if they are close to each other.
      double origin = values[0];
      double largest = 0;
      parts = values.clone();
      for (int t = 0; t < parts.length; t++) {
        parts[t] -= origin;
        largest = Math.max(largest, Math.abs(parts[t]));
      }
      scale = largest;
      double shift = 0;
      if (largest > 0) {
        for (int t = 0; t < parts.length; t++) {
          parts[t] /= largest;
        }
        // The second call removes what rounding left of the mean.
        shift = center(parts) + center(parts);
      }
      mean = largest * shift + origin;
    }
  }

  /**
   * Starts with the best constant.
   *
   * @param targets shape [T], T at least 1. Not modified.
   */
  Fit(double[] targets) {
    this.targets = new Centred(targets);
    residual = this.targets.parts.clone();
  }

  private static double center(double[] x) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    for (int t = 0; t < x.length; t++) {
      x[t] -= mean;
    }
    return mean;
  }

  /**
   * Adds a column.
   *
   * @param column shape [T]. Not modified.
   * @return slope of the targets along the new part of the column; 0 if nothing is new
   */
  double add(double[] column) {
    Centred centred = new Centred(column);
    double[] direction = centred.parts;
    double before = dot(direction, direction);
    // Twice is enough: the second round removes what rounding left of the first.
    for (int round = 0; round < 2; round++) {
      for (double[] other : directions) {
        subtract(direction, dot(other, direction), other);
      }
    }
    double square = dot(direction, direction);
    if (!(square > LEAST_NEW_PART * LEAST_NEW_PART * before)) {
      return 0;
    }
    double norm = Math.sqrt(square);
    for (int t = 0; t < direction.length; t++) {
      direction[t] /= norm;
    }
    directions.add(direction);
    double part = dot(direction, residual);
    subtract(residual, part, direction);
    subtract(residual, dot(direction, residual), direction);
    return targets.scale / centred.scale * part / norm;
  }

  /** Mean of the targets. */
  double mean() {
    return targets.mean;
  }

  /** Variance of the targets: the loss of their mean. */
  double variance() {
    return meanSquare(targets.parts, targets.scale);
  }

  /** Mean squared error of the best combination; exactly 0 if only rounding is left. */
  double loss() {
    return withoutRounding(meanSquare(residual, targets.scale));
  }

  /** A mean squared error, or 0 if it is negligible beside the variance of the targets. */
  double withoutRounding(double loss) {
    return loss < variance() * ROUNDING ? 0 : loss;
  }

  /** Mean square of {@code scale * x}; the scale keeps the squares of {@code x} in range. */
  static double meanSquare(double[] x, double scale) {
    return dot(x, x) / x.length * scale * scale;
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
}
