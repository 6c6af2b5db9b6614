package io.github.unrolled.ui.kit;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A modal dialog with a heading and a button that closes it, as Escape does. It is in the document
 * only while it is open.
 */
public final class Dialog {
  private final HTMLElement place;
  private final HTMLElement root;

  /**
   * Makes a dialog that is closed.
   *
   * @param place where it stands while it is open
   */
  public Dialog(HTMLElement place, String className, String title, HTMLElement content) {
    this.place = place;
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
    Dom.on(root, "close", event -> root.delete());
  }

  /** Opens it over all else. */
  public void open() {
    place.appendChild(root);
    showModal(root);
  }

  /** Closes it. */
  public void close() {
    close(root);
  }

  @JSBody(params = "dialog", script = "if (!dialog.open) { dialog.showModal(); }")
  private static native void showModal(HTMLElement dialog);

  @JSBody(params = "dialog", script = "dialog.close();")
  private static native void close(HTMLElement dialog);
}
