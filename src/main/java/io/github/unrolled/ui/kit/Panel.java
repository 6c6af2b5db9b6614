package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** The box around a group of controls or a view. */
public final class Panel {

  private Panel() {}

  /** Makes a box with a heading and contents. */
  public static HTMLElement of(String className, String title, Node... contents) {
    HTMLElement panel =
        Dom.element("section", "panel " + className, Dom.part("h2", "panel-title", title));
    panel.setAttribute("part", "panel");
    Dom.append(panel, contents);
    return panel;
  }
}
