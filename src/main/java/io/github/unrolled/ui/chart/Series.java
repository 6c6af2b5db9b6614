package io.github.unrolled.ui.chart;

import io.github.unrolled.ui.kit.Palette;
import java.util.function.Function;

/** A line of a chart: its points in the units of the axes, and its look. */
public final class Series {
  /** The look of a line. */
  enum Look {
    /** A line with open points where they have room, broken where a value is not finite. */
    POINTS,
    /** A line through finite points, the last one marked. */
    CURVE,
    /** A dashed line that holds each finite value until the next one, the last one marked. */
    STAIRS,
    /** A line of dots, or dashes of a length. */
    BROKEN,
    /** A thin line, broken where a value is not finite. */
    THIN,
    /** A dashed line, broken where a value is not finite. */
    DASHED,
    /** Short ticks on the x axis. */
    TICKS
  }

  /** Alpha of what a line leaves out. */
  private static final String HIDDEN_ALPHA = "59";

  private final Look look;
  private final double[] xs;
  private final double[] ys;
  private final Function<Palette, String> color;
  private Function<Palette, String> fill;
  private double dash;
  private double gap;
  private boolean yields;
  private double[] low = {};
  private double[] high = {};
  private String label = "";
  private Function<Palette, String> labelColor;

  private Series(Look look, double[] xs, double[] ys, Function<Palette, String> color) {
    this.look = look;
    this.xs = xs;
    this.ys = ys;
    this.color = color;
    fill = color;
    labelColor = color;
  }

  // Arrays are kept, not copied: a line serves one picture, whose numbers do not change.

  /** Makes a line with open points where they have room, and a gap at each non-finite value. */
  public static Series points(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.POINTS, xs, ys, color);
  }

  /** Makes a line through finite points that ends in a point. */
  public static Series curve(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.CURVE, xs, ys, color);
  }

  /** Makes a dashed line that holds each finite value until the next and ends in an open point. */
  public static Series stairs(double[] xs, double[] ys, Function<Palette, String> color) {
    Series series = new Series(Look.STAIRS, xs, ys, color);
    series.fill = Palette::paper;
    return series;
  }

  /** Makes a line of dots, or dashes, with lengths in CSS pixels; a gap at non-finite values. */
  public static Series broken(
      double[] xs, double[] ys, double dash, double gap, Function<Palette, String> color) {
    Series series = new Series(Look.BROKEN, xs, ys, color);
    series.dash = dash;
    series.gap = gap;
    return series;
  }

  /** Makes a thin line with a gap at each non-finite value. */
  public static Series thin(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.THIN, xs, ys, color);
  }

  /** Makes a dashed line with a gap at each non-finite value. */
  public static Series dashed(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.DASHED, xs, ys, color);
  }

  /** Makes short ticks that stand on the x axis. */
  public static Series ticks(double[] xs, Function<Palette, String> color) {
    return new Series(Look.TICKS, xs, new double[0], color);
  }

  /**
   * Adds what the line leaves out between its points: the least and the most that it hides, at the
   * same xs, drawn below it where they differ.
   */
  public Series hiding(double[] least, double[] most) {
    low = least;
    high = most;
    return this;
  }

  /** Lets the line leave the plot upwards rather than flatten the other lines. */
  public Series yielding() {
    yields = true;
    return this;
  }

  /** Adds a short label after the last point, which is finite, above all lines. */
  public Series labelled(String text, Function<Palette, String> textColor) {
    label = text;
    labelColor = textColor;
    return this;
  }

  /** The label after the last point; empty if there is none. */
  public String label() {
    return label;
  }

  /** Draws the line without its label. */
  void draw(ChartLines lines, Palette palette) {
    String ink = ink(palette);
    if (low.length > 0) {
      lines.band(xs, low, high, ink + HIDDEN_ALPHA);
    }
    switch (look) {
      case POINTS -> lines.line(xs, ys, 0, xs.length, ink, palette.paper());
      case CURVE -> {
        lines.plain(xs, ys, 0, xs.length, ink, ChartLines.LINE_WIDTH);
        drawEnd(lines, palette);
      }
      case STAIRS -> {
        lines.stepped(xs, ys, ink);
        drawEnd(lines, palette);
      }
      case BROKEN -> lines.broken(xs, ys, dash, gap, ink);
      case THIN -> lines.plain(xs, ys, 0, xs.length, ink, 1);
      case DASHED -> lines.dashed(xs, ys, 0, ink);
      case TICKS -> lines.ticks(xs, ink);
    }
  }

  private void drawEnd(ChartLines lines, Palette palette) {
    if (xs.length > 0) {
      int last = xs.length - 1;
      lines.endPoint(xs[last], ys[last], color.apply(palette), fill.apply(palette));
    }
  }

  /** Writes the label. */
  void write(ChartTexts texts, Palette palette) {
    if (!label.isEmpty()) {
      int last = xs.length - 1;
      texts.end(label, xs[last], ys[last], labelColor.apply(palette), palette.paper());
    }
  }

  /** Whether the line may leave the plot upwards. */
  boolean yields() {
    return yields;
  }

  /** The line's colour. */
  String ink(Palette palette) {
    return color.apply(palette);
  }

  /** The line's look. */
  Look look() {
    return look;
  }

  /** X of the points; read only. */
  double[] xs() {
    return xs;
  }

  /** Y of the points, empty for ticks; read only. */
  double[] ys() {
    return ys;
  }

  /**
   * The least that the line leaves out at each point; empty if it leaves out nothing. Read only.
   */
  double[] low() {
    return low;
  }

  /** The most that the line leaves out at each point; empty if it leaves out nothing. Read only. */
  double[] high() {
    return high;
  }
}
