package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import org.jspecify.annotations.Nullable;

/** The value range on the axis of the prediction chart, steady while something moves. */
final class PredictionRange {
  /**
   * Most that free running and expected values past the end may widen the axis to each side, in
   * spans of the rest: steady growth stays in sight, an explosion does not flatten the rest.
   */
  private static final double MOST_WIDENING = 1.5;

  private @Nullable AxisRange axis;
  private boolean whole = true;

  /** Forgets the range, because another chart comes next. */
  void reset() {
    axis = null;
  }

  /**
   * Makes room for the numbers of a state, and returns the axis.
   *
   * @param steady whether to keep the range while it suits the numbers
   */
  AxisRange follow(State state, FreeRunning free, boolean steady) {
    Extent extent = new Extent();
    extent.add(state.problem().targets().toArray());
    extent.spread();
    for (int t = 0; t < state.problem().steps(); t++) {
      extent.include(state.snapshot().pass().output(t));
    }
    whole = true;
    if (free.isOn()) {
      whole = extent.widenTo(extentOf(free), MOST_WIDENING);
    }
    AxisRange fitting = AxisRange.around(extent.low(), extent.high());
    AxisRange last = axis;
    AxisRange next =
        last != null && steady ? last.adapted(fitting, extent.low(), extent.high()) : fitting;
    axis = next;
    return next;
  }

  private static Extent extentOf(FreeRunning free) {
    Extent extent = new Extent();
    extent.add(free.expected());
    extent.add(free.line());
    TakeoverFan fan = free.fan();
    for (int run = 0; fan != null && run < fan.size(); run++) {
      extent.add(fan.outputs(run));
    }
    return extent;
  }

  /** Whether the free runs lie within the axis entirely. */
  boolean isWhole() {
    return whole;
  }

  /** Whether there is an axis. */
  boolean isKnown() {
    return axis != null;
  }

  /** Place of a value on the axis, from 0 to 1; NaN if it lies outside. */
  double fraction(double value) {
    AxisRange known = axis;
    double fraction = known != null && Double.isFinite(value) ? known.fraction(value) : Double.NaN;
    return fraction >= 0 && fraction <= 1 ? fraction : Double.NaN;
  }
}
