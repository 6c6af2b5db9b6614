package io.github.unrolled.ui.kit;

import io.github.unrolled.plot.SignedColor;
import org.teavm.jso.dom.html.HTMLElement;

/** A legend's bar with the colours of a signed scale. */
public final class ColorBar {
  private static final int STOPS = 8;

  private ColorBar() {}

  /** The text of a scale's end: a whole number without a decimal point. */
  public static String end(double scale) {
    return Text.NUMBERS.forSeries(new double[] {scale}).apply(scale);
  }

  /** Fills a bar with the colours of the values from {@code from} to {@code from + 1}. */
  public static void fill(HTMLElement bar, SignedColor colors, double from) {
    StringBuilder css = new StringBuilder("linear-gradient(90deg");
    for (int i = 0; i <= STOPS; i++) {
      css.append(',').append(colors.fill(from + i / (double) STOPS));
    }
    Browser.setStyle(bar, "background", css.append(')').toString());
  }
}
