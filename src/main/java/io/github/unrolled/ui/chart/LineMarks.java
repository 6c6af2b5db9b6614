package io.github.unrolled.ui.chart;

import java.util.List;

/**
 * The marks in a line chart.
 *
 * @param present x of the present, or of the chosen point; NaN for none
 * @param dots a point for each line with a mark
 */
public record LineMarks(double present, List<Dot> dots) {
  /** Marks nothing. */
  public static final LineMarks NONE = new LineMarks(Double.NaN, List.of());

  /** A point in the units of the axes; NaN for none. */
  public record Dot(double x, double y) {
    /** No point. */
    public static final Dot NONE = new Dot(Double.NaN, Double.NaN);
  }

  /** Marks the present alone. */
  public static LineMarks at(double present) {
    return new LineMarks(present, List.of());
  }
}
