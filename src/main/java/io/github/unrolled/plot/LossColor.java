package io.github.unrolled.plot;

/**
 * The colours of a picture of losses: from a strong colour for the lowest loss, through one in
 * between, to the background colour for the highest. The lightness changes in one direction only.
 */
public final class LossColor {
  private static final int LEVELS = 256;

  /** Smallest and largest power of ten of a double. */
  private static final int LOWEST = -324;

  private static final int DECADES = 634;

  /** Cells needed up to the lowest decade, so that a single cell does not flatten the rest. */
  private static final int FEW = 9;

  private final int[] packed = new int[LEVELS];
  private final int stripe;
  private final int gap;

  /**
   * Makes the colours.
   *
   * @param low colour of the lowest loss, as {@code #rrggbb}
   * @param middle colour halfway
   * @param high colour of the highest loss, and between the stripes that mark an overflow
   * @param overflow colour of those stripes
   */
  public LossColor(String low, String middle, String high, String overflow) {
    Rgb from = Rgb.parse(low);
    Rgb over = Rgb.parse(middle);
    Rgb to = Rgb.parse(high);
    for (int i = 0; i < LEVELS; i++) {
      double share = 2.0 * i / (LEVELS - 1);
      packed[i] = packed(share < 1 ? from.mix(over, share) : over.mix(to, share - 1));
    }
    gap = packed[LEVELS - 1];
    stripe = packed(Rgb.parse(overflow));
  }

  /** A colour as a pixel's four bytes, red first, read as a little-endian number. */
  private static int packed(Rgb color) {
    return 0xff << 24 | color.blue() << 16 | color.green() << 8 | color.red();
  }

  private static int level(double fraction) {
    return (int) (Math.max(0, Math.min(1, fraction)) * (LEVELS - 1) + 0.5);
  }

  /**
   * Colours a picture, starting at its upper left.
   *
   * @param logs base-10 logarithms of the losses, row by row from the lowest; striped where not
   *     finite. Not modified.
   * @param size number of cells along each side
   * @param pixels as long as {@code logs}. Overwritten.
   */
  public void paint(double[] logs, int size, AxisRange range, int[] pixels) {
    for (int row = 0; row < size; row++) {
      int to = (size - 1 - row) * size;
      for (int column = 0; column < size; column++) {
        double log = logs[row * size + column];
        boolean finite = Math.abs(log) <= Double.MAX_VALUE;
        int beside = (row + column) % 4 < 2 ? stripe : gap;
        pixels[to + column] = finite ? packed[level(range.fraction(log))] : beside;
      }
    }
  }

  /**
   * Whole decades that suit a picture: from the lowest that is more than a speck up to the highest.
   *
   * @param logs base-10 logarithms; those that are not finite are ignored
   */
  public static AxisRange decades(double[] logs) {
    int[] counts = new int[DECADES];
    int finite = 0;
    for (double log : logs) {
      if (Math.abs(log) <= Double.MAX_VALUE) {
        counts[(int) Math.floor(log) - LOWEST]++;
        finite++;
      }
    }
    int low = 0;
    int below = counts[0];
    while (low < DECADES - 1 && below < Math.min(FEW, finite)) {
      low++;
      below += counts[low];
    }
    int high = DECADES - 1;
    while (high > low && counts[high] == 0) {
      high--;
    }
    return finite == 0 ? new AxisRange(-1, 0) : new AxisRange(low + LOWEST, high + LOWEST + 1);
  }
}
