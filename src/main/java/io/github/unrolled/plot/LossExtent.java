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
   * @param curves not empty; base-10 logarithms, as all numbers here
   * @param rungs from the highest down, the best line last
   * @param floor what lies there or lower is off the scale
   */
  public static Extent of(Extent curves, double[] rungs, double floor) {
    Extent extent = new Extent();
    extent.add(curves.low(), curves.high());
    double above = Double.POSITIVE_INFINITY;
    boolean any = false;
    for (int i = 0; i < rungs.length; i++) {
      double down = i == rungs.length - 1 ? DECADES_DOWN_TO_LINE : DECADES_DOWN;
      if (rungs[i] <= floor) {
        continue;
      }
      if (rungs[i] > curves.low() - down && rungs[i] < curves.high() + DECADES_UP) {
        extent.add(rungs[i]);
        any = true;
      } else if (rungs[i] > curves.high()) {
        above = rungs[i];
      }
    }
    if (!any) {
      extent.add(above);
    }
    return extent;
  }
}
