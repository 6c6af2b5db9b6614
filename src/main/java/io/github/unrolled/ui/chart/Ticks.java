package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;

/** What an axis of a line chart counts in. */
public enum Ticks {
  /** Round counts from 0, any number between them can be pointed at. */
  COUNTS,
  /** The steps 1 to T, each of which owns a column. */
  STEPS,
  /** Powers of ten; the values are base-10 logarithms. */
  LOG10;

  AxisTicks of(AxisRange range, int most) {
    return switch (this) {
      case COUNTS -> AxisTicks.counts(range, most);
      case STEPS -> AxisTicks.steps(steps(range), most);
      case LOG10 -> AxisTicks.log10(range, most);
    };
  }

  /** The value at a fraction of an axis, which of steps is the nearest one; NaN stays NaN. */
  double at(AxisRange range, double fraction) {
    if (this == STEPS && !Double.isNaN(fraction)) {
      return stepAt(fraction, steps(range));
    }
    return range.min() + fraction * range.span();
  }

  /** What an axis of steps shows: half a step is left free on both sides of them. */
  public static AxisRange stepRange(int steps) {
    return new AxisRange(0.5, steps + 0.5);
  }

  /** The step, 1 to {@code steps}, nearest to a place on the x axis. */
  static int stepAt(double fraction, int steps) {
    return Math.max(1, Math.min(steps, 1 + (int) Math.floor(fraction * steps)));
  }

  private static int steps(AxisRange range) {
    return (int) range.span();
  }
}
