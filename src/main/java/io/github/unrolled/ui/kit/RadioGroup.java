package io.github.unrolled.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.Node;

/** A radio group over a list of values, each a tile with an optional picture. */
public final class RadioGroup<T> {
  private final HTMLElement root;
  private final List<T> values;
  private final List<HTMLInputElement> inputs = new ArrayList<>();

  /**
   * Makes a group.
   *
   * @param name label and accessible name; unique among the groups of the root
   * @param className class of the tiles' box
   * @param label returns the label of a value
   * @param picture returns a decoration in front of a value's label, or an empty fragment
   * @param chosen called with each value that the reader chooses
   */
  public RadioGroup(
      String name,
      String className,
      List<T> values,
      Function<T, String> label,
      Function<T, Node> picture,
      Consumer<T> chosen) {
    this.values = values;
    root = Dom.element("div", className);
    root.setAttribute("role", "radiogroup");
    root.setAttribute("aria-label", name);
    for (T value : values) {
      HTMLInputElement input = (HTMLInputElement) Dom.element("input", "");
      input.setType("radio");
      input.setName(name);
      Dom.on(input, "change", event -> chosen.accept(value));
      inputs.add(input);
      HTMLElement text = Dom.text("span", "tile-label", label.apply(value));
      root.appendChild(Dom.element("label", "tile", input, picture.apply(value), text));
    }
  }

  /** The group's element. */
  public HTMLElement root() {
    return root;
  }

  /** Puts a heading before a value. */
  public void headFrom(T value, String heading) {
    int index = values.indexOf(value);
    HTMLElement text = Dom.text("span", "label group-heading", heading);
    root.insertBefore(text, root.getChildren().item(index));
  }

  /** Shows a value as chosen. */
  public void show(T value) {
    for (int i = 0; i < inputs.size(); i++) {
      boolean chosen = values.get(i).equals(value);
      if (inputs.get(i).isChecked() != chosen) {
        inputs.get(i).setChecked(chosen);
      }
    }
  }
}
