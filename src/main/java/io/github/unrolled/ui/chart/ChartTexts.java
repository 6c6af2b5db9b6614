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

  /** Writes to the right of a point, below or above it, within the plotting area. */
  void note(String text, double x, double y, boolean below, String color, String ground) {
    note(text, x, y, NOTE_GAP, below, color, ground);
  }

  /** Writes to the left of and above a point, within the plotting area. */
  void noteLeft(String text, double x, double y, String color, String ground) {
    note(text, x, y, -NOTE_GAP - canvas.textWidth(text), false, color, ground);
  }

  private void note(
      String text, double x, double y, double offset, boolean below, String color, String ground) {
    double textWidth = canvas.textWidth(text);
    double farthest = frame.right() - textWidth;
    double at = Math.max(frame.left() + 2, Math.min(farthest, offset + frame.x(x)));
    double high = frame.y(y) + (below ? FONT_SIZE : -FONT_SIZE);
    double from = frame.top() + FONT_SIZE / 2.0;
    double to = frame.bottom() - FONT_SIZE / 2.0;
    canvas.textLeftOutlined(text, at, Math.max(from, Math.min(to, high)), color, ground);
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
