package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/** A message over the playground's lower end that moves nothing and stays until it is closed. */
public final class Notice {
  private final HTMLElement text = Dom.element("p", "");
  private final HTMLElement close;
  private final HTMLElement root;

  /**
   * Makes a closed notice.
   *
   * @param next element that takes the focus after the close button was pressed
   */
  public Notice(HTMLElement next) {
    // A screen reader announces a text only in a region that existed before it.
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

  /** The notice's element, which must be the last of its parent. */
  public HTMLElement root() {
    return root;
  }

  /** Shows a message in place of the last one; an empty one closes the notice. */
  public void show(String message) {
    Dom.toggleClass(root, "empty", message.isEmpty());
    Dom.setHidden(close, message.isEmpty());
    Dom.setText(text, message);
  }
}
