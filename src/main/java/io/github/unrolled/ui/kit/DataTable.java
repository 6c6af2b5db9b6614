package io.github.unrolled.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.jso.dom.html.HTMLElement;

/** The data of a figure as a table, closed at first and filled only while open. */
public final class DataTable {
  private static final double PERIOD_MS = 250;

  private final HTMLElement root = Dom.element("details", "data-table");
  private final HTMLElement head = Dom.element("tr", "");
  private final HTMLElement body = Dom.element("tbody", "");
  private final List<HTMLElement[]> rows = new ArrayList<>();
  private final Supplier<List<String[]>> data;
  private final Paced filling = new Paced(PERIOD_MS, this::fill);

  /**
   * Makes an empty table.
   *
   * @param caption the figure's name
   * @param headers a header for each column; the first column heads its row
   * @param data returns the current rows
   */
  public DataTable(String caption, String[] headers, Supplier<List<String[]>> data) {
    this.data = data;
    setHeaders(headers);
    HTMLElement region =
        Dom.element(
            "div",
            "table-scroll",
            Dom.element(
                "table",
                "",
                Dom.text("caption", "visually-hidden", caption),
                Dom.element("thead", "", head),
                body));
    region.setAttribute("role", "group");
    region.setAttribute("aria-label", caption + ", data table");
    region.setAttribute("tabindex", "0");
    Dom.append(root, Dom.text("summary", "", "Data table"), region);
    Dom.on(root, "toggle", event -> filling.frame(true, false));
  }

  /** Changes the columns; new rows must follow. */
  public void setHeaders(String[] headers) {
    head.clear();
    body.clear();
    rows.clear();
    for (String header : headers) {
      HTMLElement cell = Dom.element("th", "");
      Formula.write(cell, header);
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
  }

  /** Its element. */
  public HTMLElement root() {
    return root;
  }

  /**
   * Updates the table if it is open; called in every frame.
   *
   * @param changed whether the data have changed since the last call
   * @param running whether they will keep changing
   */
  public void frame(boolean changed, boolean running) {
    filling.frame(changed, running);
  }

  private void fill() {
    if (!root.hasAttribute("open")) {
      return;
    }
    List<String[]> texts = data.get();
    while (rows.size() > texts.size()) {
      rows.remove(rows.size() - 1);
      body.removeChild(body.getLastChild());
    }
    for (int i = 0; i < texts.size(); i++) {
      if (i == rows.size()) {
        addRow(texts.get(i).length);
      }
      HTMLElement[] cells = rows.get(i);
      for (int column = 0; column < cells.length; column++) {
        Dom.setText(cells[column], texts.get(i)[column]);
      }
    }
  }

  private void addRow(int columns) {
    HTMLElement row = Dom.element("tr", "");
    HTMLElement[] cells = new HTMLElement[columns];
    for (int i = 0; i < columns; i++) {
      cells[i] = Dom.element(i == 0 ? "th" : "td", "");
      row.appendChild(cells[i]);
    }
    cells[0].setAttribute("scope", "row");
    rows.add(cells);
    body.appendChild(row);
  }
}
