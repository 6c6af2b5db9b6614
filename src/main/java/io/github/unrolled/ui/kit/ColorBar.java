package io.github.unrolled.ui.kit;

import io.github.unrolled.plot.SignedColor;
import org.teavm.jso.dom.html.HTMLElement;

/** A bar in a legend that shows the colours of a signed scale. */
public final class ColorBar {
  private static final int STOPS = 8;

  private ColorBar() {}

  /** The end of a scale: a whole number without a point. */
  public static String end(double scale) {
    return Text.NUMBERS.forSeries(new double[] {scale}).apply(scale);
  }

  /** Shows the colours from a value to the one that is 1 larger. */
  public static void fill(HTMLElement bar, SignedColor colors, double from) {
    StringBuilder css = new StringBuilder("linear-gradient(90deg");
    for (int i = 0; i <= STOPS; i++) {
      css.append(',').append(colors.fill(from + i / (double) STOPS));
    }
    Browser.setStyle(bar, "background", css.append(')').toString());
  }
}
