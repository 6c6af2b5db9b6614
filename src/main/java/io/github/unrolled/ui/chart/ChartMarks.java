package io.github.unrolled.ui.chart;

import io.github.unrolled.ui.kit.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The marks of a chart: elements that move over its plotting area without redrawing its lines.
 * Places are fractions of the plotting area from its lower left corner.
 */
final class ChartMarks {
  private ChartMarks() {}

  /** Makes a layer of marks. */
  static HTMLElement layer() {
    return Dom.element("div", "chart-inset");
  }

  /** Adds a mark to a layer; it is not shown until it is placed. */
  static HTMLElement add(HTMLElement layer, String className) {
    HTMLElement mark = Dom.element("div", "chart-mark " + className);
    hide(mark);
    layer.appendChild(mark);
    return mark;
  }

  /** Puts a layer over the plotting area. */
  static void cover(HTMLElement layer, ChartFrame frame) {
    inset(layer, frame.left(), frame.top(), frame.rightMargin(), ChartFrame.AXIS_HEIGHT);
  }

  /** Shows a mark at a place; hides it if either number is not finite. */
  @JSBody(
      params = {"mark", "x", "y"},
      script =
          "mark.style.left = 100 * x + '%'; mark.style.bottom = 100 * y + '%';"
              + "var away = !isFinite(x + y); if (mark.hidden != away) mark.hidden = away;")
  static native void place(HTMLElement mark, double x, double y);

  /**
   * Shows a mark of a width that reaches from {@code low} to {@code high}; hides it if any number
   * is not finite.
   */
  @JSBody(
      params = {"mark", "x", "width", "low", "high"},
      script =
          "var style = mark.style; style.left = 100 * x + '%'; style.width = 100 * width + '%';"
              + "style.bottom = 100 * low + '%'; style.height = 100 * (high - low) + '%';"
              + "var away = !isFinite(x + width + low + high);"
              + "if (mark.hidden != away) mark.hidden = away;")
  static native void stretch(HTMLElement mark, double x, double width, double low, double high);

  /** Hides a mark. */
  static void hide(HTMLElement mark) {
    Dom.setHidden(mark, true);
  }

  /** The place of a pointer along a layer. */
  @JSBody(
      params = {"layer", "event"},
      script =
          "var box = layer.getBoundingClientRect();"
              + "return (event.clientX - box.left) / box.width;")
  static native double fractionAcross(HTMLElement layer, Event event);

  @JSBody(
      params = {"element", "left", "top", "right", "bottom"},
      script = "element.style.inset = top + 'px ' + right + 'px ' + bottom + 'px ' + left + 'px';")
  private static native void inset(HTMLElement element, int left, int top, int right, int bottom);
}
