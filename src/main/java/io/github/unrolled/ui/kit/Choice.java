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
    this("label", Dom.text("span", "label", name), values, label, chosen);
  }

  /**
   * Makes a select whose name is explained.
   *
   * @param name its caption and accessible name
   * @param label returns the label of a value
   * @param chosen called with each value that the reader chooses
   */
  public Choice(Term name, List<T> values, Function<T, String> label, Consumer<T> chosen) {
    this("div", Dom.element("span", "label", name.root()), values, label, chosen);
    select.setAttribute("aria-label", name.text());
  }

  private Choice(
      String tag,
      HTMLElement caption,
      List<T> values,
      Function<T, String> label,
      Consumer<T> chosen) {
    this.values = values;
    select = (HTMLSelectElement) Dom.element("select", "select");
    for (T value : values) {
      select.appendChild(Dom.text("option", "", label.apply(value)));
    }
    Dom.on(select, "change", event -> chosen.accept(values.get(select.getSelectedIndex())));
    root = Dom.element(tag, "labelled", caption, select);
  }

  /** The select with its caption. */
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
