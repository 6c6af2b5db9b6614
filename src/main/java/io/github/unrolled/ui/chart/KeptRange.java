package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import org.jspecify.annotations.Nullable;

/** The range of an axis that follows its data but stays as it is for as long as it suits them. */
final class KeptRange {
  private static final AxisRange OF_NOTHING = new AxisRange(-1, 1);

  private @Nullable AxisRange last;

  /** Forgets what it was: the next data are others. */
  void forget() {
    last = null;
  }

  /**
   * The range for data.
   *
   * @param data perhaps empty, which changes nothing of what is kept
   * @param leastSpan what the range spans at least
   * @param keeps whether it may stay as it was; else it fits tightly
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
