package io.github.unrolled.ui.controls;

/** The learning rates that the slider offers: ten round numbers a decade from 0.0001 to 1. */
final class RateScale {
  private static final int[] TENTHS = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};
  private static final int DECADES = 4;

  /** Last position of the slider, at a rate of 1. */
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
    // One division of whole numbers: the double next to the decimal number shown.
    return TENTHS[position % TENTHS.length] / divisor;
  }

  /** The last position whose rate is not above a learning rate; the ends beyond them. */
  static int position(double rate) {
    int position = 0;
    while (position < MAX_POSITION && rate(position + 1) <= rate) {
      position++;
    }
    return position;
  }
}
