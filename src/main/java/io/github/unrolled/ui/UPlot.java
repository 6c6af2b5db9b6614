package io.github.unrolled.ui;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The chart library, as far as it is used: axes, grid and series of one canvas. It is given places
 * instead of values, fractions of the plotting area from 0 (left, bottom) to 1, because its own
 * axes know neither 1e300 nor ticks that are decided elsewhere.
 */
abstract class UPlot implements JSObject {
  private UPlot() {}

  /**
   * Draws an empty chart into an element.
   *
   * @param right free space on the right for half a label, in CSS pixels
   * @param series the series, made by the methods below
   * @param ink colour of the labels
   * @param line colour of the grid
   */
  @JSBody(
      params = {"target", "width", "height", "right", "series", "ink", "line"},
      script =
          "var ticks = {x: [], y: [], xLabels: [], yLabels: []};"
              + "var font = '12px system-ui, sans-serif';"
              + "function axis(name, size) {"
              + "  return {stroke: ink, font: font, size: size, gap: 4, space: 1, incrs: [1],"
              + "    grid: {show: name == 'y', stroke: line, width: 1},"
              + "    ticks: {show: name == 'x', stroke: line, width: 1, size: 4},"
              + "    splits: function() { return ticks[name]; },"
              + "    values: function() { return ticks[name + 'Labels']; }};"
              + "}"
              // The label column grows by whole notches only, so that the plot keeps its place.
              + "function labelWidth(u, labels) {"
              + "  u.ctx.font = u.axes[1].font[0];"
              + "  var widest = Math.max.apply(null, (labels || []).concat('').map("
              + "    function(label) { return u.ctx.measureText(label).width; }));"
              + "  return Math.max(24, Math.ceil(widest / devicePixelRatio / 8) * 8) + 8;"
              + "}"
              + "var chart = new uPlot({width: width, height: height, padding: [8, right, 0, 0],"
              + "  legend: {show: false}, cursor: {show: false}, select: {show: false},"
              + "  scales: {x: {time: false, range: [0, 1]}, y: {range: [0, 1]}},"
              + "  axes: [axis('x', 24), axis('y', labelWidth)],"
              + "  series: [{}].concat(series)}, [[0]].concat(series.map(function() {"
              + "    return [null]; })), target);"
              + "chart.ticks = ticks; return chart;")
  static native UPlot create(
      HTMLElement target,
      int width,
      int height,
      int right,
      JSArray<JSObject> series,
      String ink,
      String line);

  /** A line with open points where they have room; a break where there is no value. */
  @JSBody(
      params = {"color", "paper"},
      script =
          "return {stroke: color, width: 2, pxAlign: 0,"
              + "points: {size: 9, width: 1.5, space: 11, fill: paper}};")
  static native JSObject line(String color, String paper);

  /** Filled points without a line. */
  @JSBody(
      params = "color",
      script =
          "return {paths: function() { return null; }, pxAlign: 0,"
              + "points: {show: true, size: 5.5, width: 0, stroke: color, fill: color}};")
  static native JSObject dots(String color);

  /**
   * A line through what points there are, its last point marked.
   *
   * @param stepped whether it is dashed and keeps each value up to the next point
   * @param fill of the mark
   */
  @JSBody(
      params = {"color", "stepped", "fill"},
      script =
          "return {stroke: color, width: 2, spanGaps: true, pxAlign: 0,"
              + "dash: stepped ? [6, 4] : [],"
              + "paths: stepped ? uPlot.paths.stepped({align: 1}) : uPlot.paths.linear(),"
              + "points: {show: false, size: 8, width: 2, fill: fill, filter: function(u, i) {"
              + "  var last = u.data[i].length - 1;"
              + "  while (last > 0 && u.data[i][last] == null) last--;"
              + "  return [last]; }}};")
  static native JSObject curve(String color, boolean stepped, String fill);

  /**
   * Redraws.
   *
   * @param columns x, ascending, then y of each series, NaN for none; shape [series + 1, N]. Not
   *     kept.
   * @param x places of the ticks below
   * @param y places of the ticks on the left
   */
  @JSBody(
      params = {"columns", "x", "xLabels", "y", "yLabels"},
      script =
          "var ticks = this.ticks, size = columns.length / this.series.length, data = [];"
              + "ticks.x = x; ticks.xLabels = xLabels; ticks.y = y; ticks.yLabels = yLabels;"
              + "for (var i = 0; i < columns.length; i += size) {"
              + "  data.push(Array.from(columns.subarray(i, i + size), function(v) {"
              + "    return v === v ? v : null; }));"
              + "}"
              + "this.setData(data, false); this.redraw(true, true);")
  native void draw(
      @JSByRef double[] columns, double[] x, String[] xLabels, double[] y, String[] yLabels);

  /** Changes the size, in CSS pixels. */
  @JSBody(
      params = {"width", "height"},
      script = "this.setSize({width: width, height: height});")
  native void resize(int width, int height);

  /** Ends it: its elements and listeners are gone. */
  abstract void destroy();

  /** The element below the canvas, exactly as large as the plotting area. */
  @JSProperty
  abstract HTMLElement getUnder();

  /** The element above the canvas, exactly as large as the plotting area. */
  @JSProperty
  abstract HTMLElement getOver();
}
