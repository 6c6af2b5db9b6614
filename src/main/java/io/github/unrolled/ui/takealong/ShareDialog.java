package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Parts;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.CopyField;
import io.github.unrolled.ui.kit.Dialog;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.RadioGroup;
import io.github.unrolled.ui.kit.Text;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The link that carries the experiment as it is now, with the parts that are chosen. */
public final class ShareDialog {
  /** Count of letters beyond which some sites and programs cut a link. */
  private static final int SAFE_LETTERS = 2000;

  private final Sharing sharing;
  private final CopyField field = new CopyField("Link to this experiment", 4);
  private final HTMLElement size = Dom.element("p", "hint");
  private final PartChoice choice = new PartChoice(Parts.ALL, this::show);
  private final Dialog dialog;

  /** Whether the link leads to the page for frames, where the playground is alone. */
  private boolean alone;

  public ShareDialog(HTMLElement place, Sharing sharing) {
    this.sharing = sharing;
    alone = sharing.isAlone();
    HTMLElement content =
        Dom.element(
            "div",
            "",
            Dom.text(
                "p",
                "",
                "Whoever opens the link sees this experiment with the network that is shown now, to the last"
                    + " digit. Nothing starts by itself, and nothing is stored but in the link."),
            field.root(),
            size);
    if (!Browser.home().isEmpty()) {
      RadioGroup<Boolean> pages =
          new RadioGroup<>(
              "The link opens",
              "segments link-pages",
              List.of(false, true),
              isAlone -> isAlone ? "the playground alone" : "the whole page",
              isAlone -> Dom.element("span", ""),
              isAlone -> {
                alone = isAlone;
                show();
              });
      pages.show(alone);
      Dom.append(content, Dom.text("p", "label", "The link opens"), pages.root());
    }
    Dom.append(content, Dom.text("p", "label", "It shows"), choice.root());
    dialog = new Dialog(place, "share", "Share", content);
  }

  /** Opens the dialog with the link to the current experiment. */
  public void open() {
    show();
    dialog.open();
  }

  private void show() {
    String link = sharing.address(choice.parts(), alone);
    field.show(link);
    String letters = new NumberFormat(Text.DECIMALS).integer(link.length()) + " characters.";
    Dom.setText(
        size,
        letters
            + (link.length() > SAFE_LETTERS
                ? " Some sites and mail programs cut links as long as this; Export saves a file."
                : "")
            + (link.startsWith("file:") ? " It leads to a file on this computer." : ""));
  }
}
