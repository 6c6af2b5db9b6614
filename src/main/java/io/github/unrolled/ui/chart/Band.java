package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.Extent;
import io.github.unrolled.ui.kit.Palette;
import java.util.function.Function;

/** The area between two lines of a chart, below all else, with a line in the middle. */
public final class Band {
  /** Alpha that makes a band translucent. */
  private static final String ALPHA = "2e";

  /** Part of the x axis that counts as the beginning. */
  private static final double EARLY = 0.02;

  private final double[] low;
  private final double[] high;
  private final Series middle;
  private final Function<Palette, String> color;

  /**
   * Makes a band, drawn where its lower line is finite.
   *
   * @param low the lower line, at the xs of the middle one. Kept.
   * @param high the upper line, at the same xs; may leave the plot and does not widen its axis.
   *     Kept.
   * @param color colour of the middle line and, fainter, of the band
   */
  public Band(double[] low, Series middle, double[] high, Function<Palette, String> color) {
    this.low = low;
    this.middle = middle;
    this.high = high;
    this.color = color;
  }

  Series middle() {
    return middle;
  }

  /**
   * Adds what the axis must show and what it may leave out: the first few numbers of many runs lie
   * far above all later ones.
   */
  void addTo(Extent shown, Extent yielding) {
    double[] xs = middle.xs();
    double early = xs.length == 0 ? 0 : EARLY * xs[xs.length - 1];
    for (int i = 0; i < xs.length; i++) {
      Extent takes = xs[i] < early ? yielding : shown;
      takes.include(low[i]);
      takes.include(middle.ys()[i]);
    }
  }

  void draw(ChartLines lines, Palette palette) {
    lines.band(middle.xs(), low, high, color.apply(palette) + ALPHA);
  }
}
