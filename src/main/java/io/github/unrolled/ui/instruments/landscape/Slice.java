package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.plot.WideningRange;

/**
 * A plane through the losses, and how much of it the picture shows.
 *
 * @param plane moves with the network shown
 * @param names of the parameters
 * @param across how far the axis across reaches; widens
 * @param up how far the axis up reaches; widens
 */
record Slice(ParameterPlane plane, ParameterNames names, WideningRange across, WideningRange up) {
  /** A slice that shows as much as is shown at least. */
  static Slice of(ParameterPlane plane, ParameterNames names) {
    return new Slice(plane, names, range(plane.isRandom()), range(plane.isRandom()));
  }

  private static WideningRange range(boolean random) {
    return random ? new WideningRange(1, 10) : new WideningRange(3, 100);
  }

  /** Shows as little again as at first. */
  void resetAxes() {
    across.reset();
    up.reset();
  }

  /** Widens the axes for a place. */
  void include(double atAcross, double atUp) {
    across.include(atAcross);
    up.include(atUp);
  }

  /** The coordinate across at a fraction of the picture, counted from its left. */
  double acrossAt(double fraction) {
    return (2 * fraction - 1) * across.end();
  }

  /** The coordinate up at a fraction of the picture, counted from below. */
  double upAt(double fraction) {
    return (2 * fraction - 1) * up.end();
  }
}
