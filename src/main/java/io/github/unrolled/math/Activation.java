package io.github.unrolled.math;

/**
 * The function that turns a unit's pre-activation into its value. A new activation is a constant
 * here and a line in the exported programs.
 *
 * <p>Derivatives are those at the pre-activation, not at the value: where tanh or sigmoid has
 * saturated, the value alone no longer tells them.
 */
public enum Activation {
  /** (e^a - e^-a) / (e^a + e^-a), between -1 and 1. */
  TANH("tanh", Form.SQUASHED, -1, 1, 1) {
    @Override
    public double value(double preActivation) {
      return Elementary.tanh(preActivation);
    }

    @Override
    public double derivative(double preActivation) {
      return Elementary.tanhDerivative(preActivation);
    }

    @Override
    public void apply(double[] preActivation, double[] value, double[] slope, int from, int to) {
      Elementary.squash(true, preActivation, value, slope, from, to);
    }

    @Override
    public int runThroughTime(
        double[] weights,
        double start,
        double[] input,
        double[] preActivation,
        double[] value,
        double[] slope) {
      return Elementary.squashThroughTime(true, weights, start, input, preActivation, value, slope);
    }
  },

  /** The rectified linear unit, max(0, a). */
  RELU("ReLU", Form.RECTIFIED, 0, Double.POSITIVE_INFINITY, 1) {
    @Override
    public double value(double preActivation) {
      // This order keeps NaN as NaN, so that a diverged network is recognized as diverged.
      return preActivation <= 0 ? 0 : preActivation;
    }

    @Override
    public double derivative(double preActivation) {
      return preActivation <= 0 ? 0 : 1;
    }

    @Override
    public void apply(double[] preActivation, double[] value, double[] slope, int from, int to) {
      for (int i = from; i < to; i++) {
        double a = preActivation[i];
        slope[i] = 1;
        if (a <= 0) {
          a = 0;
          slope[i] = 0;
        }
        value[i] = a;
      }
    }

    @Override
    public int runThroughTime(
        double[] weights,
        double start,
        double[] input,
        double[] preActivation,
        double[] value,
        double[] slope) {
      final double inputWeight = weights[0];
      final double ownWeight = weights[1];
      final double bias = weights[2];
      final int steps = input.length;
      int firstInfinite = steps;
      double previous = start;
      for (int t = 0; t < steps; t++) {
        double a = inputWeight * input[t] + bias + ownWeight * previous;
        preActivation[t] = a;
        slope[t] = 1;
        if (a <= 0) {
          if (a < -Double.MAX_VALUE && t < firstInfinite) {
            firstInfinite = t;
          }
          a = 0;
          slope[t] = 0;
        }
        value[t] = a;
        previous = a;
      }
      return firstInfinite;
    }
  },

  /** The logistic function, 1 / (1 + e^-a), between 0 and 1. */
  SIGMOID("sigmoid", Form.SQUASHED, 0, 1, 0.25) {
    @Override
    public double value(double preActivation) {
      return Elementary.sigmoid(preActivation);
    }

    @Override
    public double derivative(double preActivation) {
      return Elementary.sigmoidDerivative(preActivation);
    }

    @Override
    public void apply(double[] preActivation, double[] value, double[] slope, int from, int to) {
      Elementary.squash(false, preActivation, value, slope, from, to);
    }

    @Override
    public int runThroughTime(
        double[] weights,
        double start,
        double[] input,
        double[] preActivation,
        double[] value,
        double[] slope) {
      return Elementary.squashThroughTime(
          false, weights, start, input, preActivation, value, slope);
    }
  },

  /** The pre-activation itself. */
  LINEAR("linear", Form.STRAIGHT, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1) {
    @Override
    public double value(double preActivation) {
      return preActivation;
    }

    @Override
    public double derivative(double preActivation) {
      return 1;
    }

    @Override
    public void apply(double[] preActivation, double[] value, double[] slope, int from, int to) {
      for (int i = from; i < to; i++) {
        value[i] = preActivation[i];
        slope[i] = 1;
      }
    }

    @Override
    public int runThroughTime(
        double[] weights,
        double start,
        double[] input,
        double[] preActivation,
        double[] value,
        double[] slope) {
      final double inputWeight = weights[0];
      final double ownWeight = weights[1];
      final double bias = weights[2];
      double previous = start;
      for (int t = 0; t < input.length; t++) {
        double a = inputWeight * input[t] + bias + ownWeight * previous;
        preActivation[t] = a;
        previous = a;
        value[t] = a;
        slope[t] = 1;
      }
      return input.length;
    }
  };

  /** The shape of an activation's curve, which explanations of its networks rely on. */
  public enum Form {
    /**
     * Rising between two bounds, with a slope that is the same at a and -a and falls on both sides
     * of 0.
     */
    SQUASHED,
    /** 0 up to 0, then the pre-activation itself. */
    RECTIFIED,
    /** The pre-activation itself. */
    STRAIGHT
  }

  private final String label;
  private final Form form;
  private final double least;
  private final double most;
  private final double steepestSlope;

  Activation(String label, Form form, double least, double most, double steepestSlope) {
    this.label = label;
    this.form = form;
    this.least = least;
    this.most = most;
    this.steepestSlope = steepestSlope;
  }

  /** The name for display. */
  public String label() {
    return label;
  }

  /** The shape of the curve. */
  public Form form() {
    return form;
  }

  /** The lower bound of the values, -infinity if there is none. */
  public double least() {
    return least;
  }

  /** The upper bound of the values, infinity if there is none. */
  public double most() {
    return most;
  }

  /**
   * Whether the activation is as good as linear around 0: its value there is 0, and it has no kink.
   * A unit that starts from the zero state can then imitate a linear one.
   */
  public boolean isLinearAroundZero() {
    return value(0) == 0 && form != Form.RECTIFIED;
  }

  /** The largest value of the derivative. */
  public double steepestSlope() {
    return steepestSlope;
  }

  /** The value f(a) of the activation; NaN for NaN. */
  public abstract double value(double preActivation);

  /** The derivative f'(a); 0 for ReLU at 0. */
  public abstract double derivative(double preActivation);

  /**
   * Computes value and slope of many pre-activations; the numbers are exactly those of {@link
   * #value} and {@link #derivative}. Checks and allocates nothing.
   *
   * @param preActivation read from index {@code from} up to, but without, {@code to}. Not modified.
   * @param value f(a) at the same indexes. Overwritten there.
   * @param slope f'(a) at the same indexes. Overwritten there.
   */
  public abstract void apply(
      double[] preActivation, double[] value, double[] slope, int from, int to);

  /**
   * Runs one unit, fed back its own value, over a sequence: {@code a[t] = weights[0] * input[t] +
   * weights[2] + weights[1] * value[t - 1]}, with {@code start} for the value before the first. The
   * numbers are exactly those of {@link #value} and {@link #derivative}, sharing the work that both
   * need; a call per step would cost more than most activations do. Checks and allocates nothing.
   *
   * @param weights input weight, recurrent weight and bias, in this order; more may follow. Not
   *     modified.
   * @param start the value before the first
   * @param input shape [T]. Not modified.
   * @param preActivation the a[t], shape [T]. Overwritten.
   * @param value f(a[t]), shape [T]. Overwritten.
   * @param slope f'(a[t]), shape [T]. Overwritten.
   * @return the first step whose a[t] is infinite but whose value is not; T if there is none
   */
  public abstract int runThroughTime(
      double[] weights,
      double start,
      double[] input,
      double[] preActivation,
      double[] value,
      double[] slope);
}
