package io.github.unrolled.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** A labelled native select over a list of values. */
public final class Choice<T> {
  private final HTMLSelectElement select;
  private final HTMLElement root;
  private final List<T> values;

  /**
   * Makes a select.
   *
   * @param name its label and accessible name
   * @param label returns the label of a value
   * @param chosen called with each value that the reader chooses
   */
  public Choice(String name, List<T> values, Function<T, String> label, Consumer<T> chosen) {
    this.values = values;
    select = (HTMLSelectElement) Dom.element("select", "select");
    for (T value : values) {
      select.appendChild(Dom.text("option", "", label.apply(value)));
    }
    Dom.on(select, "change", event -> chosen.accept(values.get(select.getSelectedIndex())));
    root = Dom.element("label", "labelled", Dom.text("span", "label", name), select);
  }

  /** The label that contains the select. */
  public HTMLElement root() {
    return root;
  }

  /** Shows a value as chosen. */
  public void show(T value) {
    int index = values.indexOf(value);
    if (select.getSelectedIndex() != index) {
      select.setSelectedIndex(index);
    }
  }
}
