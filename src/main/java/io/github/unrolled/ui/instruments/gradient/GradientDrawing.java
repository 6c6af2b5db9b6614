package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.plot.DecadeScale;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.plot.TriangleLayout;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.GridCursor;
import io.github.unrolled.ui.kit.Palette;
import org.teavm.jso.dom.html.HTMLElement;

/** The picture of a gradient matrix with its factors, and the marks of steps over it. */
final class GradientDrawing {
  /** Scale of the entries: always the same, so that pictures can be compared. */
  private static final DecadeScale ENTRIES = new DecadeScale(-8, 2);

  /** Scale of the factors, with 1 in the middle. */
  private static final DecadeScale FACTORS = new DecadeScale(-1, 1);

  private static final int LEVELS = 100;

  /** Faintest colour of a number other than 0. */
  private static final double FAINTEST = 0.07;

  private static final int FONT_SIZE = 11;

  /** Least height of a cell with marks in it, in CSS pixels. */
  private static final int LEAST_MARKED = 4;

  private final Canvas canvas = new Canvas("gradient-canvas");
  private final HTMLElement rowMark = Dom.element("div", "gradient-row");
  private final HTMLElement columnMark = Dom.element("div", "gradient-column");
  private final HTMLElement root =
      Dom.element("div", "gradient-picture", canvas.element(), rowMark, columnMark);
  private final String[] fills = new String[LEVELS + 1];
  private final String[] cutFills = new String[LEVELS + 1];
  private TriangleLayout layout = new TriangleLayout(0, 0, 1);

  GradientDrawing() {
    root.setAttribute("aria-hidden", "true");
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Layout of the cells. */
  TriangleLayout layout() {
    return layout;
  }

  /** Takes over the theme's colours. */
  void color(Palette colors) {
    mix(Rgb.parse(colors.bptt()), Rgb.parse(colors.paper()), fills);
    mix(Rgb.parse(colors.inkSoft()), Rgb.parse(colors.paper()), cutFills);
  }

  private static void mix(Rgb color, Rgb paper, String[] fills) {
    for (int i = 0; i < fills.length; i++) {
      fills[i] = paper.mix(color, FAINTEST + (1 - FAINTEST) * i / LEVELS).css();
    }
  }

  /** Draws a matrix in a box of a size in CSS pixels. */
  void draw(GradientMatrix matrix, int width, int height, Palette colors) {
    layout = new TriangleLayout(width, height, matrix.count());
    canvas.begin(width, layout.height());
    canvas.font(400, FONT_SIZE);
    for (int row = 0; row < layout.count(); row++) {
      int top = layout.top(row);
      int rowHeight = layout.top(row + 1) - top;
      if (row % layout.rowsPerLabel() == 0) {
        String label = matrix.step(row) + "";
        canvas.textRight(label, TriangleLayout.LEFT - 5, top + rowHeight / 2.0, colors.inkSoft());
      }
      boolean rounding = matrix.isRounding(row);
      for (int column = 0; column <= row; column++) {
        int left = layout.left(column);
        drawCell(
            rounding ? 0 : matrix.entry(row, column),
            matrix.isCut(row, column),
            left,
            top,
            layout.left(column + 1) - left,
            rowHeight,
            colors);
      }
    }
    drawFactors(matrix, colors);
  }

  private void drawCell(
      double value, boolean cut, int left, int top, int width, int height, Palette colors) {
    boolean marked = height >= LEAST_MARKED;
    int gap = marked ? 1 : 0;
    int right = left + width - gap;
    int bottom = top + height - gap;
    if (value == 0) {
      canvas.fillRect(left, top, right - left, bottom - top, colors.paper());
      int dot = marked ? 2 : 1;
      canvas.fillRect(left + (width - dot) / 2, top + (height - dot) / 2, dot, dot, colors.ink());
    } else {
      int level = (int) (ENTRIES.position(value) * LEVELS + 0.5);
      String fill = cut ? cutFills[level] : fills[level];
      canvas.fillRect(left, top, right - left, bottom - top, fill);
    }
    if (cut && marked) {
      canvas.line(left, bottom, right, top, colors.paper(), 1.5);
    }
  }

  private void drawFactors(GradientMatrix matrix, Palette colors) {
    int top = layout.barsTop();
    int middle = top + layout.bars() / 2;
    int right = layout.left(layout.count());
    int x = TriangleLayout.LEFT - 5;
    canvas.line(TriangleLayout.LEFT, middle + 0.5, right, middle + 0.5, colors.inkSoft(), 1);
    canvas.textRight("≥10", x, top + 4, colors.inkSoft());
    canvas.textRight("1", x, middle, colors.inkSoft());
    canvas.textRight("≤0.1", x, top + layout.bars() - 4, colors.inkSoft());
    for (int column = 0; column < layout.count(); column++) {
      int left = layout.left(column);
      double width = Math.max(1, layout.left(column + 1) - left - 1);
      if (column % layout.columnsPerLabel() == 0) {
        String label = matrix.step(column) + "";
        double y = top - TriangleLayout.LABELS / 2.0;
        canvas.textCentered(label, left + layout.columnWidth() / 2, y, colors.inkSoft());
      }
      if (column > 0) {
        double factor = matrix.factor(column);
        double reach = (0.5 - FACTORS.position(factor)) * layout.bars();
        double from = middle + Math.min(0, reach);
        double height = Math.max(1, Math.abs(reach));
        canvas.fillRect(left, from, width, height, colors.bptt());
        if (factor < 0 && width > 3 && height > 3) {
          canvas.fillRect(left + 1, from + 1, width - 2, height - 2, colors.paper());
        }
      }
    }
  }

  /** Marks the row of the step under the cursor and the column of the step pointed at. */
  void placeMarks(GradientMatrix matrix) {
    int row = matrix.cursorRow();
    Dom.setHidden(rowMark, row < 0);
    GridCursor.place(
        rowMark,
        TriangleLayout.LEFT,
        layout.top(row),
        layout.left(row + 1) - TriangleLayout.LEFT,
        layout.top(row + 1) - layout.top(row));
    int column = matrix.pointedColumn();
    Dom.setHidden(columnMark, column < 0);
    int top = layout.top(column);
    GridCursor.place(
        columnMark,
        layout.left(column),
        top,
        layout.left(column + 1) - layout.left(column),
        layout.height() - top);
  }

  /** Puts an element over a cell. */
  void cover(HTMLElement element, int row, int column) {
    int left = layout.left(column);
    int top = layout.top(row);
    GridCursor.place(element, left, top, layout.left(column + 1) - left, layout.top(row + 1) - top);
  }
}
