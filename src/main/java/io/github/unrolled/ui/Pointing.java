package io.github.unrolled.ui;

import org.teavm.jso.dom.html.HTMLElement;

/** Pointing at an element, be it by hovering or by the focus. */
final class Pointing {

  private Pointing() {}

  /** Calls one or the other when somebody begins or ends to point at an element. */
  static void at(HTMLElement element, Runnable begins, Runnable ends) {
    Dom.on(element, "pointerenter", event -> begins.run());
    Dom.on(element, "pointerleave", event -> ends.run());
    Dom.on(element, "focusin", event -> begins.run());
    Dom.on(element, "focusout", event -> ends.run());
  }
}
