package io.github.unrolled.ui.chart;

import io.github.unrolled.ui.kit.Palette;
import java.util.function.Function;

/** A line of a chart: its points in the units of the axes, and what it is drawn as. */
public final class Series {
  /** What a line is drawn as. */
  enum Look {
    /** With open points where they have room, broken where a value is not finite. */
    POINTS,
    /** Through finite points, the last one marked. */
    CURVE,
    /** Dashed through finite points, each value kept up to the next one, the last one marked. */
    STAIRS,
    /** Dots, or dashes of a length. */
    BROKEN,
    /** Thin, broken where a value is not finite. */
    THIN,
    /** Dashed, broken where a value is not finite. */
    DASHED,
    /** Short ticks on the x axis. */
    TICKS
  }

  private final Look look;
  private final double[] xs;
  private final double[] ys;
  private final Function<Palette, String> color;
  private Function<Palette, String> fill;
  private double dash;
  private double gap;
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

  // Arrays are kept, not copied: a line is made for one picture of numbers that stay.

  /** A line with open points where they have room; not finite is a gap. */
  public static Series points(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.POINTS, xs, ys, color);
  }

  /** A line through finite points that ends in a point. */
  public static Series curve(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.CURVE, xs, ys, color);
  }

  /** A dashed line that keeps each finite value up to the next one and ends in an open point. */
  public static Series stairs(double[] xs, double[] ys, Function<Palette, String> color) {
    Series series = new Series(Look.STAIRS, xs, ys, color);
    series.fill = Palette::paper;
    return series;
  }

  /** A line of dots, or dashes of a length, so many CSS pixels apart; not finite is a gap. */
  public static Series broken(
      double[] xs, double[] ys, double dash, double gap, Function<Palette, String> color) {
    Series series = new Series(Look.BROKEN, xs, ys, color);
    series.dash = dash;
    series.gap = gap;
    return series;
  }

  /** A thin line; not finite is a gap. */
  public static Series thin(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.THIN, xs, ys, color);
  }

  /** A dashed line; not finite is a gap. */
  public static Series dashed(double[] xs, double[] ys, Function<Palette, String> color) {
    return new Series(Look.DASHED, xs, ys, color);
  }

  /** Short ticks that stand on the x axis. */
  public static Series ticks(double[] xs, Function<Palette, String> color) {
    return new Series(Look.TICKS, xs, new double[0], color);
  }

  /** Writes a short text behind the last point, which is finite, over all lines. */
  public Series labelled(String text, Function<Palette, String> textColor) {
    label = text;
    labelColor = textColor;
    return this;
  }

  /** What is written behind the last point, or nothing. */
  public String label() {
    return label;
  }

  /** Draws the line without its label. */
  void draw(ChartLines lines, Palette palette) {
    String ink = color.apply(palette);
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

  /** Look of the line. */
  Look look() {
    return look;
  }

  /** X of its points; to be read. */
  double[] xs() {
    return xs;
  }

  /** Y of its points, none of ticks; to be read. */
  double[] ys() {
    return ys;
  }
}
