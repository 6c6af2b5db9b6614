package io.github.unrolled.plot;

/** The range from the smallest to the largest of the finite numbers added; empty at first. */
public final class Extent {
  /** Part of a constant that is shown on each side of it. */
  private static final double ROOM = 0.1;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Smallest number. */
  public double low() {
    return low;
  }

  /** Largest number. */
  public double high() {
    return high;
  }

  /** Adds numbers; those that are not finite are ignored. */
  public void add(double... numbers) {
    for (double number : numbers) {
      include(number);
    }
  }

  /** Adds a number, if it is finite. */
  public void include(double number) {
    if (Math.abs(number) <= Double.MAX_VALUE) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }

  /** Makes room around a constant, so that tiny deviations from it do not look large. */
  public void spread() {
    if (low == high) {
      double room = ROOM * (low == 0 ? 1 : Math.abs(low));
      low -= room;
      high += room;
    }
  }

  /**
   * Widens this extent to another, but only so far that exploding numbers do not flatten the rest.
   *
   * @param other the other extent, not empty, just like this one
   * @param most how far this extent may grow on each side, as a multiple of its span
   * @return whether it now includes all of the other extent
   */
  public boolean widenTo(Extent other, double most) {
    double span = high > low ? high - low : Math.max(Math.abs(high), 1);
    double lowest = low - most * span;
    double highest = high + most * span;
    low = Math.max(lowest, Math.min(low, other.low));
    high = Math.min(highest, Math.max(high, other.high));
    return other.low >= lowest && other.high <= highest;
  }
}
