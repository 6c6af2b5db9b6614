package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import org.teavm.jso.dom.html.HTMLElement;

/** The legend for the colours and marks of a gradient matrix. */
final class GradientLegend {
  private static final String[] TICKS = {"1e−6", "1e−4", "0.01", "1"};

  private final HTMLElement cutKey =
      new LegendEntry("key-cut", "cut off by the BPTT window").root();
  private final HTMLElement negativeKey = new LegendEntry("key-negative", "negative factor").root();
  private final HTMLElement root;

  GradientLegend() {
    HTMLElement ticks = Dom.element("span", "gradient-ticks");
    for (String tick : TICKS) {
      ticks.appendChild(Dom.text("span", "", tick));
    }
    HTMLElement scale =
        Dom.element(
            "div",
            "gradient-scale",
            Dom.text("span", "", "≤ 1e−8"),
            Dom.element("i", "gradient-ramp"),
            Dom.text("span", "", "≥ 100"),
            ticks);
    root =
        Dom.element(
            "div",
            "gradient-legend",
            scale,
            new LegendEntry("key-zero", "exactly 0").root(),
            cutKey,
            negativeKey);
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Shows only the entries for what is in a matrix. */
  void show(GradientMatrix matrix) {
    Dom.setHidden(negativeKey, !matrix.hasNegativeFactor());
    Dom.setHidden(cutKey, !matrix.hasCut());
  }
}
