package io.github.unrolled.plot;

/** From the least to the largest of the finite numbers that were added; at first of none. */
public final class Extent {
  /** Share of a constant that is shown to each side of it. */
  private static final double ROOM = 0.1;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Least number. */
  public double low() {
    return low;
  }

  /** Largest number. */
  public double high() {
    return high;
  }

  /** Takes in numbers; those that are not finite are passed over. */
  public void add(double... numbers) {
    for (double number : numbers) {
      include(number);
    }
  }

  /** Takes in a number, if it is finite. */
  public void include(double number) {
    if (Math.abs(number) <= Double.MAX_VALUE) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }

  /** Makes room around a constant: what hardly differs from it is not to look as if it did. */
  public void spread() {
    if (low == high) {
      double room = ROOM * (low == 0 ? 1 : Math.abs(low));
      low -= room;
      high += room;
    }
  }

  /**
   * Takes in another extent, but only so far that what explodes does not flatten all else.
   *
   * @param other not empty, as this one is not
   * @param most how many spans of this extent it may grow to each side
   * @return whether that is all of the other one
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
