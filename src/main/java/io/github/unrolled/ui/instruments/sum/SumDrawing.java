package io.github.unrolled.ui.instruments.sum;

import static io.github.unrolled.ui.instruments.sum.SumLayout.MARGIN;
import static io.github.unrolled.ui.instruments.sum.SumLayout.STACK_TOP;

import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Palette;

/** The picture of a sum over time, in the colours of one theme. */
final class SumDrawing {
  private static final int FONT_SIZE = 11;

  private final Canvas canvas;
  private final Palette palette;
  private final SignedColor colors;

  SumDrawing(Canvas canvas, Palette palette) {
    this.canvas = canvas;
    this.palette = palette;
    colors =
        new SignedColor(palette.negative(), palette.neutral(), palette.positive(), palette.ink());
  }

  /**
   * Draws the whole picture.
   *
   * @param marked the step that stands out, from 0, or a negative number for none
   */
  void draw(SumParts parts, SumLayout layout, int marked) {
    canvas.begin(layout.width(), layout.height());
    canvas.font(400, FONT_SIZE);
    hatchTests(parts, layout);
    drawStack(parts, layout, marked);
    drawTotal(layout);
    drawBars(parts, layout, marked);
  }

  private void hatchTests(SumParts parts, SumLayout layout) {
    if (parts.trainSteps() < parts.steps()) {
      int from = layout.columnLeft(parts.trainSteps());
      double reach = layout.width() - MARGIN - from;
      double height = layout.barsBottom() - layout.barsTop();
      canvas.roundedRect(from, layout.barsTop(), reach, height, 0);
      double middle = layout.barsTop() + height / 2;
      canvas.hatch(from + reach / 2, middle, reach / 2 + height, palette.line());
    }
  }

  private void drawStack(SumParts parts, SumLayout layout, int marked) {
    for (int t = 0; t < parts.steps(); t++) {
      double from = layout.stackLeft(t);
      double length = layout.stackLength(t);
      double gap = layout.stackGap(t);
      int sign = parts.part(t) > 0 ? 1 : -1;
      canvas.fillRect(
          from + gap / 2,
          STACK_TOP,
          length - gap,
          layout.stackBottom() - STACK_TOP,
          colors.fill(sign));
      if (layout.hasStackLabel(t)) {
        double y = (STACK_TOP + layout.stackBottom()) / 2.0;
        canvas.textCentered(t + 1 + "", from + length / 2, y, colors.ink(sign));
      }
      if (t == marked && length > 0) {
        canvas.roundedRect(
            from, STACK_TOP - 1, Math.max(2, length), layout.stackBottom() - STACK_TOP + 2, 0);
        canvas.stroke(palette.paper(), 5);
        canvas.stroke(palette.ink(), 2);
      }
    }
  }

  private void drawTotal(SumLayout layout) {
    double zero = layout.stackZero();
    double end = layout.totalEnd();
    canvas.fillRect(
        Math.min(zero, end),
        layout.totalTop(),
        Math.abs(end - zero),
        layout.totalBottom() - layout.totalTop(),
        palette.bptt());
    canvas.line(zero, STACK_TOP - 3, zero, layout.totalBottom() + 3, palette.ink(), 1.5);
    canvas.textCentered("0", zero, layout.totalBottom() + 9, palette.inkSoft());
  }

  private void drawBars(SumParts parts, SumLayout layout, int marked) {
    for (int t = 0; t < parts.steps(); t++) {
      canvas.fillRect(
          layout.columnLeft(t),
          layout.barTop(t),
          layout.barWidth(t),
          layout.barHeight(t),
          colors.fill(parts.part(t) > 0 ? 1 : -1));
      if (layout.hasBarLabel(t, marked)) {
        boolean bold = t == marked;
        canvas.font(bold ? 600 : 400, FONT_SIZE);
        canvas.textCentered(
            t + 1 + "",
            layout.columnMiddle(t),
            layout.barsBottom() + 10,
            bold ? palette.ink() : palette.inkSoft());
      }
    }
    double zero = layout.barZero();
    canvas.line(MARGIN, zero, layout.width() - MARGIN, zero, palette.inkSoft(), 1);
  }
}
