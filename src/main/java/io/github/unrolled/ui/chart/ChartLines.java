package io.github.unrolled.ui.chart;

import io.github.unrolled.ui.kit.Canvas;

/** Lines, points and areas in the units of a chart's axes. */
final class ChartLines {
  static final double LINE_WIDTH = 2;

  private static final int TICK_LENGTH = 4;
  private static final double OPEN_POINT_RADIUS = 3.75;
  private static final double END_POINT_RADIUS = 3.25;
  private static final double DOT_RADIUS = 2.75;
  private static final double OUTLINE_WIDTH = 1.5;

  /** Half the size of a mark at the edge. */
  private static final int ARROW = 4;

  /** Least distance of a line's points, in CSS pixels, at which they are marked. */
  private static final double LEAST_POINT_DISTANCE = 11;

  private final Canvas canvas;
  private final ChartFrame frame;

  ChartLines(Canvas canvas, ChartFrame frame) {
    this.canvas = canvas;
    this.frame = frame;
  }

  /**
   * Draws a line with open points where they have room, broken where a value is not finite.
   *
   * @param from first index drawn, in both arrays
   * @param to index after the last one drawn
   */
  void line(double[] xs, double[] ys, int from, int to, String color, String ground) {
    plain(xs, ys, from, to, color, LINE_WIDTH);
    if (frame.plotWidth() < LEAST_POINT_DISTANCE * frame.spanAcross()) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (Double.isFinite(ys[i])) {
        openPoint(xs[i], ys[i], OPEN_POINT_RADIUS, color, ground);
      }
    }
  }

  private void openPoint(double x, double y, double radius, String color, String ground) {
    canvas.circle(frame.x(x), frame.y(y), radius);
    canvas.fill(ground);
    canvas.stroke(color, OUTLINE_WIDTH);
  }

  /** Draws a line of a width without points, broken where a value is not finite. */
  void plain(double[] xs, double[] ys, int from, int to, String color, double width) {
    path(xs, ys, from, to);
    canvas.stroke(color, width);
  }

  private void path(double[] xs, double[] ys, int from, int to) {
    canvas.startPath();
    boolean open = false;
    for (int i = from; i < to; i++) {
      boolean finite = Double.isFinite(ys[i]);
      if (finite && open) {
        canvas.lineTo(frame.x(xs[i]), frame.y(ys[i]));
      } else if (finite) {
        canvas.moveTo(frame.x(xs[i]), frame.y(ys[i]));
      }
      open = finite;
    }
  }

  /** Draws a dashed line, broken where a value is not finite. */
  void dashed(double[] xs, double[] ys, int from, String color) {
    path(xs, ys, from, xs.length);
    strokeDashed(color);
  }

  /** Draws a dashed line through finite points that holds each value until the next point. */
  void stepped(double[] xs, double[] ys, String color) {
    canvas.startPath();
    for (int i = 0; i < xs.length; i++) {
      if (i > 0) {
        canvas.lineTo(frame.x(xs[i]), frame.y(ys[i - 1]));
      }
      point(xs[i], ys[i], i);
    }
    strokeDashed(color);
  }

  private void strokeDashed(String color) {
    canvas.dashed(6, 4);
    canvas.stroke(color, LINE_WIDTH);
    canvas.solid();
  }

  /** Draws a line of round dots, or dashes of a length, with gaps of a length. */
  void broken(double[] xs, double[] ys, double dash, double gap, String color) {
    path(xs, ys, 0, xs.length);
    canvas.dotted(dash, gap);
    canvas.stroke(color, LINE_WIDTH);
    canvas.flatEnds();
    canvas.solid();
  }

  /** Marks the last point of a line. */
  void endPoint(double x, double y, String color, String fill) {
    canvas.circle(frame.x(x), frame.y(y), END_POINT_RADIUS);
    canvas.fill(fill);
    canvas.stroke(color, LINE_WIDTH);
  }

  /** Draws open points without a line where a value is finite. */
  void openDots(double[] xs, double[] ys, int from, String color, String ground) {
    for (int i = from; i < xs.length; i++) {
      if (Double.isFinite(ys[i])) {
        openPoint(xs[i], ys[i], DOT_RADIUS, color, ground);
      }
    }
  }

  /** Draws filled points without a line. */
  void dots(double[] xs, double[] ys, String color) {
    for (int i = 0; i < xs.length; i++) {
      canvas.circle(frame.x(xs[i]), frame.y(ys[i]), DOT_RADIUS);
      canvas.fill(color);
    }
  }

  /**
   * Marks the place at the upper edge above which a line is highest, if it leaves the plot there.
   */
  void departure(double[] xs, double[] ys, String color) {
    int highest = -1;
    for (int i = 0; i < ys.length; i++) {
      if (Double.isFinite(ys[i]) && (highest < 0 || ys[i] > ys[highest])) {
        highest = i;
      }
    }
    if (highest < 0 || frame.y(ys[highest]) >= frame.top() - 1) {
      return;
    }
    double x =
        Math.max(frame.left() + ARROW, Math.min(frame.right() - ARROW, frame.x(xs[highest])));
    canvas.startPath();
    canvas.moveTo(x, frame.top() - ARROW);
    canvas.lineTo(x + ARROW, frame.top() + ARROW);
    canvas.lineTo(x - ARROW, frame.top() + ARROW);
    canvas.fill(color);
  }

  /** Draws short ticks that stand on the x axis. */
  void ticks(double[] xs, String color) {
    canvas.startPath();
    for (double value : xs) {
      double x = frame.x(value);
      canvas.moveTo(x, frame.bottom());
      canvas.lineTo(x, frame.bottom() - TICK_LENGTH);
    }
    canvas.stroke(color, 1);
  }

  /** Fills the area between two lines where the lower one is finite. */
  void band(double[] xs, double[] low, double[] high, String color) {
    canvas.startPath();
    int count = 0;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(low[i])) {
        point(xs[i], high[i], count++);
      }
    }
    for (int i = xs.length - 1; i >= 0; i--) {
      if (Double.isFinite(low[i])) {
        point(xs[i], low[i], count++);
      }
    }
    canvas.fill(color);
  }

  private void point(double x, double y, int before) {
    if (before == 0) {
      canvas.moveTo(frame.x(x), frame.y(y));
    } else {
      canvas.lineTo(frame.x(x), frame.y(y));
    }
  }

  /** Draws a thin horizontal line at a value, if that is in the range of the y axis. */
  void level(double value, String color) {
    if (frame.showsLevel(value)) {
      double y = Math.floor(frame.y(value)) + 0.5;
      canvas.dashed(2, 3);
      canvas.line(frame.left(), y, frame.right(), y, color, 1);
      canvas.solid();
    }
  }
}
