package io.github.unrolled.ui;

import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** The end of the header; a narrow playground hides its contents behind one button. */
final class More {
  private final HTMLElement button = Dom.button("button", "⋯", () -> open(!isOpen()));
  private final HTMLElement contents;
  private final HTMLElement root;

  private More(Node... contents) {
    this.contents = Dom.element("div", "extras", contents);
    button.setAttribute("aria-label", "More");
    button.setTitle("More");
    root = Dom.element("div", "more", button, this.contents);
    open(false);
  }

  /**
   * Makes the end of a header.
   *
   * @param around the element in which a press elsewhere closes what was opened
   */
  static HTMLElement of(HTMLElement around, Node... contents) {
    More more = new More(contents);
    Dom.onCapture(around, "pointerdown", more::closeOutside);
    Dom.on(more.root, "keydown", event -> more.closeByKey((KeyboardEvent) event));
    return more.root;
  }

  private boolean isOpen() {
    return root.hasAttribute("data-open");
  }

  private void open(boolean on) {
    Dom.setFlag(root, "data-open", on);
    Dom.setAttribute(button, "aria-expanded", on ? "true" : "false");
  }

  private void closeOutside(Event event) {
    if (!Browser.isTargetIn(event, root)) {
      open(false);
    }
  }

  private void closeByKey(KeyboardEvent event) {
    if (event.getKey().equals("Escape") && isOpen()) {
      event.preventDefault();
      open(false);
      button.focus();
    }
  }
}
