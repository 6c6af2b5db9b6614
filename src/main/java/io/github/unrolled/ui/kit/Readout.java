package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** A named number that changes while the experiment runs. */
public final class Readout {
  /** Time between two descriptions while the number keeps changing. */
  private static final double PERIOD_MS = 1000;

  private final String name;
  private final HTMLElement output;
  private final HTMLElement label;
  private final HTMLElement description = Dom.element("span", "");
  private final Paced describing = new Paced(PERIOD_MS, this::describe);
  private final HTMLElement root;

  /** Makes a read-out with its name above it. */
  public Readout(String name) {
    this.name = name;
    output = Dom.element("output", "readout-value");
    output.setAttribute("aria-label", name);
    // An output is a live region by default; nobody could listen to 60 changes a second.
    output.setAttribute("aria-live", "off");
    label = Dom.text("span", "readout-label", name);
    label.setAttribute("aria-hidden", "true");
    root = Dom.element("div", "readout", label, output);
  }

  /** The read-out's element. */
  public HTMLElement root() {
    return root;
  }

  /** Explains the name by the explanation with a key. */
  public void explain(String key) {
    label.clear();
    label.removeAttribute("aria-hidden");
    label.appendChild(new Term(key, name).root());
  }

  /** Adds a mark after the number's name. */
  public void note(HTMLElement mark) {
    root.appendChild(mark);
  }

  /** Makes name and number the description of elements that refer to an id. */
  public void describeAs(String id) {
    description.setAttribute("id", id);
    description.setHidden(true);
    root.appendChild(description);
  }

  /** Keeps the description up to date; called in every frame. */
  public void frame(boolean running) {
    describing.frame(true, running);
  }

  private void describe() {
    Dom.setText(description, name + " " + output.getTextContent());
  }

  /** Shows a text, and a longer one as its tooltip. */
  public void show(String text, String full) {
    Dom.setText(output, text);
    if (!full.equals(output.getTitle())) {
      Dom.setTitle(output, full);
    }
  }
}
