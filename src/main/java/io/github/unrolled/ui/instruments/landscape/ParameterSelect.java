package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.ui.kit.Dom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Chooses one parameter of a network: its array, and its row and column if there are several. */
final class ParameterSelect {
  private final HTMLSelectElement array;
  private final HTMLSelectElement row;
  private final HTMLSelectElement column;
  private final HTMLElement root;

  /** The arrays, those of gated cells gate by gate. */
  private final List<Parameter> arrays = new ArrayList<>();

  private final IntConsumer chosen;

  /**
   * Makes the selects.
   *
   * @param name their label
   * @param chosen receives the index of each parameter that the reader chooses
   */
  ParameterSelect(String name, IntConsumer chosen) {
    this.chosen = chosen;
    array = select();
    row = select();
    column = select();
    row.setAttribute("aria-label", name + ", row");
    column.setAttribute("aria-label", name + ", column");
    root =
        Dom.element(
            "div",
            "parameter-select",
            Dom.element("label", "labelled", Dom.text("span", "label", name), array),
            row,
            column);
  }

  private HTMLSelectElement select() {
    HTMLSelectElement select = (HTMLSelectElement) Dom.element("select", "select");
    Dom.on(select, "change", event -> choose());
    return select;
  }

  private void choose() {
    Parameter of = arrays.get(array.getSelectedIndex());
    int atRow = Math.min(of.rows() - 1, Math.max(0, row.getSelectedIndex()));
    int atColumn = Math.min(of.columns() - 1, Math.max(0, column.getSelectedIndex()));
    chosen.accept(of.offset() + atRow * of.columns() + atColumn);
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Offers the parameters of a network. */
  void setShape(NetworkShape shape, ParameterNames names) {
    arrays.clear();
    array.clear();
    for (Parameter all : shape.newNetwork().parameters()) {
      int rows = Math.min(all.rows(), shape.hiddenSize());
      for (int from = 0; from < all.rows(); from += rows) {
        int offset = all.offset() + from * all.columns();
        arrays.add(new Parameter(all.name(), offset, rows, all.columns()));
        array.appendChild(Dom.text("option", "", names.array(offset)));
      }
    }
  }

  /** Shows a parameter as chosen. */
  void show(int index) {
    int at = 0;
    while (at + 1 < arrays.size() && arrays.get(at + 1).offset() <= index) {
      at++;
    }
    Parameter of = arrays.get(at);
    array.setSelectedIndex(at);
    count(row, of.rows(), (index - of.offset()) / of.columns());
    count(column, of.columns(), (index - of.offset()) % of.columns());
  }

  private static void count(HTMLSelectElement select, int count, int chosen) {
    Dom.setHidden(select, count == 1);
    if (select.getOptions().getLength() != count) {
      select.clear();
      for (int i = 1; i <= count; i++) {
        select.appendChild(Dom.text("option", "", i + ""));
      }
    }
    select.setSelectedIndex(chosen);
  }
}
