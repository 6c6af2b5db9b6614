package io.github.unrolled.ui.kit;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A modal dialog with a heading and a close button; Escape closes it, too. It is in the document
 * only while it is open.
 */
public final class Dialog {
  private final HTMLElement place;
  private final HTMLElement root;

  /**
   * Makes a closed dialog.
   *
   * @param place parent of the dialog while it is open
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

  /** Opens the dialog above everything else. */
  public void open() {
    place.appendChild(root);
    showModal(root);
  }

  /** Closes the dialog. */
  public void close() {
    close(root);
  }

  @JSBody(params = "dialog", script = "if (!dialog.open) { dialog.showModal(); }")
  private static native void showModal(HTMLElement dialog);

  @JSBody(params = "dialog", script = "dialog.close();")
  private static native void close(HTMLElement dialog);
}
