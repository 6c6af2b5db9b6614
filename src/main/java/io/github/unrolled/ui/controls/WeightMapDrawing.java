package io.github.unrolled.ui.controls;

import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.MatrixLayout;
import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.ShortText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The heat map of one block of weights. A cell is redrawn only when it looks different. */
final class WeightMapDrawing {
  private static final int TEXT_SIZE = 11;
  private static final int LABEL_SIZE = 10;

  private final WeightBlocks blocks;
  private final int block;
  private final NetworkShape shape;
  private final Canvas canvas = new Canvas("map-canvas");

  /** The current look of each cell: its colour, and its number's hundredths if written. */
  private final double[] drawn;

  private @Nullable ShortText texts;

  WeightMapDrawing(WeightBlocks blocks, int block, NetworkShape shape) {
    this.blocks = blocks;
    this.block = block;
    this.shape = shape;
    drawn = new double[blocks.rows(block) * (blocks.lastColumn(block) + 1)];
  }

  /** Its canvas. */
  HTMLElement element() {
    return canvas.element();
  }

  /** Starts a new picture with only the labels of rows and columns. */
  void begin(MatrixLayout place, Palette palette) {
    Arrays.fill(drawn, Double.NaN);
    canvas.begin(place.width(), place.height(blocks.rows(block)));
    drawLabels(place, palette);
    canvas.font(400, TEXT_SIZE);
    texts = place.hasNumbers() ? new ShortText(canvas, place.cellWidth() - 2, drawn.length) : null;
  }

  /**
   * Draws the cells whose look has changed.
   *
   * @param numbers the flat parameters
   * @param scale magnitude at the ends of the colour scale
   */
  void drawCells(
      MatrixLayout place, Numbers numbers, double scale, SignedColor colors, Palette palette) {
    int slot = 0;
    for (int r = 0; r < blocks.rows(block); r++) {
      for (int c = 0; c <= blocks.lastColumn(block); c++) {
        if (c >= blocks.firstColumn(block)) {
          double value = numbers.get(blocks.index(block, r, c));
          int level = SignedColor.level(value / scale);
          double look = texts == null ? level : Math.floor(100 * value + 0.5) * 1000 + level;
          if (look != drawn[slot]) {
            drawn[slot] = look;
            drawCell(place, r, c, slot, value, level, colors, palette);
          }
        }
        slot++;
      }
    }
  }

  private void drawLabels(MatrixLayout place, Palette palette) {
    canvas.font(400, LABEL_SIZE);
    for (int c = blocks.firstColumn(block); c <= blocks.lastColumn(block); c++) {
      boolean unit = c > WeightBlocks.INPUT && c < blocks.bias();
      if (!unit || place.isColumnLabelled(c)) {
        String label =
            unit ? c + "" : c == WeightBlocks.INPUT ? "x" : c == blocks.bias() ? "b" : "bₕ";
        double x = place.left(c) + place.columnWidth(c) / 2.0;
        canvas.textCentered(label, x, place.top(0) - 6, palette.inkSoft());
      }
    }
    for (int r = 0; r < blocks.rows(block) && !blocks.isOutput(block); r++) {
      if (place.isRowLabelled(r + 1)) {
        double y = place.top(r) + place.cellHeight() / 2.0;
        canvas.textRight(r + 1 + "", place.left(0) - 3, y, palette.inkSoft());
      }
    }
  }

  private void drawCell(
      MatrixLayout place,
      int r,
      int c,
      int slot,
      double value,
      int level,
      SignedColor colors,
      Palette palette) {
    int gap = place.hasMarks() ? 1 : 0;
    double x = place.left(c);
    double y = place.top(r);
    double width = place.columnWidth(c) - gap;
    double height = place.rowHeight(blocks.rows(block)) - gap;
    canvas.fillRect(x, y, width, height, colors.fillOf(level));
    ShortText written = texts;
    if (shape.holdsAtZero(blocks.index(block, r, c))) {
      canvas.line(x, y + height, x + width, y, palette.inkSoft(), 1);
    } else if (written != null) {
      String text = written.hundredths(slot, value);
      canvas.textCentered(text, x + width / 2, y + height / 2 + 0.5, colors.inkOf(level));
    } else if (gap > 0 && value < 0) {
      double length = Math.max(3, Math.floor(width / 3));
      double left = x + Math.floor((width - length) / 2);
      canvas.fillRect(left, y + Math.floor(height / 2), length, 1, colors.inkOf(level));
    }
  }
}
