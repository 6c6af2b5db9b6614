package io.github.unrolled.plot;

/**
 * A range about zero for numbers that grow: it widens to the next round number, 1, 2 or 5 times a
 * power of ten, and never shrinks until it is reset, so that nothing jitters.
 */
public final class WideningRange {
  private final double least;
  private final double most;
  private double end;

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
  }

  /** Widens the range, if need be, to include a number; one that is not finite is ignored. */
  public void include(double value) {
    double magnitude = Math.abs(value);
    if (magnitude > end && magnitude <= Double.MAX_VALUE) {
      end = Math.min(most, RoundStep.atLeast(Math.min(magnitude, most)).times(1));
    }
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
