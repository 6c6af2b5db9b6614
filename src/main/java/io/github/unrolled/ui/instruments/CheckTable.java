package io.github.unrolled.ui.instruments;

import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Text;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The table of a gradient check: both gradients of a parameter in each row. */
final class CheckTable {
  private static final String[] HEADERS = {
    "dL/d…", "BPTT", "difference quotient", "relative error"
  };

  private final HTMLElement body = Dom.element("tbody", "");
  private final List<HTMLElement[]> rows = new ArrayList<>();
  private final HTMLElement root;

  CheckTable() {
    HTMLElement head = Dom.element("tr", "");
    for (String heading : HEADERS) {
      HTMLElement cell = Dom.text("th", "", heading);
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    root = Dom.element("table", "check-table", Dom.element("thead", "", head), body);
    root.setAttribute("aria-label", "Gradient check");
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Shows no rows. */
  void clear() {
    shorten(0);
  }

  /** Shows parameters by their indices. */
  void show(int[] listed, GradientCheck check, ParameterNames names) {
    shorten(listed.length);
    for (int i = 0; i < listed.length; i++) {
      if (i == rows.size()) {
        addRow();
      }
      HTMLElement[] cells = rows.get(i);
      int index = listed[i];
      Formula.write(cells[0], names.symbol(index));
      boolean held = check.isHeld(index);
      Dom.setText(cells[1], Text.NUMBERS.significant(check.gradient(index)));
      Dom.setText(cells[2], held ? "held" : Text.NUMBERS.significant(check.quotient(index)));
      Dom.setText(cells[3], held ? "–" : Text.NUMBERS.loss(check.error(index)));
    }
  }

  private void shorten(int most) {
    while (rows.size() > most) {
      rows.remove(rows.size() - 1);
      body.removeChild(body.getLastChild());
    }
  }

  private void addRow() {
    HTMLElement row = Dom.element("tr", "");
    HTMLElement[] cells = new HTMLElement[HEADERS.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Dom.element(i == 0 ? "th" : "td", "");
      row.appendChild(cells[i]);
    }
    cells[0].setAttribute("scope", "row");
    rows.add(cells);
    body.appendChild(row);
  }
}
