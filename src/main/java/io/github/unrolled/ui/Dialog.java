package io.github.unrolled.ui;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** A modal dialog with a heading and a button that closes it, as Escape does. */
final class Dialog {
  private final HTMLElement root;

  /**
   * Makes a dialog that is closed.
   *
   * @param closed called after it was closed, by whatever way
   */
  Dialog(String className, String title, Runnable closed, HTMLElement content) {
    HTMLElement heading = Dom.text("h2", "dialog-title", title);
    HTMLElement close = Dom.button("close-dialog", "×", this::close);
    close.setAttribute("aria-label", "Close");
    root =
        Dom.element(
            "dialog",
            "dialog " + className,
            Dom.element("div", "dialog-head", heading, close),
            content);
    root.setAttribute("aria-label", title);
    Dom.on(root, "close", event -> closed.run());
  }

  /** Its element, which shows nothing while it is closed. */
  HTMLElement root() {
    return root;
  }

  /** Opens it over all else. */
  void open() {
    showModal(root);
  }

  /** Closes it. */
  void close() {
    close(root);
  }

  @JSBody(params = "dialog", script = "if (!dialog.open) { dialog.showModal(); }")
  private static native void showModal(HTMLElement dialog);

  @JSBody(params = "dialog", script = "dialog.close();")
  private static native void close(HTMLElement dialog);
}
