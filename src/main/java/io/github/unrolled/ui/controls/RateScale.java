package io.github.unrolled.ui.controls;

/** The slider's learning rates: ten round numbers per decade from 0.0001 to 1. */
final class RateScale {
  private static final int[] TENTHS = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};
  private static final int DECADES = 4;

  /** The slider's last position, for a rate of 1. */
  static final int MAX_POSITION = DECADES * TENTHS.length;

  private RateScale() {}

  /**
   * The learning rate at a position.
   *
   * @param position 0 to {@link #MAX_POSITION}
   */
  static double rate(int position) {
    int decade = position / TENTHS.length;
    double divisor = 10;
    for (int i = decade; i < DECADES; i++) {
      divisor *= 10;
    }
    // One division of whole numbers gives the double closest to the decimal number shown.
    return TENTHS[position % TENTHS.length] / divisor;
  }

  /** The last position with a rate up to the given one; the nearest end for rates off the scale. */
  static int position(double rate) {
    int position = 0;
    while (position < MAX_POSITION && rate(position + 1) <= rate) {
      position++;
    }
    return position;
  }
}
