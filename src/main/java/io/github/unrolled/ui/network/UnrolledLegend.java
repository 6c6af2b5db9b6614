package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.ui.kit.ColorBar;
import io.github.unrolled.ui.kit.Dom;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** A legend of the colours, edges, rings and bars of the unrolled network. */
public final class UnrolledLegend {
  private final HTMLElement low = Dom.text("span", "", "");
  private final HTMLElement below = Dom.element("span", "color-bar");
  private final HTMLElement above = Dom.element("span", "color-bar");
  private final HTMLElement zero = Dom.text("span", "", "0");
  private final HTMLElement high = Dom.text("span", "", "");
  private final HTMLElement weight = Dom.text("span", "", "");
  private final HTMLElement cells = Dom.text("span", "", "");
  private final HTMLElement gradient = Dom.text("span", "", "");
  private final HTMLElement cut = Dom.text("span", "", "");
  private final HTMLElement cutItem;
  private final HTMLElement cellItem = Dom.element("li", "", cells);
  private final HTMLElement testItem;
  private final HTMLElement root;
  private @Nullable SignedColor shown;

  UnrolledLegend() {
    cutItem =
        item(sample(14, line("gradient", 1, 15, 7, 1, 2), line("gradient", 7, 15, 13, 1, 2)), cut);
    testItem =
        item(
            sample(
                16,
                line("track", 0, 8, 8, 0, 2),
                line("track", 0, 16, 16, 0, 2),
                line("track", 8, 16, 16, 8, 2)),
            Dom.text("span", "", "hatched: only tests"));
    HTMLElement list =
        Dom.element(
            "ul",
            "unrolled-legend",
            Dom.element("li", "", Dom.text("span", "", "value"), low, below, zero, above, high),
            cellItem,
            item(
                sample(
                    30,
                    line("negative dashed", 1, 4, 29, 4, 3),
                    line("positive", 1, 12, 29, 12, 3)),
                weight),
            item(
                sample(16, ring(7, "fill"), ring(7, "dots"), ring(4, "hole")),
                Dom.text("span", "", "ring: expected value")),
            item(
                sample(8, line("track", 4, 0, 4, 16, 7), line("gradient", 4, 7, 4, 16, 7)),
                gradient),
            cutItem,
            testItem);
    root = Dom.element("details", "legend-box", Dom.text("summary", "", "Legend"), list);
  }

  /** Opens or closes the legend. */
  void setOpen(boolean on) {
    Dom.setFlag(root, "open", on);
  }

  HTMLElement root() {
    return root;
  }

  /** Explains the visible parts of a state in the given colours. */
  void render(SignedColor colors, StepNumbers numbers, State state) {
    boolean scalar = state.experiment().shape().isScalar();
    String scale = ColorBar.end(numbers.scale());
    Dom.setText(low, "\u2212" + scale);
    Dom.setText(high, scale);
    Dom.setText(
        weight,
        scalar
            ? "weight: dashed if negative, wider if larger; dot: bias"
            : "weight: dashed if negative, wider if larger; grey: many weights together");
    Dom.setText(
        gradient,
        (numbers.hasOneUnit()
                ? "gradient dL/dh that reaches this state, with its sign"
                : "norm of the gradient dL/dh that reaches this state")
            + "; log scale 1e\u22126 to 100");
    Dom.setHidden(cellItem, scalar);
    Dom.setText(
        cells,
        "cells: one for each unit"
            + strips(state.experiment().shape().cell())
            + "; colours end at \u00b1"
            + cellScales(numbers, state));
    int window = state.experiment().training().window();
    Dom.setHidden(cutItem, window >= state.problem().trainSteps());
    Dom.setText(cut, "the gradient is cut here: windows of " + window);
    Dom.setHidden(testItem, state.problem().trainSteps() >= numbers.steps());
    if (colors != shown) {
      shown = colors;
      ColorBar.fill(below, colors, -1);
      ColorBar.fill(above, colors, 0);
    }
  }

  /** The names of the strips of a step, with the letters above them. */
  private static String strips(CellType cell) {
    if (!cell.isGated()) {
      return "";
    }
    StringBuilder names = new StringBuilder();
    for (int i = 1; i <= cell.gateCount() + (cell.hasCellState() ? 1 : 0); i++) {
      names.append(", ").append(CellNames.of(cell, i));
    }
    return names + " and state h";
  }

  private static String cellScales(StepNumbers numbers, State state) {
    CellType cell = state.experiment().shape().cell();
    String states = ColorBar.end(numbers.cellScale(0));
    return cell.hasCellState()
        ? states + ", of c at \u00b1" + ColorBar.end(numbers.cellScale(cell.gateCount() + 1))
        : states;
  }

  private static HTMLElement item(Element sample, HTMLElement text) {
    return Dom.element("li", "", sample, text);
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
