package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;

/** The ticks of a line chart's axis. */
public enum Ticks {
  /** Round counts from 0; any number between them can be pointed at. */
  COUNTS,
  /** The steps 1 to T, each with its own column. */
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

  /** The value at a fraction of an axis, rounded to a step for steps; NaN stays NaN. */
  double at(AxisRange range, double fraction) {
    if (this == STEPS && !Double.isNaN(fraction)) {
      return stepAt(fraction, steps(range));
    }
    return range.min() + fraction * range.span();
  }

  /** The range of an axis of steps, with half a step free at each end. */
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
