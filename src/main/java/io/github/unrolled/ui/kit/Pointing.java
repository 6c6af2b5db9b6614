package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** Detects pointing at an element: the element is hovered or has the focus. */
public final class Pointing {
  private final Runnable begins;
  private final Runnable ends;
  private boolean hovered;
  private boolean focused;

  private Pointing(Runnable begins, Runnable ends) {
    this.begins = begins;
    this.ends = ends;
  }

  /** Calls {@code begins} and {@code ends} when pointing at an element begins and ends. */
  public static void at(HTMLElement element, Runnable begins, Runnable ends) {
    Pointing pointing = new Pointing(begins, ends);
    Dom.on(element, "pointerenter", event -> pointing.set(true, pointing.focused));
    Dom.on(element, "pointerleave", event -> pointing.set(false, pointing.focused));
    Dom.on(element, "focusin", event -> pointing.set(pointing.hovered, true));
    Dom.on(element, "focusout", event -> pointing.set(pointing.hovered, false));
  }

  private void set(boolean nowHovered, boolean nowFocused) {
    hovered = nowHovered;
    focused = nowFocused;
    if (hovered || focused) {
      begins.run();
    } else {
      ends.run();
    }
  }
}
