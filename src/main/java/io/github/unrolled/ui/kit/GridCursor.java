package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A picture whose parts can be pointed at, by pointer, touch or arrow keys: a grid of cells, of
 * which only the one in the tab order is in the document. It shows which one that is, and which one
 * is pointed at.
 */
public abstract class GridCursor {
  private static final int PAGE = 10;
  private static final int FAR = 1000;

  private final HTMLElement root;
  private final HTMLElement mark = Dom.element("div", "grid-mark");
  private HTMLElement line = Dom.element("div", "");
  private HTMLElement cell = line;
  private int hoveredRow = -1;
  private int hoveredColumn;
  private boolean focused;

  /** Row of the cell in the tab order. */
  private int row;

  /** Column of the cell in the tab order. */
  private int column;

  /** Makes one around a picture, which fills it. */
  protected GridCursor(String className, String name, HTMLElement picture) {
    root = Dom.element("div", "grid-cursor " + className, picture, mark);
    mark.setAttribute("aria-hidden", "true");
    root.setAttribute("role", "grid");
    root.setAttribute("aria-label", name);
    replaceCell();
    Dom.on(root, "pointermove", event -> hover((MouseEvent) event));
    Dom.on(root, "pointerleave", event -> leave());
    Dom.on(root, "click", event -> onClick((MouseEvent) event));
    Dom.on(root, "keydown", event -> onKey((KeyboardEvent) event));
  }

  /** Its element. */
  public final HTMLElement root() {
    return root;
  }

  /** Moves the cell that the keyboard starts from; nothing is drawn until {@link #show}. */
  public final void startAt(int nextRow, int nextColumn) {
    row = nextRow;
    column = nextColumn;
  }

  /** Column of the cell that the keyboard starts from. */
  public final int column() {
    return column;
  }

  /** Row of the cell that the keyboard starts from. */
  public final int row() {
    return row;
  }

  /** Whether there is such a cell. */
  protected abstract boolean has(int row, int column);

  /** The row of what is at a place of the picture; of none, one that it has not. */
  protected abstract int rowAt(double x, double y);

  /** The column of what is at a place of the picture; of none, one that it has not. */
  protected abstract int columnAt(double x, double y);

  /** Puts an element over a cell. */
  protected abstract void cover(HTMLElement element, int row, int column);

  /** What a cell shows, in words. */
  protected abstract String name(int row, int column);

  /** Called when another cell is pointed at than before, or none. */
  protected abstract void onPoint();

  /** Whether a cell is pointed at: hovered, or the focus is there. */
  public final boolean isPointing() {
    return hoveredRow >= 0 || focused;
  }

  /** Row of the cell pointed at, else of that in the tab order. */
  public final int shownRow() {
    return hoveredRow >= 0 ? hoveredRow : row;
  }

  /** Column of the cell pointed at, else of that in the tab order. */
  public final int shownColumn() {
    return hoveredRow >= 0 ? hoveredColumn : column;
  }

  /** Puts what it shows over the cells after they have changed their places or numbers. */
  public final void show() {
    if (hoveredRow >= 0 && !has(hoveredRow, hoveredColumn)) {
      hoveredRow = -1;
    }
    boolean any = has(row, column);
    Dom.setHidden(cell, !any);
    Dom.setHidden(mark, !any);
    if (any) {
      Dom.setAttribute(line, "aria-rowindex", row + 1 + "");
      Dom.setAttribute(cell, "aria-colindex", column + 1 + "");
      cover(cell, row, column);
      cover(mark, shownRow(), shownColumn());
      Dom.setAttribute(cell, "aria-label", name(row, column));
    }
  }

  /** Puts an element somewhere in the picture, in CSS pixels. */
  public static void place(HTMLElement element, int x, int y, int width, int height) {
    Browser.setStyle(element, "left", x + "px");
    Browser.setStyle(element, "top", y + "px");
    Browser.setStyle(element, "width", width + "px");
    Browser.setStyle(element, "height", height + "px");
  }

  private void hover(MouseEvent event) {
    int nextRow = rowAt(event.getOffsetX(), event.getOffsetY());
    int nextColumn = columnAt(event.getOffsetX(), event.getOffsetY());
    if (!has(nextRow, nextColumn)) {
      leave();
    } else if (nextRow != hoveredRow || nextColumn != hoveredColumn) {
      hoveredRow = nextRow;
      hoveredColumn = nextColumn;
      onPoint();
    }
  }

  private void leave() {
    if (hoveredRow >= 0) {
      hoveredRow = -1;
      onPoint();
    }
  }

  private void onClick(MouseEvent event) {
    int nextRow = rowAt(event.getOffsetX(), event.getOffsetY());
    int nextColumn = columnAt(event.getOffsetX(), event.getOffsetY());
    if (has(nextRow, nextColumn)) {
      moveTo(nextRow, nextColumn);
    }
  }

  private void onKey(KeyboardEvent event) {
    if (event.isAltKey() || event.isMetaKey() || event.isShiftKey() || event.isCtrlKey()) {
      return;
    }
    switch (event.getKey()) {
      case "ArrowLeft" -> move(event, 0, -1, 1);
      case "ArrowRight" -> move(event, 0, 1, 1);
      case "ArrowUp" -> move(event, -1, 0, 1);
      case "ArrowDown" -> move(event, 1, 0, 1);
      case "Home" -> move(event, 0, -1, FAR);
      case "End" -> move(event, 0, 1, FAR);
      case "PageUp" -> move(event, -1, 0, PAGE);
      case "PageDown" -> move(event, 1, 0, PAGE);
      default -> {}
    }
  }

  private void move(KeyboardEvent event, int down, int right, int times) {
    event.preventDefault();
    int nextRow = row;
    int nextColumn = column;
    for (int i = 0; i < times && has(nextRow + down, nextColumn + right); i++) {
      nextRow += down;
      nextColumn += right;
    }
    if (nextRow != row || nextColumn != column) {
      moveTo(nextRow, nextColumn);
    }
  }

  private void moveTo(int nextRow, int nextColumn) {
    row = nextRow;
    column = nextColumn;
    HTMLElement old = line;
    replaceCell();
    show();
    cell.focus();
    root.removeChild(old);
  }

  /** Makes a new cell: a screen reader reads what gets the focus, but not always what changes. */
  private void replaceCell() {
    cell = Dom.element("div", "grid-cell");
    cell.setAttribute("role", "gridcell");
    cell.setTabIndex(0);
    line = Dom.element("div", "", cell);
    line.setAttribute("role", "row");
    root.appendChild(line);
    HTMLElement made = cell;
    Dom.on(made, "focus", event -> onFocus(true));
    Dom.on(made, "blur", event -> onFocus(made != cell));
  }

  private void onFocus(boolean has) {
    focused = has;
    onPoint();
  }
}
