package io.github.unrolled.plot;

/** How much of a logarithmic axis of losses is shown: the curves, and the rungs worth it. */
public final class LossExtent {
  /** So far below the curves, in powers of ten, a rung is still worth a longer axis. */
  private static final double DECADES_DOWN = 1;

  /** The same for the best line, which is the rung that training is to get below. */
  private static final double DECADES_DOWN_TO_LINE = 3;

  /** So far above the curves a rung is worth a longer axis. */
  private static final double DECADES_UP = 1;

  private LossExtent() {}

  /**
   * Takes in the rungs that are near the curves; if there is none, the next one above: curves below
   * all that can be had without memory are to be seen to be.
   *
   * @param curves not empty; base-10 logarithms, as all numbers here; it is what grows
   * @param rungs from the highest down, the best line last
   * @param floor what lies there or lower is off the scale
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
