package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.LossColor;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The colours of a picture of losses, as a bar with its decades. */
final class LandscapeScale {
  private final HTMLElement bar = Dom.element("div", "landscape-bar");
  private final HTMLElement root = Dom.element("div", "landscape-scale", bar);
  private @Nullable AxisRange labelled;

  LandscapeScale() {
    root.setAttribute("aria-hidden", "true");
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Shows the theme's colours, and returns them for pictures. */
  LossColor color(Palette palette) {
    String middle = mixed(palette.accent(), palette.paper());
    String low = mixed(palette.accent(), palette.ink());
    Browser.setStyle(
        bar,
        "background",
        "linear-gradient(to right, " + low + ", " + middle + ", " + palette.paper() + ")");
    return new LossColor(low, middle, palette.paper(), palette.inkSoft());
  }

  private static String mixed(String one, String other) {
    return Rgb.parse(one).mix(Rgb.parse(other), 0.5).css();
  }

  /** Labels the decades that the colours stand for. */
  void label(AxisRange decades) {
    if (decades.equals(labelled)) {
      return;
    }
    labelled = decades;
    AxisTicks ticks = LossPicture.ticks(decades);
    double[] places = ticks.places(decades);
    String[] labels = ticks.labels();
    root.clear();
    root.appendChild(bar);
    for (int i = 0; i < places.length; i++) {
      HTMLElement label = Dom.text("span", "landscape-tick", labels[i]);
      ChartArea.place(label, places[i], 0);
      root.appendChild(label);
    }
  }
}
