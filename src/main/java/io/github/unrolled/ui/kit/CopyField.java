package io.github.unrolled.ui.kit;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** A text with a button that copies it. */
public final class CopyField {
  private final HTMLTextAreaElement text;
  private final HTMLElement said = Dom.element("span", "hint");
  private final HTMLElement root;

  /**
   * Makes a field.
   *
   * @param what label that names the text
   */
  public CopyField(String what, int rows) {
    text = (HTMLTextAreaElement) Dom.element("textarea", "numbers copied");
    text.setAttribute("rows", rows + "");
    text.setAttribute("readonly", "");
    text.setAttribute("spellcheck", "false");
    said.setAttribute("role", "status");
    HTMLElement button =
        Dom.button(
            "button",
            "Copy",
            () ->
                copy(
                    text,
                    done ->
                        Dom.setText(
                            said, done ? "Copied." : "Selected: copy it with Ctrl+C or ⌘C.")));
    button.setAttribute("aria-label", "Copy: " + what);
    root =
        Dom.element(
            "div",
            "",
            Dom.element("label", "labelled", Dom.text("span", "label", what), text),
            Dom.element("div", "copy-row", button, said));
  }

  /** Its element. */
  public HTMLElement root() {
    return root;
  }

  /** Shows a text. */
  public void show(String copied) {
    text.setValue(copied);
    Dom.setText(said, "");
  }

  /** Selects and copies the text; where the browser refuses (file://), the reader can copy it. */
  @JSBody(
      params = {"area", "told"},
      script =
          "area.focus(); area.select();"
              + "if (!navigator.clipboard) { told(false); return; }"
              + "navigator.clipboard.writeText(area.value)"
              + ".then(function() { told(true); }, function() { told(false); });")
  private static native void copy(HTMLTextAreaElement area, Browser.FlagCallback told);
}
