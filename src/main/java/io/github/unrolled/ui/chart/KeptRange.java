package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import org.jspecify.annotations.Nullable;

/** The range of an axis that follows its data but does not change while it suits them. */
final class KeptRange {
  private static final AxisRange OF_NOTHING = new AxisRange(-1, 1);

  private @Nullable AxisRange last;

  /** Forgets the last range, before different data. */
  void forget() {
    last = null;
  }

  /**
   * Returns the range for data.
   *
   * @param data extent of the data; if empty, the last range is kept for the next call
   * @param leastSpan least span of the range
   * @param keeps whether the range may stay as it was; else it fits tightly
   */
  AxisRange of(Extent data, double leastSpan, boolean keeps) {
    if (data.low() > data.high()) {
      return OF_NOTHING;
    }
    AxisRange fitting = AxisRange.around(data.low(), data.high(), leastSpan);
    AxisRange kept = last;
    AxisRange range =
        kept != null && keeps ? kept.adapted(fitting, data.low(), data.high()) : fitting;
    last = range;
    return range;
  }
}
