package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Part;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.ui.kit.Dom;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The choice of the controls and panels to take along: a check box for each. */
final class PartChoice {
  private final Runnable changed;
  private final HTMLElement root;
  private Parts parts;

  /**
   * Makes the check boxes.
   *
   * @param parts the parts that are checked at first
   * @param changed called after each change
   */
  PartChoice(Parts parts, Runnable changed) {
    this.parts = parts;
    this.changed = changed;
    root = Dom.element("div", "part-choice", group("Controls", true), group("Panels", false));
  }

  private HTMLElement group(String name, boolean controls) {
    HTMLElement group = Dom.element("fieldset", "", Dom.text("legend", "label", name));
    for (Part part : Part.values()) {
      if (part.isControl() == controls) {
        group.appendChild(check(part));
      }
    }
    return group;
  }

  private HTMLElement check(Part part) {
    HTMLInputElement box = (HTMLInputElement) Dom.element("input", "");
    box.setType("checkbox");
    box.setChecked(parts.has(part));
    Dom.on(
        box,
        "change",
        event -> {
          parts = parts.with(part, box.isChecked());
          changed.run();
        });
    return Dom.element("label", "part-check", box, Dom.text("span", "", part.label()));
  }

  /** Its element. */
  HTMLElement root() {
    return root;
  }

  /** The parts that are checked. */
  Parts parts() {
    return parts;
  }
}
