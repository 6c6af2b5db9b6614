package io.github.unrolled.ui;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The picture of a line chart: a canvas that fills its box, and marks that are moved over it
 * without drawing it again. Whoever cannot see it has the texts around it.
 */
final class ChartArea {
  /** What the axis below and the margin above take, in CSS pixels. */
  private static final int AXIS_HEIGHT = 32;

  /** What the axis on the left and the margins take, in CSS pixels. */
  private static final int AXIS_WIDTH = 50;

  /** Lets a mark below shine through the grid. */
  private static final String GRID_ALPHA = "29";

  private final HTMLElement root = Dom.element("div", "chart-plot");
  private final List<HTMLElement> marksBelow = new ArrayList<>();
  private final List<HTMLElement> marksAbove = new ArrayList<>();
  private final Function<Palette, JSArray<JSObject>> series;
  private final int rightMargin;
  private final Browser.SizeObserver sizeObserver;
  private @Nullable UPlot plot;
  private @Nullable Palette drawnIn;

  /**
   * Makes an empty one.
   *
   * @param rightMargin free space on the right for half a label, in CSS pixels
   * @param series its series in the colours of a theme
   * @param redraw called whenever the size has changed
   */
  ChartArea(int rightMargin, Function<Palette, JSArray<JSObject>> series, Runnable redraw) {
    this.rightMargin = rightMargin;
    this.series = series;
    root.setAttribute("aria-hidden", "true");
    sizeObserver =
        Browser.observeSize(
            root,
            () -> {
              UPlot current = plot;
              if (current != null && hasSize()) {
                current.resize(root.getClientWidth(), root.getClientHeight());
              }
              redraw.run();
            });
  }

  /** Its element. */
  HTMLElement root() {
    return root;
  }

  /** Adds a mark below the lines; it is not shown until it is placed. */
  HTMLElement markBelow(String className) {
    return addMark(marksBelow, className);
  }

  /** Adds a mark above the lines; it is not shown until it is placed. */
  HTMLElement markAbove(String className) {
    return addMark(marksAbove, className);
  }

  private static HTMLElement addMark(List<HTMLElement> marks, String className) {
    HTMLElement mark = Dom.element("div", "chart-mark " + className);
    hide(mark);
    marks.add(mark);
    return mark;
  }

  /** Listens to where it is pointed at, as a fraction of the x axis; NaN when it is left. */
  void onPoint(DoubleConsumer listener) {
    Dom.on(root, "pointermove", event -> listener.accept(fractionAt(event)));
    Dom.on(root, "pointerleave", event -> listener.accept(Double.NaN));
  }

  /** Listens to where it is clicked or tapped, as a fraction of the x axis. */
  void onChoose(DoubleConsumer listener) {
    Dom.on(root, "click", event -> listener.accept(fractionAt(event)));
  }

  private double fractionAt(Event event) {
    UPlot current = plot;
    return current == null ? Double.NaN : fractionAcross(current.getOver(), event);
  }

  /** How many labels of a width, in CSS pixels, have room along the x axis. */
  int ticksAcross(int labelWidth) {
    return Math.max(1, (root.getClientWidth() - AXIS_WIDTH) / labelWidth);
  }

  /** How many labels have room along the y axis, so many CSS pixels apart. */
  int ticksUp(int distance) {
    return Math.max(3, (root.getClientHeight() - AXIS_HEIGHT) / distance);
  }

  /** Gets ready to draw in a theme's colours; false while it has no size. */
  boolean prepare(Palette palette) {
    if (!hasSize()) {
      return false;
    }
    if (!palette.equals(drawnIn)) {
      destroyPlot();
      UPlot created =
          UPlot.create(
              root,
              root.getClientWidth(),
              root.getClientHeight(),
              rightMargin,
              series.apply(palette),
              palette.inkSoft(),
              palette.inkSoft() + GRID_ALPHA);
      marksBelow.forEach(created.getUnder()::appendChild);
      marksAbove.forEach(created.getOver()::appendChild);
      plot = created;
      drawnIn = palette;
    }
    return true;
  }

  private boolean hasSize() {
    return root.getClientWidth() > 0 && root.getClientHeight() > 0;
  }

  /**
   * Draws.
   *
   * @param columns fractions of the x axis, then of the y axis for each series, shape [series + 1,
   *     N]; NaN where there is nothing
   */
  void draw(double[] columns, AxisRange x, AxisTicks across, AxisRange y, AxisTicks up) {
    UPlot current = plot;
    if (current != null) {
      current.draw(columns, across.places(x), across.labels(), up.places(y), up.labels());
    }
  }

  /** Shows a mark at a place, fractions of the plotting area from its lower left corner. */
  @JSBody(
      params = {"mark", "x", "y"},
      script =
          "mark.style.left = 100 * x + '%'; mark.style.bottom = 100 * y + '%';"
              + "mark.hidden = !isFinite(x + y);")
  static native void place(HTMLElement mark, double x, double y);

  /** Shows a mark that is as high as from one place to another, and as wide as given. */
  @JSBody(
      params = {"mark", "x", "width", "low", "high"},
      script =
          "var style = mark.style; style.left = 100 * x + '%'; style.width = 100 * width + '%';"
              + "style.bottom = 100 * low + '%'; style.height = 100 * (high - low) + '%';"
              + "mark.hidden = false;")
  static native void stretch(HTMLElement mark, double x, double width, double low, double high);

  /** Takes a mark away. */
  static void hide(HTMLElement mark) {
    mark.setHidden(true);
  }

  @JSBody(
      params = {"area", "event"},
      script =
          "var box = area.getBoundingClientRect();"
              + "return (event.clientX - box.left) / box.width;")
  private static native double fractionAcross(HTMLElement area, Event event);

  private void destroyPlot() {
    UPlot current = plot;
    if (current != null) {
      current.destroy();
      plot = null;
    }
  }

  /** Lets go of the canvas and of what watches it. */
  void close() {
    sizeObserver.disconnect();
    destroyPlot();
    drawnIn = null;
  }
}
