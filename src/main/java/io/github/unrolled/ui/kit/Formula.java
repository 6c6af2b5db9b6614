package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** Pieces of formulas in MathML. */
public final class Formula {
  private Formula() {}

  /** Makes a formula of pieces: browsers break lines between pieces, but not inside MathML. */
  public static HTMLElement of(Node... pieces) {
    HTMLElement formula = Dom.element("p", "formula");
    for (Node piece : pieces) {
      add(formula, piece);
    }
    return formula;
  }

  /** Adds a piece to a formula. */
  public static void add(HTMLElement formula, Node piece) {
    Dom.append(formula, piece, Dom.element("wbr", ""));
  }

  /** Makes an operator or a parenthesis. */
  public static Element operator(String text) {
    boolean parenthesis = text.equals("(") || text.equals(")");
    Element operator = leaf("mo", parenthesis ? "parenthesis" : "", text);
    operator.setAttribute("stretchy", "false");
    if (text.equals("+") || text.equals("=")) {
      // An operator at the start of a piece would be taken for a sign, without space around it.
      operator.setAttribute("form", "infix");
    }
    return operator;
  }

  /** Makes an empty number, to be filled in. */
  public static Element number() {
    return Dom.mathml("mn", "");
  }

  /** Makes an element with a text. */
  public static Element leaf(String tag, String className, String text) {
    Element leaf = Dom.mathml(tag, className);
    leaf.setTextContent(text);
    return leaf;
  }

  /**
   * Writes a text with subscripts: the lowercase letters or digits after an underscore, as in
   * W_hh[1, 2] or x_4.
   */
  public static void write(HTMLElement element, String text) {
    HTMLElement written = Dom.element("span", "");
    int from = 0;
    for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', from)) {
      int end = at + 1;
      while (end < text.length() && isSubscript(text.charAt(end))) {
        end++;
      }
      written.appendChild(Dom.text("span", "", text.substring(from, at)));
      written.appendChild(Dom.text("sub", "", text.substring(at + 1, end)));
      from = end;
    }
    written.appendChild(Dom.text("span", "", text.substring(from)));
    if (!written.getTextContent().equals(element.getTextContent())) {
      element.clear();
      element.appendChild(written);
    }
  }

  private static boolean isSubscript(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** Shows a number, in parentheses if it is negative and inside a sum or product. */
  public static void show(Element element, double value, boolean inside) {
    Dom.setText(element, text(value, inside));
  }

  /** Writes a number, in parentheses if it is negative and inside a sum or product. */
  public static String text(double value, boolean inside) {
    String text = Text.NUMBERS.significant(value);
    return inside && value < 0 ? "(" + text + ")" : text;
  }
}
