package io.github.unrolled.plot;

/** The change of a number by a drag over one pixel: a power of ten that suits a range. */
public final class DragStep {
  /** Fewest pixels over which the whole range is dragged. */
  private static final double PIXELS = 50;

  private DragStep() {}

  /**
   * The step for a range of numbers.
   *
   * @param range length of the range; a range of 0, or an infinite one, counts as 1
   */
  public static double of(double range) {
    double known = range > 0 && range < Double.POSITIVE_INFINITY ? range : 1;
    double step = 1;
    while (step * PIXELS > known && step > 1e-12) {
      step /= 10;
    }
    while (step * PIXELS * 10 <= known) {
      step *= 10;
    }
    return step;
  }
}
