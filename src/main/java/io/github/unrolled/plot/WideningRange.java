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
   * @param least its end at first, positive
   * @param most its widest end, at most 1e300
   */
  public WideningRange(double least, double most) {
    this.least = least;
    this.most = most;
    end = least;
  }

  /** Goes back to the least range. */
  public void reset() {
    end = least;
  }

  /** Widens the range as far as need be for a number; one that is not finite changes nothing. */
  public void include(double value) {
    double magnitude = Math.abs(value);
    if (magnitude > end && magnitude <= Double.MAX_VALUE) {
      end = Math.min(most, RoundStep.atLeast(Math.min(magnitude, most)).times(1));
    }
  }

  /** Its end; it begins at minus that. */
  public double end() {
    return end;
  }

  /** A round step for a slider: 0.01, or more where that would be over a thousand to each side. */
  public double step() {
    double step = 0.01;
    while (end > 1000 * step) {
      step *= 10;
    }
    return step;
  }
}
