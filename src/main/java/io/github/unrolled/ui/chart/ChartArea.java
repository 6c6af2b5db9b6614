package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import java.util.function.DoubleConsumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The picture of a line chart: a canvas with two axes that fills its box, and marks that are moved
 * below and above the lines without drawing them again. Whoever cannot see it has the texts around
 * it.
 */
public final class ChartArea {
  private static final int TOP_MARGIN = 8;

  /** What the axis below takes, in CSS pixels. */
  private static final int AXIS_HEIGHT = 24;

  /** What the axis on the left takes at least, in CSS pixels. */
  private static final int LEAST_LABEL_WIDTH = 24;

  /** Steps in which that width grows, so that the plot keeps its place while labels change. */
  private static final int LABEL_WIDTH_STEP = 8;

  private static final int LABEL_GAP = 8;
  private static final int TICK_LENGTH = 4;
  private static final int FONT_SIZE = 12;

  /** Lets a mark below shine through the grid. */
  private static final String GRID_ALPHA = "29";

  private static final double LINE_WIDTH = 2;

  /** Beyond the plot by so many CSS pixels it does not matter where a line goes. */
  private static final double FAR = 1e5;

  /** How much of a point at the edge is seen. */
  private static final int OVERHANG = 5;

  private static final double OPEN_POINT_RADIUS = 3.75;
  private static final double DOT_RADIUS = 2.75;

  /** Points of a line that are closer than this, in CSS pixels, are not marked. */
  private static final double LEAST_POINT_DISTANCE = 11;

  private final HTMLElement root;
  private final HTMLElement below = Dom.element("div", "chart-inset");
  private final HTMLElement above = Dom.element("div", "chart-inset");
  private final Canvas canvas = new Canvas("chart-canvas");
  private final int rightMargin;
  private final Browser.Observer sizeObserver;
  private boolean gridless;
  private int width;
  private int height;
  private int left;
  private int top = TOP_MARGIN;
  private AxisRange across = new AxisRange(0, 1);
  private AxisRange up = new AxisRange(0, 1);

  /**
   * Makes an empty one.
   *
   * @param rightMargin free space on the right for half a label, in CSS pixels
   * @param redraw called whenever the size has changed
   */
  public ChartArea(int rightMargin, Runnable redraw) {
    this.rightMargin = rightMargin;
    root = Dom.element("div", "chart-plot", below, canvas.element(), above);
    root.setAttribute("aria-hidden", "true");
    sizeObserver =
        Browser.observeSize(
            root,
            () -> {
              width = root.getClientWidth();
              height = root.getClientHeight();
              redraw.run();
            });
  }

  /** Its element. */
  public HTMLElement root() {
    return root;
  }

  /** Adds a mark below the lines; it is not shown until it is placed. */
  public HTMLElement markBelow(String className) {
    return addMark(below, className);
  }

  /** Adds a mark above the lines; it is not shown until it is placed. */
  public HTMLElement markAbove(String className) {
    return addMark(above, className);
  }

  private static HTMLElement addMark(HTMLElement inset, String className) {
    HTMLElement mark = Dom.element("div", "chart-mark " + className);
    hide(mark);
    inset.appendChild(mark);
    return mark;
  }

  /** Listens to where it is pointed at, as a fraction of the x axis; NaN when it is left. */
  public void onPoint(DoubleConsumer listener) {
    Dom.on(root, "pointermove", event -> listener.accept(fractionAcross(above, event)));
    Dom.on(root, "pointerleave", event -> listener.accept(Double.NaN));
  }

  /** Listens to where it is clicked or tapped, as a fraction of the x axis. */
  public void onChoose(DoubleConsumer listener) {
    Dom.on(root, "click", event -> listener.accept(fractionAcross(above, event)));
  }

  /** Half a step is left free on both sides, so that each step owns a column. */
  public static AxisRange stepRange(int steps) {
    return new AxisRange(0.5, steps + 0.5);
  }

  /** The step, 1 to {@code steps}, nearest to a place on the x axis. */
  public static int stepAt(double fraction, int steps) {
    return Math.max(1, Math.min(steps, 1 + (int) Math.floor(fraction * steps)));
  }

  /** How many labels of a width, in CSS pixels, have room along the x axis. */
  public int ticksAcross(int labelWidth) {
    return Math.max(1, (width - left - rightMargin) / labelWidth);
  }

  /** How many labels have room along the y axis, so many CSS pixels apart. */
  public int ticksUp(int distance) {
    return Math.max(3, (height - top - AXIS_HEIGHT) / distance);
  }

  /** Leaves so much room, in CSS pixels, above the plotting area for words. */
  public void setHeadroom(int pixels) {
    top = TOP_MARGIN + pixels;
  }

  /** Has ticks instead of lines across from now on. */
  public void omitGrid() {
    gridless = true;
  }

  /** Whether it has a size to be drawn in. */
  public boolean hasSize() {
    return width > 0 && height > 0;
  }

  /** Starts a new picture with its axes. */
  public void begin(
      Palette palette, AxisRange across, AxisTicks acrossTicks, AxisRange up, AxisTicks upTicks) {
    this.across = across;
    this.up = up;
    canvas.begin(width, height);
    canvas.font(400, FONT_SIZE);
    left = labelWidth(upTicks.labels()) + LABEL_GAP;
    inset(below, left, top, rightMargin, AXIS_HEIGHT);
    inset(above, left, top, rightMargin, AXIS_HEIGHT);
    String ink = palette.inkSoft();
    String grid = ink + GRID_ALPHA;
    double[] places = upTicks.places(up);
    String[] labels = upTicks.labels();
    for (int i = 0; i < places.length; i++) {
      // Half a pixel off, a line of one pixel falls on one row.
      double y = Math.floor(bottom() - places[i] * (bottom() - top)) + 0.5;
      canvas.line(left, y, gridless ? left - TICK_LENGTH : width - rightMargin, y, grid, 1);
      canvas.textRight(labels[i], left - LABEL_GAP, y, ink);
    }
    places = acrossTicks.places(across);
    labels = acrossTicks.labels();
    for (int i = 0; i < places.length; i++) {
      double x = Math.floor(left + places[i] * (width - rightMargin - left)) + 0.5;
      canvas.line(x, bottom(), x, bottom() + TICK_LENGTH, grid, 1);
      canvas.textCentered(labels[i], x, bottom() + TICK_LENGTH + FONT_SIZE * 0.75, ink);
    }
  }

  private int labelWidth(String[] labels) {
    double widest = LEAST_LABEL_WIDTH;
    for (String label : labels) {
      widest = Math.max(widest, canvas.textWidth(label));
    }
    return (int) Math.ceil(widest / LABEL_WIDTH_STEP) * LABEL_WIDTH_STEP;
  }

  private int bottom() {
    return height - AXIS_HEIGHT;
  }

  /** The canvas, for what only one figure draws. */
  public Canvas canvas() {
    return canvas;
  }

  /** Where the plotting area begins, in CSS pixels from the left. */
  public int left() {
    return left;
  }

  /** How wide the plotting area is, in CSS pixels. */
  public int plotWidth() {
    return width - rightMargin - left;
  }

  /** Where a value of the x axis is, in CSS pixels; NaN stays NaN. */
  public double x(double value) {
    double x = left + across.fraction(value) * (width - rightMargin - left);
    return Math.max(-FAR, Math.min(FAR, x));
  }

  /** Where a value of the y axis is, in CSS pixels; NaN stays NaN. */
  public double y(double value) {
    double y = bottom() - up.fraction(value) * (bottom() - top);
    return Math.max(-FAR, Math.min(FAR, y));
  }

  /** Draws nothing above and below the plotting area from here on, until {@link #unclip}. */
  public void clip() {
    int from = top - OVERHANG;
    canvas.clip(0, from, width, bottom() + OVERHANG - from);
  }

  /** Draws everywhere again. */
  public void unclip() {
    canvas.unclip();
  }

  /**
   * Draws a line with open points where they have room, broken where a value is not finite.
   *
   * @param from first index of both arrays that is drawn
   * @param to index after the last
   */
  public void line(double[] xs, double[] ys, int from, int to, String color, String ground) {
    path(xs, ys, from, to);
    canvas.stroke(color, LINE_WIDTH);
    if ((width - rightMargin - left) < LEAST_POINT_DISTANCE * across.span()) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (Double.isFinite(ys[i])) {
        canvas.circle(x(xs[i]), y(ys[i]), OPEN_POINT_RADIUS);
        canvas.fill(ground);
        canvas.stroke(color, 1.5);
      }
    }
  }

  private void path(double[] xs, double[] ys, int from, int to) {
    canvas.startPath();
    boolean open = false;
    for (int i = from; i < to; i++) {
      boolean finite = Double.isFinite(ys[i]);
      if (finite && open) {
        canvas.lineTo(x(xs[i]), y(ys[i]));
      } else if (finite) {
        canvas.moveTo(x(xs[i]), y(ys[i]));
      }
      open = finite;
    }
  }

  /** Draws a thin line, broken where a value is not finite. */
  public void thinLine(double[] xs, double[] ys, int from, String color) {
    plainLine(xs, ys, from, xs.length, color, 1);
  }

  /** Draws a line of a width without points, broken where a value is not finite. */
  public void plainLine(
      double[] xs, double[] ys, int from, int to, String color, double lineWidth) {
    path(xs, ys, from, to);
    canvas.stroke(color, lineWidth);
  }

  /** Writes to the right of a point, below or above it, and within the plotting area. */
  public void note(String text, double x, double y, boolean below, String color, String ground) {
    note(text, x, y, 8, below, color, ground);
  }

  /** Writes to the left of a point and above it, within the plotting area. */
  public void noteLeft(String text, double x, double y, String color, String ground) {
    note(text, x, y, -8 - canvas.textWidth(text), false, color, ground);
  }

  private void note(
      String text, double x, double y, double offset, boolean below, String color, String ground) {
    double textWidth = canvas.textWidth(text);
    double at = Math.max(left + 2, Math.min(width - rightMargin - textWidth, offset + x(x)));
    double high = y(y) + (below ? FONT_SIZE : -FONT_SIZE);
    double from = top + FONT_SIZE / 2.0;
    double to = bottom() - FONT_SIZE / 2.0;
    canvas.textLeftOutlined(text, at, Math.max(from, Math.min(to, high)), color, ground);
  }

  /** Draws a dashed line, broken where a value is not finite. */
  public void dashedLine(double[] xs, double[] ys, int from, String color) {
    path(xs, ys, from, xs.length);
    canvas.dashed(6, 4);
    canvas.stroke(color, LINE_WIDTH);
    canvas.solid();
  }

  /** Draws open points without a line where a value is finite. */
  public void openDots(double[] xs, double[] ys, int from, String color, String ground) {
    for (int i = from; i < xs.length; i++) {
      if (Double.isFinite(ys[i])) {
        canvas.circle(x(xs[i]), y(ys[i]), DOT_RADIUS);
        canvas.fill(ground);
        canvas.stroke(color, 1.5);
      }
    }
  }

  /** Draws filled points without a line. */
  public void dots(double[] xs, double[] ys, String color) {
    for (int i = 0; i < xs.length; i++) {
      canvas.circle(x(xs[i]), y(ys[i]), DOT_RADIUS);
      canvas.fill(color);
    }
  }

  /**
   * Draws a line through finite points, its last point marked.
   *
   * @param stepped whether it is dashed and keeps each value up to the next point
   * @param markFill of the mark
   */
  public void curve(double[] xs, double[] ys, boolean stepped, String color, String markFill) {
    if (xs.length == 0) {
      return;
    }
    if (stepped) {
      canvas.dashed(6, 4);
    }
    canvas.startPath();
    canvas.moveTo(x(xs[0]), y(ys[0]));
    for (int i = 1; i < xs.length; i++) {
      if (stepped) {
        canvas.lineTo(x(xs[i]), y(ys[i - 1]));
      }
      canvas.lineTo(x(xs[i]), y(ys[i]));
    }
    canvas.stroke(color, LINE_WIDTH);
    canvas.solid();
    int last = xs.length - 1;
    canvas.circle(x(xs[last]), y(ys[last]), OPEN_POINT_RADIUS - 0.5);
    canvas.fill(markFill);
    canvas.stroke(color, LINE_WIDTH);
  }

  /** Draws a broken line through finite points: dots, or dashes of a length, so far apart. */
  public void brokenCurve(double[] xs, double[] ys, double dash, double gap, String color) {
    path(xs, ys, 0, xs.length);
    canvas.dotted(dash, gap);
    canvas.stroke(color, LINE_WIDTH);
    canvas.flatEnds();
    canvas.solid();
  }

  /** Draws short ticks that stand on the x axis. */
  public void ticks(double[] xs, String color) {
    canvas.startPath();
    for (double value : xs) {
      double x = x(value);
      canvas.moveTo(x, bottom());
      canvas.lineTo(x, bottom() - TICK_LENGTH);
    }
    canvas.stroke(color, 1);
  }

  /** Writes a short text behind the end of a line. */
  public void endLabel(double atX, double atY, String text, String color, String ground) {
    canvas.textLeftOutlined(text, x(atX) + TICK_LENGTH, y(atY), color, ground);
  }

  /** Fills what lies between two lines, as far as the lower one is finite. */
  public void band(double[] xs, double[] low, double[] high, String color) {
    canvas.startPath();
    int count = 0;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(low[i])) {
        point(xs[i], high[i], count++);
      }
    }
    for (int i = xs.length - 1; i >= 0; i--) {
      if (Double.isFinite(low[i])) {
        point(xs[i], low[i], count++);
      }
    }
    canvas.fill(color);
  }

  private void point(double atX, double atY, int before) {
    if (before == 0) {
      canvas.moveTo(x(atX), y(atY));
    } else {
      canvas.lineTo(x(atX), y(atY));
    }
  }

  /** Whether a value is within the y axis. */
  public boolean showsLevel(double value) {
    return value >= up.min() && value <= up.max();
  }

  /** How many CSS pixels a difference takes up along the y axis. */
  public double pixelsUp(double difference) {
    return difference / up.span() * (bottom() - top);
  }

  /** Draws a value of the y axis, if it shows it, as a thin line across. */
  public void level(double value, String color) {
    if (showsLevel(value)) {
      double y = Math.floor(y(value)) + 0.5;
      canvas.dashed(2, 3);
      canvas.line(left, y, width - rightMargin, y, color, 1);
      canvas.solid();
    }
  }

  /** Writes at the right end over a value of the y axis, or under it where there is no room. */
  public void label(double value, String text, String color, String ground) {
    double y = y(value) - FONT_SIZE * 0.6;
    double at = width - rightMargin - canvas.textWidth(text);
    canvas.textLeftOutlined(text, at, y < FONT_SIZE / 2.0 ? y + FONT_SIZE * 1.3 : y, color, ground);
  }

  /** Puts an element over the plotting area, given what is left free on each side. */
  @JSBody(
      params = {"element", "left", "top", "right", "bottom"},
      script = "element.style.inset = top + 'px ' + right + 'px ' + bottom + 'px ' + left + 'px';")
  private static native void inset(HTMLElement element, int left, int top, int right, int bottom);

  /** Replaces each number by its base-10 logarithm, or by a floor where that is lower. */
  @JSBody(
      params = {"numbers", "floor"},
      script =
          "for (var i = 0; i < numbers.length; i++)"
              + "  numbers[i] = Math.max(floor, Math.log10(numbers[i]));")
  public static native void takeLog10(@JSByRef double[] numbers, double floor);

  /** Shows a mark at a place, fractions of the plotting area from its lower left corner. */
  @JSBody(
      params = {"mark", "x", "y"},
      script =
          "mark.style.left = 100 * x + '%'; mark.style.bottom = 100 * y + '%';"
              + "var away = !isFinite(x + y); if (mark.hidden != away) mark.hidden = away;")
  public static native void place(HTMLElement mark, double x, double y);

  /**
   * Shows a mark that is as high as from one place to another, and as wide as given; takes it away
   * if one of the numbers is none.
   */
  @JSBody(
      params = {"mark", "x", "width", "low", "high"},
      script =
          "var style = mark.style; style.left = 100 * x + '%'; style.width = 100 * width + '%';"
              + "style.bottom = 100 * low + '%'; style.height = 100 * (high - low) + '%';"
              + "var away = !isFinite(x + width + low + high);"
              + "if (mark.hidden != away) mark.hidden = away;")
  public static native void stretch(
      HTMLElement mark, double x, double width, double low, double high);

  /** Takes a mark away. */
  public static void hide(HTMLElement mark) {
    Dom.setHidden(mark, true);
  }

  @JSBody(
      params = {"area", "event"},
      script =
          "var box = area.getBoundingClientRect();"
              + "return (event.clientX - box.left) / box.width;")
  private static native double fractionAcross(HTMLElement area, Event event);

  /** Lets go of what watches the canvas. */
  public void close() {
    sizeObserver.disconnect();
  }
}
