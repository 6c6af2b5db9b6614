package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;

/** Where the values of a chart are in its box, in CSS pixels from the upper left corner. */
final class ChartFrame {
  /** Height of the axis below. */
  static final int AXIS_HEIGHT = 24;

  private static final int TOP_MARGIN = 8;

  /** Beyond the plot by so many pixels it does not matter where a line goes. */
  private static final double FAR = 1e5;

  private final int rightMargin;
  private int width;
  private int height;
  private int left;
  private int top = TOP_MARGIN;
  private AxisRange across = new AxisRange(0, 1);
  private AxisRange up = new AxisRange(0, 1);

  /** Makes one without a size, with free space on the right. */
  ChartFrame(int rightMargin) {
    this.rightMargin = rightMargin;
  }

  void resize(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
  }

  /** Leaves so much room above the plotting area for words. */
  void setHeadroom(int pixels) {
    top = TOP_MARGIN + pixels;
  }

  /** Changes what the axes show. */
  void show(AxisRange nextAcross, AxisRange nextUp) {
    across = nextAcross;
    up = nextUp;
  }

  /** Changes what the axis on the left takes. */
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

  /** How much the x axis shows, in its unit. */
  double spanAcross() {
    return across.span();
  }

  /** How many labels of a width have room along the x axis. */
  int ticksAcross(int labelWidth) {
    return Math.max(1, plotWidth() / labelWidth);
  }

  /** How many labels have room along the y axis, so many pixels apart. */
  int ticksUp(int distance) {
    return Math.max(3, plotHeight() / distance);
  }

  /** Where a value of the x axis is; NaN stays NaN. */
  double x(double value) {
    return limited(left + across.fraction(value) * plotWidth());
  }

  /** Where a value of the y axis is; NaN stays NaN. */
  double y(double value) {
    return limited(bottom() - up.fraction(value) * plotHeight());
  }

  private static double limited(double pixels) {
    return Math.max(-FAR, Math.min(FAR, pixels));
  }

  /** Whether a value is within the y axis. */
  boolean showsLevel(double value) {
    return value >= up.min() && value <= up.max();
  }

  /** How many pixels a difference takes up along the y axis. */
  double pixelsUp(double difference) {
    return difference / up.span() * plotHeight();
  }
}
