package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;

/** Places of a chart's values in its box, in CSS pixels from the upper left corner. */
final class ChartFrame {
  /** Height of the x axis. */
  static final int AXIS_HEIGHT = 24;

  private static final int TOP_MARGIN = 8;

  /** Pixels beyond the plot at which the exact place of a line no longer matters. */
  private static final double FAR = 1e5;

  private final int rightMargin;
  private int width;
  private int height;
  private int left;
  private int top = TOP_MARGIN;
  private AxisRange across = new AxisRange(0, 1);
  private AxisRange up = new AxisRange(0, 1);

  /** Makes a frame without a size, with free space on the right. */
  ChartFrame(int rightMargin) {
    this.rightMargin = rightMargin;
  }

  void resize(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
  }

  /** Sets the room for words above the plotting area. */
  void setHeadroom(int pixels) {
    top = TOP_MARGIN + pixels;
  }

  /** Changes the ranges of the axes. */
  void show(AxisRange nextAcross, AxisRange nextUp) {
    across = nextAcross;
    up = nextUp;
  }

  /** Changes the width of the axis on the left. */
  void setLeft(int pixels) {
    left = pixels;
  }

  boolean hasSize() {
    return width > 0 && height > 0;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int right() {
    return width - rightMargin;
  }

  int rightMargin() {
    return rightMargin;
  }

  int bottom() {
    return height - AXIS_HEIGHT;
  }

  int plotWidth() {
    return right() - left;
  }

  int plotHeight() {
    return bottom() - top;
  }

  /** Length of the x axis, in its unit. */
  double spanAcross() {
    return across.span();
  }

  /** The count of labels of a width that fit along the x axis. */
  int ticksAcross(int labelWidth) {
    return Math.max(1, plotWidth() / labelWidth);
  }

  /** The count of labels at a distance that fit along the y axis. */
  int ticksUp(int distance) {
    return Math.max(3, plotHeight() / distance);
  }

  /** Place of a value on the x axis; NaN stays NaN. */
  double x(double value) {
    return limited(left + across.fraction(value) * plotWidth());
  }

  /** Place of a value on the y axis; NaN stays NaN. */
  double y(double value) {
    return limited(bottom() - up.fraction(value) * plotHeight());
  }

  private static double limited(double pixels) {
    return Math.max(-FAR, Math.min(FAR, pixels));
  }

  /** Whether a value is in the range of the y axis. */
  boolean showsLevel(double value) {
    return value >= up.min() && value <= up.max();
  }

  /** Length of a difference along the y axis. */
  double pixelsUp(double difference) {
    return difference / up.span() * plotHeight();
  }
}
