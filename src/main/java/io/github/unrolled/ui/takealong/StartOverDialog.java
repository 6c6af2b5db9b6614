package io.github.unrolled.ui.takealong;

import io.github.unrolled.ui.kit.Dialog;
import io.github.unrolled.ui.kit.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** Asks once whether to start over, and says what goes with it. */
public final class StartOverDialog {
  private final Dialog dialog;

  public StartOverDialog(HTMLElement place, Sharing sharing) {
    HTMLElement cancel = Dom.button("button", "Cancel", this::close);
    // Enter pressed once too often changes nothing.
    cancel.setAttribute("autofocus", "");
    HTMLElement content =
        Dom.element(
            "div",
            "",
            Dom.text(
                "p",
                "",
                "The task, the network, its weights and all settings become what this page opens with. What you"
                    + " trained, the runs you kept and the instruments you opened will be gone."),
            Dom.text("p", "", "Undo brings all of it back in one step while the page stays open."),
            Dom.element(
                "div",
                "file-buttons",
                Dom.button(
                    "button primary",
                    "Start over",
                    () -> {
                      close();
                      sharing.startOver();
                    }),
                cancel));
    dialog = new Dialog(place, "start-over", "Start over", content);
  }

  /** Opens the dialog. */
  public void open() {
    dialog.open();
  }

  private void close() {
    dialog.close();
  }
}
