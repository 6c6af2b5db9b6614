package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** A toggle button with an icon for each of its two states. */
public final class ToggleButton {
  private final HTMLElement root;
  private boolean pressed;

  /** A listener to a toggle button. */
  public interface Listener {
    /** Called when the reader switches the button on or off. */
    void switched(boolean on);
  }

  public ToggleButton(
      String className, String label, Icon whenOff, Icon whenOn, Listener listener) {
    root = Dom.button(className, "", () -> press(listener));
    Element off = whenOff.element();
    Element on = whenOn.element();
    off.setAttribute("class", "icon when-off");
    on.setAttribute("class", "icon when-on");
    int aside = label.indexOf(" (");
    String name = aside < 0 ? label : label.substring(0, aside);
    HTMLElement text = Dom.text("span", "button-text", name);
    if (aside >= 0) {
      text.appendChild(Dom.text("span", "aside", label.substring(aside)));
    }
    Dom.append(root, off, on, text);
    root.setAttribute("aria-label", label);
    root.setAttribute("aria-pressed", "false");
  }

  private void press(Listener listener) {
    // Not left to show(): there may be two clicks within one frame.
    pressed = !pressed;
    listener.switched(pressed);
  }

  /** The button's element. */
  public HTMLElement root() {
    return root;
  }

  /** Shows the button as pressed or not. */
  public void show(boolean on) {
    pressed = on;
    Dom.setAttribute(root, "aria-pressed", on ? "true" : "false");
  }
}
