package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import org.jspecify.annotations.Nullable;

/** The values that the axis of the prediction chart shows; while something runs, it is steady. */
final class PredictionRange {
  /**
   * How far free running and what is expected past the end may widen the axis to each side, in
   * spans of the rest: what grows evenly stays in sight, what explodes does not flatten all else.
   */
  private static final double MOST_WIDENING = 1.5;

  private @Nullable AxisRange axis;
  private boolean whole = true;

  /** Forgets what it was: what comes next is another chart. */
  void reset() {
    axis = null;
  }

  /** Makes room for the numbers of a state, and returns the axis. */
  AxisRange follow(State state, FreeRunning free) {
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
        last != null && state.isRunning()
            ? last.adapted(fitting, extent.low(), extent.high())
            : fitting;
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

  /** Whether all of the free runs is within the axis. */
  boolean isWhole() {
    return whole;
  }

  /** Whether there is an axis. */
  boolean isKnown() {
    return axis != null;
  }

  /** Where a value lies, from 0 to 1; NaN if that is not on the axis. */
  double fraction(double value) {
    AxisRange known = axis;
    double fraction = known != null && Double.isFinite(value) ? known.fraction(value) : Double.NaN;
    return fraction >= 0 && fraction <= 1 ? fraction : Double.NaN;
  }
}
