package io.github.unrolled.ui.chart;

import org.jspecify.annotations.Nullable;

/** What a line chart shows and says; it is asked whenever that is to be shown anew. */
public interface Lines {
  /** What is drawn, or null while there is nothing to draw. */
  @Nullable LinePicture picture();

  /**
   * What is marked.
   *
   * @param pointed x that is pointed at, NaN for none
   */
  default LineMarks marks(double pointed) {
    return LineMarks.NONE;
  }

  /** The same numbers as a table; another object if its columns are others. */
  LineTable table();

  /** What the chart shows, for whoever cannot see it. */
  default String words() {
    return "";
  }
}
