package io.github.unrolled.plot;

/** The part of a logarithmic axis of losses that is shown: the curves and the rungs near them. */
public final class LossExtent {
  /** Distance below the curves, in powers of ten, at which a rung is still worth a longer axis. */
  private static final double DECADES_DOWN = 1;

  /** The same for the best line, the rung that training has to get below. */
  private static final double DECADES_DOWN_TO_LINE = 4;

  /** Distance above the curves at which a rung is still worth a longer axis. */
  private static final double DECADES_UP = 1;

  private LossExtent() {}

  /**
   * Widens the extent to the rungs near the curves, or else to the next one above, to show that the
   * curves are below every loss possible without memory.
   *
   * @param curves extent of the curves, not empty, which grows; all numbers are base-10 logarithms
   * @param rungs from the highest down, the best line last
   * @param floor rungs at or below this are off the scale
   */
  public static void widen(Extent curves, double[] rungs, double floor) {
    double low = curves.low();
    double high = curves.high();
    double above = Double.NaN;
    boolean any = false;
    for (int i = 0; i < rungs.length; i++) {
      double down = i == rungs.length - 1 ? DECADES_DOWN_TO_LINE : DECADES_DOWN;
      double rung = rungs[i];
      if (rung > floor && rung > low - down && rung < high + DECADES_UP) {
        curves.include(rung);
        any = true;
      } else if (rung > floor && rung > high) {
        above = rung;
      }
    }
    if (!any) {
      curves.include(above);
    }
  }
}
