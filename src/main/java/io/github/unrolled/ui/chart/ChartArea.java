package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The picture of a line chart: a canvas with two axes that fills its box, and marks below and above
 * the lines that move without redrawing them. Texts around the picture describe it to readers who
 * cannot see it.
 */
public final class ChartArea {
  /** Least width of the axis on the left, in CSS pixels. */
  private static final int LEAST_LABEL_WIDTH = 24;

  /** Steps in which that width grows, so that the plot keeps its place while labels change. */
  private static final int LABEL_WIDTH_STEP = 8;

  private static final int LABEL_GAP = 8;
  private static final int TICK_LENGTH = 4;

  /** Alpha that makes the grid translucent, so that marks below it are visible. */
  private static final String GRID_ALPHA = "29";

  /** CSS pixels beyond the plot in which a point at its edge is still drawn. */
  private static final int OVERHANG = 5;

  private final HTMLElement root;
  private final HTMLElement below = ChartMarks.layer();
  private final HTMLElement above = ChartMarks.layer();
  private @Nullable HTMLElement handles;
  private final Canvas canvas = new Canvas("chart-canvas");
  private final ChartFrame frame;
  private final ChartLines lines;
  private final ChartTexts texts;
  private final Browser.Observer sizeObserver;
  private boolean gridless;

  /**
   * Makes an empty chart.
   *
   * @param rightMargin free space on the right for half a label, in CSS pixels
   * @param redraw called whenever the size has changed
   */
  public ChartArea(int rightMargin, Runnable redraw) {
    frame = new ChartFrame(rightMargin);
    lines = new ChartLines(canvas, frame);
    texts = new ChartTexts(canvas, frame);
    root = Dom.element("div", "chart-plot", below, canvas.element(), above);
    root.setAttribute("aria-hidden", "true");
    sizeObserver =
        Browser.observeSize(
            root,
            () -> {
              frame.resize(root.getClientWidth(), root.getClientHeight());
              redraw.run();
            });
  }

  /** Its element. */
  public HTMLElement root() {
    return root;
  }

  /** Adds a mark below the lines; it is not shown until it is placed. */
  public HTMLElement markBelow(String className) {
    return ChartMarks.add(below, className);
  }

  /** Adds a mark above the lines; it is not shown until it is placed. */
  public HTMLElement markAbove(String className) {
    return ChartMarks.add(above, className);
  }

  /** Adds a handle on top of everything; unlike a mark, it is there for everybody. */
  public void addHandle(HTMLElement handle) {
    HTMLElement layer = handles;
    if (layer == null) {
      layer = ChartMarks.layer();
      Dom.toggleClass(layer, "chart-handles", true);
      handles = layer;
      root.appendChild(layer);
      root.removeAttribute("aria-hidden");
      below.setAttribute("aria-hidden", "true");
      above.setAttribute("aria-hidden", "true");
    }
    layer.appendChild(handle);
  }

  /** Reports the place pointed at as a fraction of the x axis; NaN when the pointer leaves. */
  public void onPoint(DoubleConsumer listener) {
    Dom.on(root, "pointermove", event -> listener.accept(ChartMarks.fractionAcross(above, event)));
    Dom.on(root, "pointerleave", event -> listener.accept(Double.NaN));
  }

  /** Reports the place of a click or tap as a fraction of the x axis. */
  public void onChoose(DoubleConsumer listener) {
    Dom.on(root, "click", event -> listener.accept(ChartMarks.fractionAcross(above, event)));
  }

  /** The range of an axis of steps: half a step is free at each end, so each step owns a column. */
  public static AxisRange stepRange(int steps) {
    return Ticks.stepRange(steps);
  }

  /** The step, 1 to {@code steps}, nearest to a place on the x axis. */
  public static int stepAt(double fraction, int steps) {
    return Ticks.stepAt(fraction, steps);
  }

  /** The count of labels of a width, in CSS pixels, that fit along the x axis. */
  public int ticksAcross(int labelWidth) {
    return frame.ticksAcross(labelWidth);
  }

  /** The count of labels at a distance, in CSS pixels, that fit along the y axis. */
  public int ticksUp(int distance) {
    return frame.ticksUp(distance);
  }

  /** Sets the room for words above the plotting area, in CSS pixels. */
  public void setHeadroom(int pixels) {
    frame.setHeadroom(pixels);
  }

  /** Draws ticks instead of grid lines from now on. */
  public void omitGrid() {
    gridless = true;
  }

  /** Whether the chart has a size and can be drawn. */
  public boolean hasSize() {
    return frame.hasSize();
  }

  /** Starts a new picture with its axes. */
  public void begin(
      Palette palette, AxisRange across, AxisTicks acrossTicks, AxisRange up, AxisTicks upTicks) {
    frame.show(across, up);
    canvas.begin(frame.width(), frame.height());
    canvas.font(400, ChartTexts.FONT_SIZE);
    frame.setLeft(labelWidth(upTicks.labels()) + LABEL_GAP);
    ChartMarks.cover(below, frame);
    ChartMarks.cover(above, frame);
    if (handles != null) {
      ChartMarks.cover(handles, frame);
    }
    String ink = palette.inkSoft();
    String grid = ink + GRID_ALPHA;
    int left = frame.left();
    int bottom = frame.bottom();
    double[] places = upTicks.places(up);
    String[] labels = upTicks.labels();
    for (int i = 0; i < places.length; i++) {
      // An offset of half a pixel puts a line of one pixel on one row.
      double y = Math.floor(bottom - places[i] * frame.plotHeight()) + 0.5;
      canvas.line(left, y, gridless ? left - TICK_LENGTH : frame.right(), y, grid, 1);
      canvas.textRight(labels[i], left - LABEL_GAP, y, ink);
    }
    places = acrossTicks.places(across);
    labels = acrossTicks.labels();
    double labelY = bottom + TICK_LENGTH + ChartTexts.FONT_SIZE * 0.75;
    for (int i = 0; i < places.length; i++) {
      double x = Math.floor(left + places[i] * frame.plotWidth()) + 0.5;
      canvas.line(x, bottom, x, bottom + TICK_LENGTH, grid, 1);
      canvas.textCentered(labels[i], x, labelY, ink);
    }
  }

  private int labelWidth(String[] labels) {
    double widest = LEAST_LABEL_WIDTH;
    for (String label : labels) {
      widest = Math.max(widest, canvas.textWidth(label));
    }
    return (int) Math.ceil(widest / LABEL_WIDTH_STEP) * LABEL_WIDTH_STEP;
  }

  /** The canvas, for drawings of a single figure. */
  public Canvas canvas() {
    return canvas;
  }

  /** Places in the picture. */
  ChartFrame frame() {
    return frame;
  }

  /** Draws lines in the picture. */
  ChartLines lines() {
    return lines;
  }

  /** Writes texts in the picture. */
  ChartTexts texts() {
    return texts;
  }

  /** Left edge of the plotting area, in CSS pixels. */
  public int left() {
    return frame.left();
  }

  /** Width of the plotting area, in CSS pixels. */
  public int plotWidth() {
    return frame.plotWidth();
  }

  /** Place of a value on the x axis, in CSS pixels; NaN stays NaN. */
  public double x(double value) {
    return frame.x(value);
  }

  /** Place of a value on the y axis, in CSS pixels; NaN stays NaN. */
  public double y(double value) {
    return frame.y(value);
  }

  /** Length of a difference along the y axis, in CSS pixels. */
  public double pixelsUp(double difference) {
    return frame.pixelsUp(difference);
  }

  /** Draws nothing above and below the plotting area from here on, until {@link #unclip}. */
  public void clip() {
    int from = frame.top() - OVERHANG;
    canvas.clip(0, from, frame.width(), frame.bottom() + OVERHANG - from);
  }

  /** Draws everywhere again. */
  public void unclip() {
    canvas.unclip();
  }

  /**
   * Draws a line with open points where they have room, broken where a value is not finite.
   *
   * @param from first index drawn, in both arrays
   * @param to index after the last one drawn
   */
  public void line(double[] xs, double[] ys, int from, int to, String color, String ground) {
    lines.line(xs, ys, from, to, color, ground);
  }

  /** Draws a thin line, broken where a value is not finite. */
  public void thinLine(double[] xs, double[] ys, int from, String color) {
    lines.plain(xs, ys, from, xs.length, color, 1);
  }

  /** Draws a line of a width without points, broken where a value is not finite. */
  public void plainLine(
      double[] xs, double[] ys, int from, int to, String color, double lineWidth) {
    lines.plain(xs, ys, from, to, color, lineWidth);
  }

  /** Draws a dashed line, broken where a value is not finite. */
  public void dashedLine(double[] xs, double[] ys, int from, String color) {
    lines.dashed(xs, ys, from, color);
  }

  /** Draws open points without a line where a value is finite. */
  public void openDots(double[] xs, double[] ys, int from, String color, String ground) {
    lines.openDots(xs, ys, from, color, ground);
  }

  /** Draws filled points without a line. */
  public void dots(double[] xs, double[] ys, String color) {
    lines.dots(xs, ys, color);
  }

  /** Writes to the left of and above a point, within the plotting area. */
  public void noteLeft(String text, double x, double y, String color, String ground) {
    texts.noteLeft(text, x, y, color, ground);
  }

  /** Replaces each number by its base-10 logarithm, or by the floor if that is higher. */
  @JSBody(
      params = {"numbers", "floor"},
      script =
          "for (var i = 0; i < numbers.length; i++)"
              + "  numbers[i] = Math.max(floor, Math.log10(numbers[i]));")
  public static native void takeLog10(@JSByRef double[] numbers, double floor);

  /** Shows a mark at fractions of the plotting area from its lower left corner. */
  public static void place(HTMLElement mark, double x, double y) {
    ChartMarks.place(mark, x, y);
  }

  /**
   * Shows a mark of a width that reaches from {@code low} to {@code high}; hides it if any number
   * is not finite.
   */
  public static void stretch(HTMLElement mark, double x, double width, double low, double high) {
    ChartMarks.stretch(mark, x, width, low, high);
  }

  /** Hides a mark. */
  public static void hide(HTMLElement mark) {
    ChartMarks.hide(mark);
  }

  /** Stops watching the canvas. */
  public void close() {
    sizeObserver.disconnect();
  }
}
