package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * A figure that fits the height it is given. It is read in this order: a sentence, the picture,
 * which takes the height that is left, and the rest, which may lie below the edge. In a wide and
 * low box the picture stands beside the others.
 */
public final class FittedFigure {
  private final ClampedText sentence = new ClampedText("verdict-text");
  private final HTMLElement picture = Dom.element("div", "fit-picture");
  private final HTMLElement rest = Dom.element("div", "fit-rest");
  private final HTMLElement root;

  /** Makes an empty figure with an accessible name. */
  public FittedFigure(String className, String name) {
    root = Dom.element("figure", "figure fitted " + className, sentence.root(), picture, rest);
    root.setAttribute("aria-label", name);
  }

  /** Puts elements into the picture's box; those that draw share its height. */
  public FittedFigure picture(Node... parts) {
    Dom.append(picture, parts);
    return this;
  }

  /** Puts elements below the picture, or beside it. */
  public FittedFigure rest(Node... parts) {
    Dom.append(rest, parts);
    return this;
  }

  /** The figure's element. */
  public HTMLElement root() {
    return root;
  }

  /** The sentence's element, to be written into. */
  public HTMLElement sentence() {
    return sentence.text();
  }

  /** Stops watching sizes. */
  public void close() {
    sentence.close();
  }
}
