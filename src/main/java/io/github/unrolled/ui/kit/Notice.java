package io.github.unrolled.ui.kit;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/** A message over the playground's lower end that moves nothing and stays until it is closed. */
public final class Notice {
  private final HTMLElement text = Dom.element("p", "");
  private final HTMLElement offer = Dom.button("button small", "", this::accept);
  private final HTMLElement close;
  private final HTMLElement root;
  private final EventListener<Event> acted = this::onAct;
  private Runnable offered = () -> {};
  private boolean goesByItself;

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
    HTMLElement box = Dom.element("div", "notice-box", text, offer, close);
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
    Dom.setHidden(offer, true);
    Dom.setText(text, message);
    goesByItself = false;
  }

  /**
   * Shows a message with something to do about it. It goes as soon as the reader does anything
   * else.
   */
  public void show(String message, String label, Runnable action) {
    show(message);
    Dom.setText(offer, label);
    Dom.setHidden(offer, false);
    offered = action;
    goesByItself = true;
  }

  private void accept() {
    show("");
    offered.run();
  }

  private void onAct(Event event) {
    if (goesByItself && !contains(root, event)) {
      show("");
    }
  }

  @JSBody(
      params = {"element", "event"},
      script = "return event.composedPath().indexOf(element.firstChild) >= 0;")
  private static native boolean contains(HTMLElement element, Event event);

  /** Watches what the reader does from now on. */
  public void connect() {
    Browser.window().addEventListener("pointerdown", acted, true);
    Browser.window().addEventListener("keydown", acted, true);
  }

  /** Watches it no longer. */
  public void disconnect() {
    Browser.window().removeEventListener("pointerdown", acted, true);
    Browser.window().removeEventListener("keydown", acted, true);
  }
}
