package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Pointing;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The surface over the picture, which can be pointed at, with the movable handle of the start. */
final class LandscapeSurface {
  /** Steps per press of an arrow key; with Shift it is one. */
  private static final double STEPS = 10;

  private final HTMLElement root = Dom.element("div", "landscape-surface");
  private final HTMLElement handle = Dom.element("div", "landscape-handle");
  private boolean dragging;

  /** Learns what the reader does; places are fractions of the picture from the lower left. */
  interface Listener {
    /** A place is pointed at. */
    void pointAt(double across, double up);

    /** No place is pointed at any more. */
    void leave();

    /** The handle is pointed at, or no longer. */
    void pointAtHandle(boolean on);

    /** The handle is dragged to a place. */
    void drag(double across, double up);

    /** The handle is moved by arrow keys, by a count of steps along each axis. */
    void step(double across, double up);
  }

  LandscapeSurface(Listener listener) {
    handle.setTabIndex(0);
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", "Start point");
    Dom.Listener point = event -> listener.pointAt(across(root, event), up(root, event));
    Dom.on(root, "pointermove", point);
    // After a tap the finger has left, and only a click remains.
    Dom.on(root, "click", point);
    Dom.on(root, "pointerleave", event -> listener.leave());
    Dom.on(
        handle,
        "pointerdown",
        event -> {
          dragging = true;
          capture(handle, event);
        });
    Dom.on(
        handle,
        "pointermove",
        event -> {
          if (dragging) {
            listener.drag(across(root, event), up(root, event));
          }
        });
    Dom.on(handle, "pointerup", event -> dragging = false);
    Dom.on(handle, "pointercancel", event -> dragging = false);
    Dom.on(handle, "keydown", event -> key((KeyboardEvent) event, listener));
    Pointing.at(handle, () -> listener.pointAtHandle(true), () -> listener.pointAtHandle(false));
  }

  private static void key(KeyboardEvent event, Listener listener) {
    String key = event.getKey();
    int right = key.equals("ArrowRight") ? 1 : key.equals("ArrowLeft") ? -1 : 0;
    int higher = key.equals("ArrowUp") ? 1 : key.equals("ArrowDown") ? -1 : 0;
    if (right == higher || event.isAltKey() || event.isCtrlKey() || event.isMetaKey()) {
      return;
    }
    event.preventDefault();
    double steps = event.isShiftKey() ? 1 : STEPS;
    listener.step(right * steps, higher * steps);
  }

  @JSBody(
      params = {"element", "event"},
      script = "element.setPointerCapture(event.pointerId);")
  private static native void capture(HTMLElement element, Event event);

  @JSBody(
      params = {"element", "event"},
      script =
          "var box = element.getBoundingClientRect();"
              + "return (event.clientX - box.left) / box.width;")
  private static native double across(HTMLElement element, Event event);

  @JSBody(
      params = {"element", "event"},
      script =
          "var box = element.getBoundingClientRect();"
              + "return (box.bottom - event.clientY) / box.height;")
  private static native double up(HTMLElement element, Event event);

  /** The surface over the picture. */
  HTMLElement root() {
    return root;
  }

  /** Whether the handle is being dragged, so that the axes must stay as they are. */
  boolean isDragging() {
    return dragging;
  }

  /** The handle, which marks the start. */
  HTMLElement handle() {
    return handle;
  }
}
