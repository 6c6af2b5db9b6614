package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** An entry of a chart's legend: a mark, its name, its number, and a note in small print. */
public final class LegendEntry {
  private final HTMLElement name;
  private final HTMLElement value = Dom.element("span", "legend-value");
  private final HTMLElement detail = Dom.element("span", "legend-detail");
  private final HTMLElement root;

  /**
   * Makes an entry without a number.
   *
   * @param key the mark's class
   */
  public LegendEntry(String key, String name) {
    this(key, Dom.text("span", "", name));
  }

  /**
   * Makes an entry without a number.
   *
   * @param key the mark's class
   */
  public LegendEntry(String key, HTMLElement name) {
    this.name = name;
    root =
        Dom.element(
            "div", "legend-entry", Dom.element("i", "key " + key), this.name, value, detail);
  }

  /** Its element. */
  public HTMLElement root() {
    return root;
  }

  /** Changes the name. */
  public void name(String text) {
    Dom.setText(name, text);
  }

  /** Shows a number and a note on it. */
  public void show(String number, String more) {
    Dom.setText(value, number);
    Dom.setText(detail, more);
  }
}
