package io.github.unrolled.ui.chart;

import org.jspecify.annotations.Nullable;

/** The contents of a line chart, queried whenever the chart is redrawn. */
public interface Lines {
  /** The picture, or null while there is nothing to draw. */
  @Nullable LinePicture picture();

  /**
   * The marks.
   *
   * @param pointed x pointed at; NaN for none
   */
  default LineMarks marks(double pointed) {
    return LineMarks.NONE;
  }

  /** The same numbers as a table; a new object whenever its columns change. */
  LineTable table();

  /** A description of the chart for readers who cannot see it. */
  default String words() {
    return "";
  }
}
