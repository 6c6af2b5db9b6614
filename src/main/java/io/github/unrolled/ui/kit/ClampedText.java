package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/**
 * A text of a few lines. Where its box is given less height than the text needs, a button at its
 * end opens all of it.
 */
public final class ClampedText {
  private final HTMLElement text;
  private final HTMLElement more;
  private final HTMLElement root;
  private final Browser.Observer textObserver;
  private final Browser.Observer boxObserver;
  private boolean whole;

  /**
   * Makes an empty text.
   *
   * @param className class of the text's own element
   */
  public ClampedText(String className) {
    text = Dom.element("p", className);
    more = Dom.button("clamped-more", "more", this::toggle);
    more.setAttribute("aria-expanded", "false");
    Dom.setHidden(more, true);
    root = Dom.element("div", "clamped", text, more);
    // A size observer is called after a layout, so that reading sizes here costs none.
    textObserver = Browser.observeSize(text, this::measure);
    boxObserver = Browser.observeSize(root, this::measure);
  }

  private void toggle() {
    whole = !whole;
    Dom.toggleClass(root, "whole", whole);
    Dom.setText(more, whole ? "less" : "more");
    Dom.setAttribute(more, "aria-expanded", whole ? "true" : "false");
  }

  private void measure() {
    if (!whole) {
      Dom.setHidden(more, text.getOffsetHeight() <= root.getClientHeight());
    }
  }

  /** The box of the text with its button. */
  public HTMLElement root() {
    return root;
  }

  /** The element to write into. */
  public HTMLElement text() {
    return text;
  }

  /** Stops watching the sizes. */
  public void close() {
    textObserver.disconnect();
    boxObserver.disconnect();
  }
}
