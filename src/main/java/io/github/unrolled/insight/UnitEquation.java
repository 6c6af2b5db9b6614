package io.github.unrolled.insight;

import io.github.unrolled.math.Activation;

/**
 * The fixed points of one Elman unit at a fixed input, {@code h = f(c + w h)}, all of them. For
 * activations that squash they are sought as zeros of {@code g(a) = a - c - w f(a)}, with h = f(a):
 * g rises, or, where w f'(0) > 1, rises, falls and rises again, with its turns where w f'(a) = 1.
 * Between turns it has at most one zero, so that none is missed however close two of them are.
 */
final class UnitEquation {
  /** Largest number of fixed points, unless there is an interval of them. */
  static final int MOST = 3;

  /** Largest |g| that counts as touching zero, relative to the terms of g. */
  private static final double TOUCH = 1e-14;

  /** The fixed points, ascending, shape [3]; the first {@link #count} are valid. */
  final double[] points = new double[MOST];

  /** The slopes of the map there, w f'(a). */
  final double[] slopes = new double[MOST];

  int count;

  /** Start of the interval in which every h is a fixed point; NaN if there is none. */
  double everyFrom;

  private final Activation activation;
  private final double[] a = new double[1];
  private final double[] value = new double[1];
  private final double[] slope = new double[1];
  private double offset;
  private double weight;

  UnitEquation(Activation activation) {
    this.activation = activation;
  }

  /**
   * Finds the fixed points.
   *
   * @param c pre-activation at h = 0
   * @param w weight of the state
   */
  void solve(double c, double w) {
    offset = c;
    weight = w;
    count = 0;
    everyFrom = Double.NaN;
    switch (activation.form()) {
      case SQUASHED -> solveCurved();
      case RECTIFIED -> solveStraight(true);
      case STRAIGHT -> solveStraight(false);
    }
  }

  private void solveStraight(boolean rectified) {
    if (weight == 1 && offset == 0) {
      everyFrom = rectified ? 0 : Double.NEGATIVE_INFINITY;
      return;
    }
    double active = offset / (1 - weight);
    boolean rests = rectified && offset <= 0;
    if (rests) {
      // At the kink only states above it count: a rectified state is never negative.
      add(0, offset == 0 ? Math.max(0, weight) : 0);
    }
    if (weight != 1 && (!rectified || active > 0)) {
      add(active, weight);
    }
  }

  private void solveCurved() {
    double size = Math.max(Math.abs(activation.least()), Math.abs(activation.most()));
    double reach = Math.abs(weight) * size + 1;
    double low = offset - reach;
    double high = offset + reach;
    double turn = weight * activation.steepestSlope() > 1 ? turn() : 0;
    double rise = g(-turn);
    double fall = g(turn);
    double touch = TOUCH * (Math.abs(offset) + Math.abs(weight) + 1);
    boolean touchesLow = Math.abs(rise) <= touch;
    boolean touchesHigh = Math.abs(fall) <= touch;
    if (turn == 0 || (touchesLow && touchesHigh)) {
      addZero(low, high, true);
      return;
    }
    if (touchesLow) {
      addAt(-turn);
    } else if (rise > 0) {
      addZero(Math.min(low, -turn - 1), -turn, true);
      if (fall < 0 && !touchesHigh) {
        addZero(-turn, turn, false);
      }
    }
    if (touchesHigh) {
      addAt(turn);
    } else if (fall < 0) {
      addZero(turn, Math.max(high, turn + 1), true);
    }
  }

  /** The positive a with w f'(a) = 1, by bisection: f' falls from 0 on. */
  private double turn() {
    double high = 1;
    while (weight * derivative(high) > 1) {
      high *= 2;
    }
    double low = 0;
    while (true) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (weight * derivative(middle) > 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private void addZero(double from, double to, boolean rising) {
    double low = from;
    double high = to;
    while (true) {
      double middle = (low + high) / 2;
      double there = g(middle);
      if (there == 0 || middle <= low || middle >= high) {
        addAt(middle);
        return;
      }
      if (there < 0 == rising) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private void addAt(double preActivation) {
    evaluate(preActivation);
    add(value[0], weight * slope[0]);
  }

  private void add(double point, double slopeThere) {
    if (Double.isFinite(point)) {
      points[count] = point;
      slopes[count] = slopeThere;
      count++;
    }
  }

  private double g(double preActivation) {
    evaluate(preActivation);
    return preActivation - offset - weight * value[0];
  }

  private double derivative(double preActivation) {
    evaluate(preActivation);
    return slope[0];
  }

  private void evaluate(double preActivation) {
    a[0] = preActivation;
    activation.apply(a, value, slope, 0, 1);
  }
}
