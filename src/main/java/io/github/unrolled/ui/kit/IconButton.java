package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** A button with an icon and a text; it keeps its name where a style hides the text. */
public final class IconButton {
  private IconButton() {}

  /** Makes a button that submits nothing. */
  public static HTMLElement of(String className, Icon icon, String label, Runnable action) {
    HTMLElement button = Dom.button(className, "", action);
    button.setAttribute("aria-label", label);
    Dom.append(button, icon.element(), Dom.text("span", "button-text", label));
    return button;
  }
}
