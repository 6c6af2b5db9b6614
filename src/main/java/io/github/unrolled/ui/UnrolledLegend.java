package io.github.unrolled.ui;

import io.github.unrolled.plot.SignedColor;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** Says what colours, edges, rings and bars of the unrolled network mean. */
final class UnrolledLegend {
  private static final int STOPS = 8;

  private final HTMLElement low = Dom.text("span", "", "");
  private final HTMLElement below = Dom.element("span", "color-bar");
  private final HTMLElement above = Dom.element("span", "color-bar");
  private final HTMLElement zero = Dom.text("span", "", "0");
  private final HTMLElement high = Dom.text("span", "", "");
  private final HTMLElement root;
  private @Nullable SignedColor shown;

  UnrolledLegend() {
    root =
        Dom.element(
            "ul",
            "unrolled-legend",
            Dom.element("li", "", Dom.text("span", "", "value"), low, below, zero, above, high),
            item(
                sample(
                    30,
                    line("negative dashed", 1, 4, 29, 4, 3),
                    line("positive", 1, 12, 29, 12, 3)),
                "weight: dashed if negative, wider if larger; dot: bias"),
            item(
                sample(16, ring(7, "fill"), ring(7, "dots"), ring(4, "hole")),
                "ring: expected value"),
            item(
                sample(8, line("track", 4, 0, 4, 16, 7), line("gradient", 4, 7, 4, 16, 7)),
                "gradient dL/dh that reaches this state, with its sign; log scale 1e\u22126 to"
                    + " 100"));
  }

  HTMLElement root() {
    return root;
  }

  /** Shows the colours and the value at their ends. */
  void render(SignedColor colors, String scale) {
    Dom.setText(low, "\u2212" + scale);
    Dom.setText(high, scale);
    if (colors != shown) {
      shown = colors;
      Browser.setStyle(below, "background", gradient(colors, -1));
      Browser.setStyle(above, "background", gradient(colors, 0));
    }
  }

  /** The colours from a value to the one that is 1 larger. */
  private static String gradient(SignedColor colors, double from) {
    StringBuilder css = new StringBuilder("linear-gradient(90deg");
    for (int i = 0; i <= STOPS; i++) {
      css.append(',').append(colors.fill(from + i / (double) STOPS));
    }
    return css.append(')').toString();
  }

  private static HTMLElement item(Element sample, String text) {
    return Dom.element("li", "", sample, Dom.text("span", "", text));
  }

  private static Element sample(int width, Node... shapes) {
    Element svg = Dom.svg("svg", "legend-sample", shapes);
    svg.setAttribute("width", width + "");
    svg.setAttribute("height", "16");
    svg.setAttribute("aria-hidden", "true");
    return svg;
  }

  private static Element line(String className, int x1, int y1, int x2, int y2, int width) {
    Element line = Dom.svg("line", className);
    line.setAttribute("x1", x1 + "");
    line.setAttribute("y1", y1 + "");
    line.setAttribute("x2", x2 + "");
    line.setAttribute("y2", y2 + "");
    line.setAttribute("stroke-width", width + "");
    return line;
  }

  private static Element ring(int radius, String className) {
    Element circle = Dom.svg("circle", className);
    circle.setAttribute("cx", "8");
    circle.setAttribute("cy", "8");
    circle.setAttribute("r", radius + "");
    return circle;
  }
}
