package io.github.unrolled.ui.kit;

import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A number that can be set where it stands: by dragging across it, by arrow keys, or by typing. It
 * is a slider to assistive technology.
 */
public final class NumberHandle {
  /** Share of a step by which Shift makes drags and keys finer. */
  private static final double FINE = 0.1;

  private static final double PAGE = 10;

  private final String name;
  private double step;
  private boolean dragging;
  private final DoublePredicate accepts;
  private final String expected;
  private final DoubleConsumer changed;
  private final HTMLElement text = Dom.element("span", "number-handle");
  private final HTMLElement root = Dom.element("span", "number-handle-box", text);
  private @Nullable NumberInput field;
  private double value;
  private double dragStart;
  private boolean enabled = true;

  /** A callback with the distance of a drag, in CSS pixels, and whether it is to be fine. */
  @JSFunctor
  interface DragCallback extends JSObject {
    /** The call; a distance of NaN begins a drag, an infinite one ends it. */
    void call(double distance, boolean fine);
  }

  /**
   * Makes a handle.
   *
   * @param name its accessible name
   * @param step change by an arrow key, and by a drag over a CSS pixel
   * @param upright whether it is dragged up and down rather than to the right and to the left
   * @param accepts whether a number is in range
   * @param expected description of such numbers, as in "a number above 0"
   * @param changed called with each number that the reader sets
   */
  public NumberHandle(
      String name,
      double step,
      boolean upright,
      DoublePredicate accepts,
      String expected,
      DoubleConsumer changed) {
    this.name = name;
    this.step = step;
    this.accepts = accepts;
    this.expected = expected;
    this.changed = changed;
    text.setAttribute("role", "slider");
    text.setAttribute("aria-valuenow", "0");
    text.setAttribute("aria-valuemin", "-1000000");
    text.setAttribute("aria-valuemax", "1000000");
    text.setTabIndex(0);
    rename(name);
    if (upright) {
      Dom.toggleClass(text, "upright", true);
    }
    drag(text, upright, this::drag);
    Dom.on(text, "keydown", event -> onKey((KeyboardEvent) event));
    Dom.on(text, "dblclick", event -> type());
  }

  /** The handle's element. */
  public HTMLElement root() {
    return root;
  }

  /** Gives the handle another accessible name. */
  public void rename(String now) {
    Dom.setAttribute(text, "aria-label", now);
  }

  /** Shows a number with its sign's colour. */
  public void show(double shown) {
    show(shown, Text.NUMBERS.significant(shown));
  }

  /** Shows a number as a text; an empty text shows nothing but the place. */
  public void show(double shown, String words) {
    value = shown;
    Dom.setText(text, words);
    Dom.setAttribute(text, "aria-valuenow", Text.plain(shown));
    Dom.setAttribute(text, "aria-valuetext", Text.NUMBERS.significant(shown));
    Dom.setAttribute(text, "data-sign", shown < 0 ? "negative" : shown > 0 ? "positive" : "zero");
    NumberInput typed = field;
    if (typed != null) {
      typed.show(shown);
    }
  }

  /**
   * Enables the handle, or disables it for a reason.
   *
   * @param reason empty to enable it
   */
  public void setEnabled(String reason) {
    enabled = reason.isEmpty();
    Dom.setAttribute(text, "aria-disabled", enabled ? "false" : "true");
    Dom.setTitle(text, enabled ? "Drag, or press an arrow key; a double click types" : reason);
  }

  /** Sets the change by an arrow key, and by a drag over a CSS pixel; a drag keeps its own. */
  public void setStep(double next) {
    if (!dragging) {
      step = next;
    }
  }

  private void drag(double distance, boolean fine) {
    if (Double.isNaN(distance)) {
      dragging = true;
      dragStart = value;
    } else if (Double.isInfinite(distance)) {
      dragging = false;
    } else {
      set(dragStart + distance * step * (fine ? FINE : 1));
    }
  }

  /** Sets a number, rounded to what the step can tell apart. */
  private void set(double wanted) {
    double grid = step * FINE;
    double rounded = Math.rint(wanted / grid) * grid;
    // Through its digits, so that no rounding error of the grid is left over.
    double next = Text.READER.read(Text.fixed(rounded, digits(grid))).value();
    if (enabled && next != value && accepts.test(next)) {
      // Not left to show(): there may be two keys within one frame.
      value = next;
      changed.accept(next);
    }
  }

  private static int digits(double grid) {
    int digits = 0;
    for (double rest = grid; rest < 0.999 && digits < 15; rest *= 10) {
      digits++;
    }
    return digits;
  }

  private void onKey(KeyboardEvent event) {
    if (event.isCtrlKey() || event.isMetaKey() || event.isAltKey()) {
      return;
    }
    double by = event.isShiftKey() ? step * FINE : step;
    String key = event.getKey();
    switch (key) {
      case "ArrowRight", "ArrowUp" -> set(value + by);
      case "ArrowLeft", "ArrowDown" -> set(value - by);
      case "PageUp" -> set(value + PAGE * by);
      case "PageDown" -> set(value - PAGE * by);
      case "Enter" -> type();
      default -> {
        if (key.length() != 1 || "-0123456789.".indexOf(key.charAt(0)) < 0) {
          return;
        }
        type();
        return;
      }
    }
    event.preventDefault();
  }

  /** Opens a field in place of the number. */
  private void type() {
    if (!enabled) {
      return;
    }
    NumberInput typed = field;
    if (typed == null) {
      typed = new NumberInput(name + ", typed", accepts, expected, this::accept);
      field = typed;
      root.appendChild(typed.root());
      HTMLElement input = typed.input();
      Dom.on(input, "keydown", event -> leaveByKey((KeyboardEvent) event));
      Dom.on(input, "blur", event -> leave(false));
    }
    typed.show(value);
    Dom.toggleClass(root, "typing", true);
    typed.input().focus();
    typed.input().select();
  }

  private void accept(double number) {
    changed.accept(number);
    leave(true);
  }

  private void leaveByKey(KeyboardEvent event) {
    NumberInput typed = field;
    boolean refused = typed != null && "true".equals(typed.input().getAttribute("aria-invalid"));
    if (event.getKey().equals("Escape") || (event.getKey().equals("Enter") && !refused)) {
      event.stopPropagation();
      leave(true);
    }
  }

  private void leave(boolean refocus) {
    NumberInput typed = field;
    if (typed == null || !root.getClassList().contains("typing")) {
      return;
    }
    Dom.toggleClass(root, "typing", false);
    typed.forget();
    if (refocus) {
      text.focus();
    }
  }

  @JSBody(
      params = {"element", "upright", "dragged"},
      script =
          "var from = 0;"
              + "element.addEventListener('pointerdown', function(event) {"
              + "  if (event.button) { return; }"
              + "  from = upright ? event.clientY : event.clientX;"
              + "  element.setPointerCapture(event.pointerId);"
              + "  dragged(NaN, false);"
              + "});"
              + "element.addEventListener('pointermove', function(event) {"
              + "  if (!element.hasPointerCapture(event.pointerId)) { return; }"
              + "  dragged(upright ? from - event.clientY : event.clientX - from, event.shiftKey);"
              + "});"
              + "element.addEventListener('lostpointercapture', function() {"
              + "  dragged(Infinity, false);"
              + "});")
  private static native void drag(HTMLElement element, boolean upright, DragCallback dragged);
}
