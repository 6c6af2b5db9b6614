package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A picture with parts to point at by pointer, touch or arrow keys: a grid of cells, but only the
 * cell in the tab order is in the document. The cursor marks that cell and the one pointed at.
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

  /** Makes a cursor around a picture, which fills it. */
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

  /** Sets the cell that the keyboard starts from; {@link #show} draws the change. */
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

  /** Whether a cell exists. */
  protected abstract boolean has(int row, int column);

  /** The row at a place in the picture; one that does not exist if no cell is there. */
  protected abstract int rowAt(double x, double y);

  /** The column at a place in the picture; one that does not exist if no cell is there. */
  protected abstract int columnAt(double x, double y);

  /** Puts an element over a cell. */
  protected abstract void cover(HTMLElement element, int row, int column);

  /** Describes a cell in words. */
  protected abstract String name(int row, int column);

  /** Called when the cell pointed at has changed, also to none. */
  protected abstract void onPoint();

  /** Whether a cell is pointed at: it is hovered or has the focus. */
  public final boolean isPointing() {
    return hoveredRow >= 0 || focused;
  }

  /** Row of the cell pointed at, else of the cell in the tab order. */
  public final int shownRow() {
    return hoveredRow >= 0 ? hoveredRow : row;
  }

  /** Column of the cell pointed at, else of the cell in the tab order. */
  public final int shownColumn() {
    return hoveredRow >= 0 ? hoveredColumn : column;
  }

  /** Updates the marks and the cell's name after the cells have changed places or numbers. */
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

  /** Places an element in the picture, in CSS pixels. */
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

  /** Makes a new cell: a screen reader reads a newly focused element, but not every change. */
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
