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
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * One block of weights as a heat map and a grid of cells; only the cell in the tab order is in the
 * document. Pointing at a cell marks its parameter in every view; a click or the focus selects it.
 */
final class WeightMap {
  /** Count of rows that Page Up and Page Down move. */
  private static final int PAGE = 8;

  private final WeightBlocks blocks;
  private final int block;
  private final ParameterNames names;
  private final Consumer<Event> dispatch;
  private final IntConsumer select;
  private final Runnable edit;
  private final WeightMapDrawing drawing;
  private final HTMLElement mark = Dom.element("div", "map-mark");
  private final HTMLElement root;
  private HTMLElement line = Dom.element("div", "");
  private HTMLElement cell = line;
  private @Nullable MatrixLayout layout;
  private @Nullable Numbers parameters;
  private int row;
  private int column;
  private int hovered = -1;
  private boolean focused;

  /**
   * Makes the map of a block.
   *
   * @param select called with the selected parameter
   * @param edit called when the reader starts to type the parameter's number
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
    this.names = names;
    this.dispatch = dispatch;
    this.select = select;
    this.edit = edit;
    column = blocks.firstColumn(block);
    drawing = new WeightMapDrawing(blocks, block, shape);
    root = Dom.element("div", "map", drawing.element(), mark);
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

  /** The grid; its owner gives it a name. */
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
   * @param all whether the cells themselves or their colours have changed
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
      drawing.begin(place, palette);
      putCell(place);
    }
    drawing.drawCells(place, numbers, scale, colors, palette);
  }

  /** Marks the cell pointed at, given an index in the flat parameters or -1. */
  void point(int index) {
    MatrixLayout place = layout;
    boolean here = index >= 0 && blocks.block(index) == block && place != null;
    Dom.setHidden(mark, !here);
    if (here && place != null) {
      cover(mark, place, blocks.row(index), blocks.column(index));
    }
  }

  /** Selects the cell of an index in the flat parameters, or no cell if it is not in this map. */
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

  /** Names the cell by its parameter and current number. */
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
      // The key itself goes into the field, which has the focus before the key is typed.
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

  /** Makes a new cell: a screen reader reads a newly focused element, but not every change. */
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
