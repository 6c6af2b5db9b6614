package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Parts;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.CopyField;
import io.github.unrolled.ui.kit.Dialog;
import io.github.unrolled.ui.kit.Dom;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** Writes the markup that puts the experiment into another page, and previews the result. */
public final class EmbedDialog {
  private static final int FRAME_HEIGHT = 640;

  private final Sharing sharing;
  private final CopyField element = new CopyField("In your page, as an element", 5);
  private final CopyField frame = new CopyField("Or as a frame, where scripts are not wanted", 5);
  private final PartChoice choice;
  private final HTMLElement preview = Dom.element("div", "preview");
  private final Dialog dialog;
  private String fragment = "";

  public EmbedDialog(HTMLElement place, Sharing sharing) {
    this.sharing = sharing;
    choice = new PartChoice(sharing.state().look().parts(), this::show);
    HTMLElement content = Dom.element("div", "");
    content.appendChild(
        Dom.text(
            "p",
            "",
            "Puts this experiment, as it is now, into a page of yours, with the parts that you choose."));
    content.appendChild(choice.root());
    content.appendChild(element.root());
    content.appendChild(frame.root());
    if (Browser.home().isEmpty() || Browser.home().startsWith("file:")) {
      content.appendChild(
          Dom.text(
              "p",
              "hint",
              "Put the files of the site where your page finds them, and name that place here."));
    }
    content.appendChild(Dom.text("p", "label", "Preview"));
    content.appendChild(preview);
    dialog = new Dialog(place, "embed", "Embed", content);
  }

  /** Opens the dialog with the current experiment. */
  public void open() {
    fragment = sharing.shown(Parts.ALL);
    show();
    dialog.open();
  }

  private void show() {
    String home = Browser.home();
    String chosen = attribute("controls", true) + attribute("panels", false);
    element.show(
        "<script src=\""
            + home
            + "app.js\" defer></script>\n<rnn-playground"
            + " state=\""
            + escaped(fragment)
            + "\""
            + chosen
            + "></rnn-playground>");
    frame.show(
        "<iframe src=\""
            + home
            + "embed.html#"
            + escaped(sharing.shown(choice.parts()))
            + "\" data-unrolled title=\"Unrolled: a recurrent neural network\" loading=\"lazy\""
            + " style=\"width: 100%; height: "
            + FRAME_HEIGHT
            + "px; border: 0\"></iframe>\n<script src=\""
            + home
            + "embed-height.js\" defer></script>");
    preview.clear();
    HTMLElement playground = Dom.element("rnn-playground", "");
    for (String name : List.of("controls", "panels")) {
      playground.setAttribute(name, Attributes.valueOf(choice.parts(), name.equals("controls")));
    }
    playground.setAttribute("state", fragment);
    sharing.giveTheme(playground);
    preview.appendChild(playground);
  }

  private String attribute(String name, boolean controls) {
    String value = Attributes.valueOf(choice.parts(), controls);
    return value.equals("all") ? "" : " " + name + "=\"" + value + "\"";
  }

  /** Escapes the ampersand, the only letter of a fragment with a meaning in HTML. */
  private static String escaped(String fragment) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fragment.length(); i++) {
      char c = fragment.charAt(i);
      if (c == '&') {
        text.append("&amp;");
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
