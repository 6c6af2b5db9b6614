package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.plot.WideningRange;

/**
 * A plane through the losses, and how much of it the picture shows.
 *
 * @param plane plane that moves with the network shown
 * @param names names of the parameters
 * @param across reach of the axis across, which follows
 * @param up reach of the axis up, which follows
 */
record Slice(ParameterPlane plane, ParameterNames names, WideningRange across, WideningRange up) {
  /** Makes a slice with the shortest axes. */
  static Slice of(ParameterPlane plane, ParameterNames names) {
    return new Slice(plane, names, range(plane.isRandom()), range(plane.isRandom()));
  }

  private static WideningRange range(boolean random) {
    return random ? new WideningRange(1, 10) : new WideningRange(3, 100);
  }

  /** Shortens the axes again to what they were at first. */
  void resetAxes() {
    across.reset();
    up.reset();
  }

  /** Widens the axes to include a place. */
  void include(double atAcross, double atUp) {
    across.include(atAcross);
    up.include(atUp);
  }

  /** Shortens the axes if they are far too long for the places included since the last call. */
  void settle() {
    across.settle();
    up.settle();
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
