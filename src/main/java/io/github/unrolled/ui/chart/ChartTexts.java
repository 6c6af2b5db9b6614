package io.github.unrolled.ui.chart;

import io.github.unrolled.ui.kit.Canvas;

/** Short texts in the plotting area of a chart, outlined in the background colour. */
final class ChartTexts {
  static final int FONT_SIZE = 12;

  /** Distance from a point to the text beside it, in CSS pixels. */
  private static final int NOTE_GAP = 8;

  private static final int END_GAP = 4;

  /** Length of the line from a level to its name, past the label of a line's end. */
  private static final int LEADER = 14;

  private final Canvas canvas;
  private final ChartFrame frame;

  ChartTexts(Canvas canvas, ChartFrame frame) {
    this.canvas = canvas;
    this.frame = frame;
  }

  /** Writes to the left of and above a point, within the plotting area. */
  void noteLeft(String text, double x, double y, String color, String ground) {
    double left = frame.x(x) - NOTE_GAP - canvas.textWidth(text);
    double at = Math.max(frame.left() + 2, left);
    double high = Math.max(frame.top() + FONT_SIZE / 2.0, frame.y(y) - FONT_SIZE);
    canvas.textLeftOutlined(text, at, high, color, ground);
  }

  /** Writes after the end of a line. */
  void end(String text, double x, double y, String color, String ground) {
    canvas.textLeftOutlined(text, frame.x(x) + END_GAP, frame.y(y), color, ground);
  }

  /** Writes the name of a level into the right margin, with a line that leads there. */
  void level(Level.Label label, String color) {
    double from = Math.floor(label.from()) + 0.5;
    canvas.line(frame.right(), from, frame.right() + LEADER, label.at(), color, 1);
    canvas.textLeft(label.text(), frame.right() + LEADER + 2, label.at(), color);
  }
}
