package io.github.unrolled.ui.takealong;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.ui.kit.CopyField;
import io.github.unrolled.ui.kit.Dialog;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Text;
import org.teavm.jso.dom.html.HTMLElement;

/** The link that carries the experiment as it is now. */
public final class ShareDialog {
  /** Count of letters beyond which some sites and programs cut a link. */
  private static final int SAFE_LETTERS = 2000;

  private final CopyField field = new CopyField("Link to this experiment", 4);
  private final HTMLElement size = Dom.element("p", "hint");
  private final Dialog dialog;

  public ShareDialog(HTMLElement place) {
    dialog =
        new Dialog(
            place,
            "share",
            "Share",
            Dom.element(
                "div",
                "",
                Dom.text(
                    "p",
                    "",
                    "Whoever opens the link sees this experiment with the network that is shown now, to the last"
                        + " digit. Nothing starts by itself, and nothing is stored but in the link."),
                field.root(),
                size));
  }

  /** Opens the dialog with a link. */
  public void open(String link) {
    field.show(link);
    String letters = new NumberFormat(Text.DECIMALS).integer(link.length()) + " characters.";
    Dom.setText(
        size,
        letters
            + (link.length() > SAFE_LETTERS
                ? " Some sites and mail programs cut links as long as this; Export saves a file."
                : "")
            + (link.startsWith("file:") ? " It leads to a file on this computer." : ""));
    dialog.open();
  }
}
