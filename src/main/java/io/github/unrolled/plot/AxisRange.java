package io.github.unrolled.plot;

/**
 * The range that an axis shows, from {@code min} to {@code max}.
 *
 * @param min finite
 * @param max finite, greater than {@code min}
 */
public record AxisRange(double min, double max) {
  /** Values beyond this are drawn at this limit, so that no difference overflows. */
  private static final double LIMIT = 1e300;

  /** Data smaller than this are drawn as zero. */
  private static final double TINY = 1e-280;

  /** Span of the range around data that are all zero. */
  private static final double ZERO_SPAN = 2.4;

  /** Data that vary by less than this part of their size are drawn as a constant. */
  private static final double LEAST_VARIATION = 1e-3;

  /** Free part of the axis at each end. */
  private static final double MARGIN = 0.04;

  /** The range shrinks when the data need less than this part of it. */
  private static final double LEAST_USE = 0.7;

  private static final int SNAPS = 20;

  /** Length of the range. */
  public double span() {
    return max - min;
  }

  /** Position of a value: 0 at {@code min}, 1 at {@code max}; NaN stays NaN. */
  public double fraction(double value) {
    return (limited(value) - min) / (max - min);
  }

  /** A round range around data on a linear axis; takes any numbers. */
  public static AxisRange around(double low, double high) {
    double from = limited(low);
    double to = limited(high);
    double size = Math.max(Math.abs(from), Math.abs(to));
    if (size < TINY) {
      return around(from, to, ZERO_SPAN);
    }
    boolean constant = to - from < LEAST_VARIATION * size;
    return around(from, to, constant ? size : 0);
  }

  /**
   * A round range around data.
   *
   * @param low smallest of the data, finite
   * @param high largest of the data, finite
   * @param leastSpan smallest span of the range; positive if the data may be one constant
   */
  public static AxisRange around(double low, double high, double leastSpan) {
    double widening = Math.max(0, leastSpan - (high - low)) / 2 + (high - low) * MARGIN;
    double from = low - widening;
    double to = high + widening;
    RoundStep snap = RoundStep.atLeast((to - from) / SNAPS);
    return new AxisRange(snap.times(snap.lastUpTo(from)), snap.times(snap.firstFrom(to)));
  }

  /**
   * Keeps this range as long as it suits the data, so that an axis does not jitter: it grows at
   * once when the data leave it, and shrinks only when it has become much too large.
   *
   * @param fitting the range made for these data
   * @param low smallest of the data
   * @param high largest of the data
   */
  public AxisRange adapted(AxisRange fitting, double low, double high) {
    boolean holds = low >= min && high <= max;
    return holds && fitting.span() >= LEAST_USE * span() ? this : fitting;
  }

  private static double limited(double value) {
    return Math.max(-LIMIT, Math.min(LIMIT, value));
  }
}
