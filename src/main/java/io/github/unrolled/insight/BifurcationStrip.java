package io.github.unrolled.insight;

import io.github.unrolled.math.Activation;
import java.util.Arrays;

/**
 * The fixed points of one Elman unit, h = f(c + w h), as curves over its hidden weight w, and the
 * cycles of two states that draw the state where no fixed point is stable. A curve's points are
 * made of their pre-activations a: {@code h = f(a)} and {@code w = (a - c) / h}, so that it is
 * exact and closed where two branches meet.
 */
public final class BifurcationStrip {
  /** The strip shows the hidden weights from minus this to this. */
  public static final double REACH = 3;

  /** How many hidden weights, from -{@link #REACH} to -1, are tried for a cycle. */
  public static final int CYCLES = 100;

  /** Pre-activations to each side of 0, each nearer to it by {@link #RATIO}. */
  private static final int SAMPLES = 600;

  private static final double RATIO = 0.96;
  private static final int ITERATIONS = 24;

  /** What counts as the same state, and as no offset. */
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
   * @param largest size of the largest state that is looked at
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
      // Where it shrinks to a point, it does so ever more slowly: that is no cycle.
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

  /** How many points the curve has, ordered along it. */
  public int size() {
    return 2 * SAMPLES;
  }

  /** Hidden weight of a point of the curve; NaN where it is broken. */
  public double weight(int index) {
    return weights[index];
  }

  /** Fixed point of a point of the curve. */
  public double state(int index) {
    return states[index];
  }

  /** Whether it is stable. */
  public boolean isStable(int index) {
    return Math.abs(slopes[index]) < 1;
  }

  /** Whether h = 0 is a fixed point at every hidden weight. */
  public boolean hasLevel() {
    return hasLevel;
  }

  /** The hidden weight from which on h = 0 is stable. */
  public double restsFrom() {
    return restsFrom;
  }

  /** The hidden weight up to which it is. */
  public double restsUpTo() {
    return restsUpTo;
  }

  /** The hidden weight of a cycle, from 0 on. */
  public static double cycleWeight(int index) {
    return (REACH - 1) / CYCLES * index - REACH;
  }

  /** The larger state of a cycle; NaN if there is none. */
  public double cycleHigh(int index) {
    return highs[index];
  }

  /** The smaller state of a cycle. */
  public double cycleLow(int index) {
    return lows[index];
  }
}
