package io.github.unrolled.plot;

/**
 * A range about zero for numbers that grow: it widens to the next round number, 1, 2 or 5 times a
 * power of ten. So that nothing jitters, it shrinks only when it has become far too wide.
 */
public final class WideningRange {
  /** The range shrinks when it is at least so many times as wide as it needs to be. */
  private static final double FAR_TOO_WIDE = 5;

  private final double least;
  private final double most;
  private double end;

  /** Largest magnitude included since the range last settled. */
  private double needed;

  /**
   * Makes a range.
   *
   * @param least end of the range at first, positive
   * @param most widest end of the range, at most 1e300
   */
  public WideningRange(double least, double most) {
    this.least = least;
    this.most = most;
    end = least;
  }

  /** Goes back to the first range. */
  public void reset() {
    end = least;
    needed = 0;
  }

  /** Widens the range, if need be, to include a number; one that is not finite is ignored. */
  public void include(double value) {
    double magnitude = Math.abs(value);
    if (magnitude <= Double.MAX_VALUE) {
      needed = Math.max(needed, magnitude);
      end = Math.max(end, fitting(magnitude));
    }
  }

  /**
   * Shrinks the range if it is far too wide for all numbers included since this was last called.
   */
  public void settle() {
    double fitting = fitting(needed);
    if (end >= FAR_TOO_WIDE * fitting) {
      end = fitting;
    }
    needed = 0;
  }

  private double fitting(double magnitude) {
    return magnitude <= least
        ? least
        : Math.min(most, RoundStep.atLeast(Math.min(magnitude, most)).times(1));
  }

  /** End of the range, which begins at minus this. */
  public double end() {
    return end;
  }

  /** A round step for a slider: 0.01, or more if that would be over a thousand on each side. */
  public double step() {
    double step = 0.01;
    while (end > 1000 * step) {
      step *= 10;
    }
    return step;
  }
}
