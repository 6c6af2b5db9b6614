package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;

/**
 * A word with an explanation, which a {@link Tip} shows. It is a button of its own, so it stands
 * beside the label of a control, never in it. It is no {@code <button>} because it is text: it is
 * part of a panel's picture, and no taller than its line.
 */
public final class Term {
  /** The attribute that names the explanation, here and in the text of a host page. */
  static final String ATTRIBUTE = "data-term";

  private final HTMLElement root = Dom.element("span", "term");

  /**
   * Marks a word.
   *
   * @param key the name of its explanation
   */
  public Term(String key, String text) {
    root.setAttribute(ATTRIBUTE, key);
    root.setAttribute("role", "button");
    root.setTabIndex(0);
    name(text);
  }

  /** Its element. */
  public HTMLElement root() {
    return root;
  }

  /** The word. */
  public String text() {
    return root.getTextContent();
  }

  /** Changes the word; its button has a longer name, for many words are also names of controls. */
  public void name(String text) {
    Dom.setText(root, text);
    Dom.setAttribute(root, "aria-label", text + ": what it means");
  }
}
