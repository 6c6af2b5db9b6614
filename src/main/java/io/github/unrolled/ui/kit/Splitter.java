package io.github.unrolled.ui.kit;

import java.util.function.DoubleConsumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A grip between two parts, one above the other, that shares their height by dragging, by arrow
 * keys, and by a click, which goes from the middle to the top and back.
 */
public final class Splitter {
  private static final double LEAST = 0.16;
  private static final double MOST = 0.94;
  private static final double KEY_STEP = 0.08;

  private final HTMLElement root = Dom.element("div", "splitter");
  private final DoubleConsumer changed;
  private final double middle;
  private double share;

  /** A callback with a number. */
  @JSFunctor
  interface NumberCallback extends JSObject {
    /** The call. */
    void call(double number);
  }

  /**
   * Makes a grip.
   *
   * @param name its accessible name
   * @param middle share of the lower part at first
   * @param around the element that contains both parts
   * @param changed called with each new share of the lower part
   */
  public Splitter(String name, double middle, HTMLElement around, DoubleConsumer changed) {
    this.middle = middle;
    this.changed = changed;
    root.setAttribute("role", "separator");
    root.setAttribute("aria-orientation", "horizontal");
    root.setAttribute("aria-label", name);
    root.setAttribute("aria-valuemin", percent(LEAST));
    root.setAttribute("aria-valuemax", percent(MOST));
    root.setTabIndex(0);
    Dom.on(root, "keydown", event -> onKey((KeyboardEvent) event));
    drag(root, around, this::set, number -> toggle());
    set(middle);
  }

  /** The grip's element. */
  public HTMLElement root() {
    return root;
  }

  private void toggle() {
    set(share > (middle + MOST) / 2 || share < middle - KEY_STEP ? middle : MOST);
  }

  private void set(double wanted) {
    share = Math.max(LEAST, Math.min(MOST, wanted));
    Dom.setAttribute(root, "aria-valuenow", percent(share));
    changed.accept(share);
  }

  private static String percent(double share) {
    return Text.fixed(100 * share, 0);
  }

  private void onKey(KeyboardEvent event) {
    double wanted =
        switch (event.getKey()) {
          case "ArrowUp" -> share + KEY_STEP;
          case "ArrowDown" -> share - KEY_STEP;
          case "Home" -> LEAST;
          case "End" -> MOST;
          case "Enter" -> share == middle ? MOST : middle;
          default -> Double.NaN;
        };
    if (!Double.isNaN(wanted)) {
      event.preventDefault();
      set(wanted);
    }
  }

  /**
   * Reports the share of the height below the pointer while it drags, and clicks without a drag.
   */
  @JSBody(
      params = {"grip", "around", "dragged", "clicked"},
      script =
          "var from = 0, moved = false;"
              + "grip.addEventListener('pointerdown', function(event) {"
              + "  from = event.clientY; moved = false; grip.setPointerCapture(event.pointerId);"
              + "});"
              + "grip.addEventListener('pointermove', function(event) {"
              + "  if (!grip.hasPointerCapture(event.pointerId)) { return; }"
              + "  moved = moved || Math.abs(event.clientY - from) > 4;"
              + "  var box = around.getBoundingClientRect();"
              + "  if (moved) { dragged((box.bottom - event.clientY) / box.height); }"
              + "});"
              // Not at pointerup: the click that follows would hit what comes to lie there.
              + "grip.addEventListener('click', function() { if (!moved) { clicked(0); } });")
  private static native void drag(
      HTMLElement grip, HTMLElement around, NumberCallback dragged, NumberCallback clicked);
}
