package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.WeightBlocks;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.MatrixLayout;
import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.ShortText;
import io.github.unrolled.ui.kit.Text;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * One block of weights as a heat map and a grid of cells, of which only the one in the tab order is
 * in the document. A cell is redrawn only when it looks different. Pointing at a cell marks its
 * parameter in every view; a click or the focus selects it.
 */
final class WeightMap {
  /** How many rows Page Up and Page Down move. */
  private static final int PAGE = 8;

  private static final int TEXT_SIZE = 11;
  private static final int LABEL_SIZE = 10;

  private final WeightBlocks blocks;
  private final int block;
  private final NetworkShape shape;
  private final ParameterNames names;
  private final Consumer<Event> dispatch;
  private final IntConsumer select;
  private final Runnable edit;
  private final Canvas canvas = new Canvas("map-canvas");
  private final HTMLElement mark = Dom.element("div", "map-mark");
  private final HTMLElement root;
  private final double[] drawn;
  private HTMLElement line = Dom.element("div", "");
  private HTMLElement cell = line;
  private @Nullable MatrixLayout layout;
  private @Nullable Numbers parameters;
  private @Nullable ShortText texts;
  private int row;
  private int column;
  private int hovered = -1;
  private boolean focused;

  /**
   * Makes the map of a block.
   *
   * @param select told of the parameter that is selected
   * @param edit called when its number shall be typed
   */
  WeightMap(
      WeightBlocks blocks,
      int block,
      NetworkShape shape,
      ParameterNames names,
      Consumer<Event> dispatch,
      IntConsumer select,
      Runnable edit) {
    this.blocks = blocks;
    this.block = block;
    this.shape = shape;
    this.names = names;
    this.dispatch = dispatch;
    this.select = select;
    this.edit = edit;
    column = blocks.firstColumn(block);
    drawn = new double[blocks.rows(block) * (blocks.lastColumn(block) + 1)];
    root = Dom.element("div", "map", canvas.element(), mark);
    Dom.setHidden(mark, true);
    mark.setAttribute("aria-hidden", "true");
    root.setAttribute("role", "grid");
    root.setAttribute("aria-rowcount", blocks.rows(block) + "");
    root.setAttribute("aria-colcount", columnIndex(blocks.lastColumn(block)) + "");
    replaceCell();
    Dom.on(root, "pointermove", event -> hover(indexAt((MouseEvent) event)));
    Dom.on(root, "pointerleave", event -> hover(-1));
    Dom.on(root, "click", event -> onClick((MouseEvent) event));
    Dom.on(root, "keydown", event -> onKey((KeyboardEvent) event));
  }

  /** The grid, which its owner names. */
  HTMLElement root() {
    return root;
  }

  private int index() {
    return blocks.index(block, row, column);
  }

  private int columnIndex(int of) {
    return of - blocks.firstColumn(block) + 1;
  }

  /**
   * Draws what has changed.
   *
   * @param all whether the cells themselves or their colours are others than before
   */
  void draw(
      MatrixLayout place,
      Numbers numbers,
      double scale,
      SignedColor colors,
      Palette palette,
      boolean all) {
    parameters = numbers;
    if (all) {
      layout = place;
      Arrays.fill(drawn, Double.NaN);
      canvas.begin(place.width(), place.height(blocks.rows(block)));
      drawLabels(place, palette);
      canvas.font(400, TEXT_SIZE);
      texts =
          place.hasNumbers() ? new ShortText(canvas, place.cellWidth() - 2, drawn.length) : null;
      putCell(place);
    }
    int slot = 0;
    for (int r = 0; r < blocks.rows(block); r++) {
      for (int c = 0; c <= blocks.lastColumn(block); c++) {
        if (c >= blocks.firstColumn(block)) {
          int index = blocks.index(block, r, c);
          double value = numbers.get(index);
          int level = SignedColor.level(value / scale);
          // What is seen of a number: its colour, and its hundredths if they are written.
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

  /** Shows which cell is pointed at, given an index in the flat parameters or -1. */
  void point(int index) {
    MatrixLayout place = layout;
    boolean here = index >= 0 && blocks.block(index) == block && place != null;
    Dom.setHidden(mark, !here);
    if (here && place != null) {
      cover(mark, place, blocks.row(index), blocks.column(index));
    }
  }

  /** Makes a cell the selected one, given an index in the flat parameters, or none of this map. */
  void show(int index) {
    if (blocks.block(index) == block) {
      row = blocks.row(index);
      column = blocks.column(index);
      MatrixLayout place = layout;
      if (place != null) {
        putCell(place);
      }
      Dom.setAttribute(cell, "aria-selected", "true");
    } else {
      Dom.setAttribute(cell, "aria-selected", "false");
    }
    name();
  }

  /** Moves the focus to the cell in the tab order. */
  void focus() {
    cell.focus();
  }

  /** Names the cell by what it shows now. */
  void name() {
    Numbers numbers = parameters;
    if (numbers != null) {
      int index = index();
      String value = Text.NUMBERS.significant(numbers.get(index));
      Dom.setAttribute(
          cell, "aria-label", names.array(index) + ", " + names.route(index) + ": " + value);
    }
  }

  private void putCell(MatrixLayout place) {
    Dom.setAttribute(line, "aria-rowindex", row + 1 + "");
    Dom.setAttribute(cell, "aria-colindex", columnIndex(column) + "");
    cover(cell, place, row, column);
  }

  private void cover(HTMLElement element, MatrixLayout place, int row, int column) {
    Browser.setStyle(element, "left", place.left(column) + "px");
    Browser.setStyle(element, "top", place.top(row) + "px");
    Browser.setStyle(element, "width", place.columnWidth(column) + "px");
    Browser.setStyle(element, "height", place.rowHeight(blocks.rows(block)) + "px");
  }

  private void hover(int index) {
    if (index != hovered) {
      hovered = index;
      pointAt();
    }
  }

  private void pointAt() {
    int index = hovered >= 0 ? hovered : focused ? index() : -1;
    dispatch.accept(new Command.ParameterPointedAt(index));
  }

  /** The parameter at a place of the canvas, or -1. */
  private int indexAt(MouseEvent event) {
    MatrixLayout place = layout;
    if (place == null) {
      return -1;
    }
    int r = place.rowAt(event.getOffsetY(), blocks.rows(block));
    int c = place.columnAt(event.getOffsetX());
    boolean inside =
        r >= 0
            && r < blocks.rows(block)
            && c >= blocks.firstColumn(block)
            && c <= blocks.lastColumn(block)
            && event.getOffsetX() >= place.left(c);
    return inside ? blocks.index(block, r, c) : -1;
  }

  private void onClick(MouseEvent event) {
    int index = indexAt(event);
    if (index >= 0) {
      moveTo(blocks.row(index), blocks.column(index));
    }
  }

  private void onKey(KeyboardEvent event) {
    String key = event.getKey();
    boolean far = event.isCtrlKey();
    if (event.isAltKey() || event.isMetaKey() || event.isShiftKey()) {
      return;
    }
    int lastRow = blocks.rows(block) - 1;
    int first = blocks.firstColumn(block);
    int last = blocks.lastColumn(block);
    if (key.equals("Home") || key.equals("End")) {
      boolean home = key.equals("Home");
      event.preventDefault();
      moveTo(far ? (home ? 0 : lastRow) : row, home ? first : last);
      return;
    }
    if (far) {
      return;
    }
    int down =
        switch (key) {
          case "PageDown" -> PAGE;
          case "PageUp" -> -PAGE;
          case "ArrowDown" -> 1;
          case "ArrowUp" -> -1;
          default -> 0;
        };
    int right = key.equals("ArrowRight") ? 1 : key.equals("ArrowLeft") ? -1 : 0;
    if (down != 0 || right != 0) {
      event.preventDefault();
      int nextRow = Math.max(0, Math.min(lastRow, row + down));
      moveTo(nextRow, Math.max(first, Math.min(last, column + right)));
    } else if (key.equals("Enter")) {
      event.preventDefault();
      edit.run();
    } else if (key.length() == 1 && "0123456789.-+\u2212".indexOf(key) >= 0) {
      // The key itself goes into the field, which has the focus before it is typed.
      edit.run();
    }
  }

  private void moveTo(int nextRow, int nextColumn) {
    if (nextRow == row && nextColumn == column && focused) {
      return;
    }
    row = nextRow;
    column = nextColumn;
    HTMLElement old = line;
    replaceCell();
    name();
    focus();
    root.removeChild(old);
  }

  /** Makes a new cell: a screen reader reads what gets the focus, but not always what changes. */
  private void replaceCell() {
    cell = Dom.element("div", "map-cell");
    cell.setAttribute("role", "gridcell");
    cell.setTabIndex(0);
    line = Dom.element("div", "", cell);
    line.setAttribute("role", "row");
    root.appendChild(line);
    MatrixLayout place = layout;
    if (place != null) {
      putCell(place);
    }
    Dom.on(cell, "focus", event -> onFocus(true));
    Dom.on(cell, "blur", event -> onFocus(false));
  }

  private void onFocus(boolean has) {
    focused = has;
    if (has) {
      select.accept(index());
    }
    pointAt();
  }
}
