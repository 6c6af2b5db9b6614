package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** A message over the playground's lower end, which moves nothing and stays until it is closed. */
public final class Notice {
  private final HTMLElement text = Dom.element("p", "");
  private final HTMLElement close;
  private final HTMLElement root;

  /**
   * Makes it, closed.
   *
   * @param next has the focus once it was closed by its button
   */
  public Notice(HTMLElement next) {
    // The region is there before its text, or nobody would be told of it.
    text.setAttribute("role", "status");
    close =
        Dom.button(
            "close-notice",
            "×",
            () -> {
              show("");
              Browser.focusQuietly(next);
            });
    close.setAttribute("aria-label", "Close the message");
    HTMLElement box = Dom.element("div", "notice-box", text, close);
    box.setAttribute("part", "notice");
    root = Dom.element("div", "notice", box);
    show("");
  }

  /** Its element, to stand last. */
  public HTMLElement root() {
    return root;
  }

  /** Shows a message in place of the last; an empty one takes that away. */
  public void show(String message) {
    Dom.toggleClass(root, "empty", message.isEmpty());
    Dom.setHidden(close, message.isEmpty());
    Dom.setText(text, message);
  }
}
