package io.github.unrolled.ui.kit;

import org.teavm.jso.dom.xml.Element;

/** An icon on a button, drawn on a 16 by 16 grid in the colour of the text. */
public enum Icon {
  PLAY("M4 2.5v11l9-5.5z"),
  PAUSE("M4 2.5h3v11H4zM9 2.5h3v11H9z"),
  DICE(
      "M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm2.2 2.2v2h2v-2zm3.6 5.6v2h2v-2zM7 7v2h2V7z"),
  FORWARD("M3 2.5v11l7-5.5zM11 2.5h2v11h-2z"),
  BACK("M13 2.5v11L6 8zM3 2.5h2v11H3z"),
  ONE("M5 4.2 8 2h1.5v12h-2V4.6L5.8 5.8z"),
  RESET("M8 3a5 5 0 1 1-4.9 6h1.6A3.4 3.4 0 1 0 8 4.6V7L3.8 3.8 8 .6z"),
  SPROUT("M2 8h5V3h2v5h5v2H9v4H7v-4H2z"),
  CUT("M1 7h4v2H1zM11 7h4v2h-4zM6 13 9 2.5l1.6.5-3 10.5z"),
  LOOP("M2 2.5h8a4.5 4.5 0 0 1 0 9H7V14l-5-3.6 5-3.6v2.5h3a2.3 2.3 0 0 0 0-4.6H2z"),
  UNDO("M6.5 2 2 6l4.5 4V7.2h3a2.4 2.4 0 0 1 0 4.8H6v2h3.5a4.4 4.4 0 0 0 0-8.8h-3z"),
  REDO("M9.5 2 14 6l-4.5 4V7.2h-3a2.4 2.4 0 0 0 0 4.8H10v2H6.5a4.4 4.4 0 0 1 0-8.8h3z"),
  HOME("M8 1.5 15.2 8H13v6.5H9.5V10h-3v4.5H3V8H.8z"),
  SHARE(
      "M12 1.5a2.5 2.5 0 1 1-1.9 4.1L6.4 7.4a2.5 2.5 0 0 1 0 1.2l3.7 1.8a2.5 2.5 0 1 1-.7 1.3L5.6 9.9a2.5 2.5 0 1 1 0-3.8l3.8-1.8A2.5 2.5 0 0 1 12 1.5z"),
  EMBED("M5.2 3 6.6 4.4 3.1 8l3.5 3.6L5.2 13 .3 8zM10.8 3 9.4 4.4 12.9 8l-3.5 3.6 1.4 1.4 4.9-5z"),
  EXPORT("M7 1.5h2v6h3l-4 4.3-4-4.3h3zM2 11h2v2.3h8V11h2v4H2z");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** Makes a picture, hidden from assistive technology: the button has a text. */
  public Element element() {
    Element shape = Dom.svg("path", "");
    shape.setAttribute("d", path);
    shape.setAttribute("fill-rule", "evenodd");
    Element icon = Dom.svg("svg", "icon", shape);
    icon.setAttribute("viewBox", "0 0 16 16");
    icon.setAttribute("aria-hidden", "true");
    return icon;
  }
}
