package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** A button that is pressed or not, with an icon for each. */
public final class ToggleButton {
  private final HTMLElement root;
  private boolean pressed;

  /** Told whether the button shall be pressed. */
  public interface Listener {
    /** Somebody asked for the other state. */
    void switched(boolean on);
  }

  public ToggleButton(
      String className, String label, Icon whenOff, Icon whenOn, Listener listener) {
    root = Dom.button(className, "", () -> press(listener));
    Element off = whenOff.element();
    Element on = whenOn.element();
    off.setAttribute("class", "icon when-off");
    on.setAttribute("class", "icon when-on");
    Dom.append(root, off, on, Dom.text("span", "", label));
    root.setAttribute("aria-pressed", "false");
  }

  private void press(Listener listener) {
    // At once and not when it is shown: there may be two clicks within one frame.
    pressed = !pressed;
    listener.switched(pressed);
  }

  /** The button. */
  public HTMLElement root() {
    return root;
  }

  /** Shows whether it is pressed. */
  public void show(boolean on) {
    pressed = on;
    Dom.setAttribute(root, "aria-pressed", on ? "true" : "false");
  }
}
