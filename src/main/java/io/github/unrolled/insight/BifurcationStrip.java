package io.github.unrolled.insight;

import io.github.unrolled.math.Activation;
import java.util.Arrays;

/**
 * The fixed points of one Elman unit, h = f(c + w h), as curves over its hidden weight w, and the
 * cycles of two states that attract the state where no fixed point is stable. The points of a curve
 * are computed from their pre-activations a: {@code h = f(a)} and {@code w = (a - c) / h}, so that
 * the curve is exact and closed where two branches meet.
 */
public final class BifurcationStrip {
  /** The strip shows hidden weights from -REACH to REACH. */
  public static final double REACH = 3;

  /** Number of hidden weights, from -{@link #REACH} to -1, that are tried for a cycle. */
  public static final int CYCLES = 100;

  /** Number of pre-activations on each side of 0; each is {@link #RATIO} times the last one. */
  private static final int SAMPLES = 600;

  private static final double RATIO = 0.96;
  private static final int ITERATIONS = 24;

  /** Distance below which states count as the same, and size below which an offset counts as 0. */
  private static final double TINY = 1e-9;

  private final double[] preActivations = new double[2 * SAMPLES];
  private final double[] states = new double[2 * SAMPLES];
  private final double[] slopes = new double[2 * SAMPLES];
  private final double[] weights = new double[2 * SAMPLES];
  private final double[] highs = new double[CYCLES];
  private final double[] lows = new double[CYCLES];
  private final double[] a = new double[1];
  private final double[] h = new double[1];
  private final double[] slope = new double[1];
  private double restsFrom;
  private double restsUpTo;
  private boolean hasLevel;

  /**
   * Computes the curves.
   *
   * @param c pre-activation at h = 0
   * @param largest magnitude of the largest state to show
   */
  public void compute(Activation activation, double c, double largest) {
    double size = 2 * REACH + Math.abs(c) + largest;
    for (int i = 0; i < SAMPLES; i++) {
      preActivations[i] = -size;
      preActivations[2 * SAMPLES - 1 - i] = size;
      size *= RATIO;
    }
    activation.apply(preActivations, states, slopes, 0, 2 * SAMPLES);
    for (int i = 0; i < 2 * SAMPLES; i++) {
      weights[i] = states[i] == 0 ? Double.NaN : (preActivations[i] - c) / states[i];
      slopes[i] *= weights[i];
    }
    boolean none = Math.abs(c) < TINY;
    boolean rectified = activation.form() == Activation.Form.RECTIFIED;
    hasLevel = rectified ? c < TINY : none && activation.value(0) == 0;
    double limit = rectified ? 1 : 1 / activation.derivative(0);
    restsFrom = rectified ? -REACH : -limit;
    restsUpTo = rectified && !none ? REACH : limit;
    findCycles(activation, c);
  }

  private void findCycles(Activation activation, double c) {
    Arrays.fill(highs, Double.NaN);
    Arrays.fill(lows, Double.NaN);
    if (activation.form() == Activation.Form.STRAIGHT) {
      return;
    }
    double state = 1;
    for (int i = 0; i < CYCLES; i++) {
      double w = cycleWeight(i);
      double before = state;
      for (int k = 0; k < ITERATIONS; k++) {
        before = state;
        state = step(activation, c, w, step(activation, c, w, state));
      }
      double other = step(activation, c, w, state);
      double width = Math.abs(state - other);
      // A width that shrinks to a point, ever more slowly, is no cycle.
      if (width > TINY && Math.abs(state - before) <= 1e-3 * width) {
        highs[i] = Math.max(state, other);
        lows[i] = Math.min(state, other);
      }
    }
  }

  private double step(Activation activation, double c, double w, double state) {
    a[0] = w * state + c;
    activation.apply(a, h, slope, 0, 1);
    return h[0];
  }

  /** Number of points of the curve, in their order along it. */
  public int size() {
    return 2 * SAMPLES;
  }

  /** Hidden weight of a point of the curve; NaN where it is broken. */
  public double weight(int index) {
    return weights[index];
  }

  /** Fixed point at a point of the curve. */
  public double state(int index) {
    return states[index];
  }

  /** Whether the fixed point at a point of the curve is stable. */
  public boolean isStable(int index) {
    return Math.abs(slopes[index]) < 1;
  }

  /** Whether h = 0 is a fixed point at every hidden weight. */
  public boolean hasLevel() {
    return hasLevel;
  }

  /** The lowest hidden weight at which h = 0 is stable. */
  public double restsFrom() {
    return restsFrom;
  }

  /** The highest hidden weight at which h = 0 is stable. */
  public double restsUpTo() {
    return restsUpTo;
  }

  /** The hidden weight of a cycle; cycles count from 0. */
  public static double cycleWeight(int index) {
    return (REACH - 1) / CYCLES * index - REACH;
  }

  /** The larger state of a cycle; NaN if there is none. */
  public double cycleHigh(int index) {
    return highs[index];
  }

  /** The smaller state of a cycle; NaN if there is none. */
  public double cycleLow(int index) {
    return lows[index];
  }
}
