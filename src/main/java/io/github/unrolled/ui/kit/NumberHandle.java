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

  /** Largest number that is written without an exponent. */
  private static final double MOST_TOLD = 1e20;

  private static final String HINT = "Drag, or press an arrow key; a double click types";

  private double step;
  private double perPixel;
  private double fineness = FINE;
  private double min;
  private double max;
  private boolean dragging;

  /** Whether the last press of the pointer changed the number. */
  private boolean dragged;

  private final DoublePredicate accepts;
  private final String expected;
  private final DoubleConsumer changed;
  private final HTMLElement text = Dom.element("span", "number-handle");
  private final HTMLElement root = Dom.element("span", "number-handle-box", text);
  private @Nullable NumberInput field;
  private Browser.@Nullable Callback closing;
  private double value;

  /** Where the drag has come to, before it is rounded. */
  private double reached;

  private String spoken = "";
  private String reason = "";

  /** A callback with a part of a drag, in CSS pixels, and whether it is to be fine. */
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
    this.step = step;
    perPixel = step;
    this.accepts = accepts;
    this.expected = expected;
    this.changed = changed;
    text.setAttribute("role", "slider");
    text.setAttribute("aria-valuenow", "0");
    setRange(-1e6, 1e6);
    text.setTabIndex(0);
    rename(name);
    if (upright) {
      Dom.toggleClass(text, "upright", true);
    }
    drag(text, upright, this::drag);
    Dom.on(text, "keydown", event -> onKey((KeyboardEvent) event));
    Dom.on(text, "dblclick", event -> type());
    // A drag ends with a click, which is not meant for what is below.
    Dom.on(
        text,
        "click",
        event -> {
          if (dragged) {
            event.stopPropagation();
          }
        });
  }

  /** The handle's element. */
  public HTMLElement root() {
    return root;
  }

  /** Gives the handle another accessible name. */
  public void rename(String now) {
    Dom.setAttribute(text, "aria-label", now);
  }

  private String name() {
    return text.getAttribute("aria-label");
  }

  /** Sets the ends at which drags and keys stop; at first a million on each side. */
  public void setRange(double least, double most) {
    min = least;
    max = most;
    Dom.setAttribute(text, "aria-valuemin", decimal(least));
    Dom.setAttribute(text, "aria-valuemax", decimal(most));
  }

  /** Takes only multiples of the step from now on: Shift makes nothing finer. */
  public void omitFractions() {
    fineness = 1;
  }

  /** Shows a number with its sign's colour. */
  public void show(double shown) {
    String words = Text.NUMBERS.significant(shown);
    show(shown, shown, words, words);
  }

  /**
   * Shows a number that stands there otherwise than as itself.
   *
   * @param shown the number that is set
   * @param drawn the number that stands there, whose sign's colour it has
   * @param words text in its place; empty if the number is drawn there
   * @param told the number in words for assistive technology and for the tooltip
   */
  public void show(double shown, double drawn, String words, String told) {
    value = shown;
    spoken = words.equals(told) ? "" : told + ". ";
    Dom.setText(text, words);
    Dom.setAttribute(text, "aria-valuenow", decimal(shown));
    Dom.setAttribute(text, "aria-valuetext", told);
    Dom.setAttribute(text, "data-sign", drawn < 0 ? "negative" : drawn > 0 ? "positive" : "zero");
    explain();
    NumberInput typed = field;
    if (typed != null) {
      typed.show(shown);
    }
  }

  /** Writes a number as ARIA wants it: without an exponent. */
  private static String decimal(double number) {
    String plain = Text.plain(number);
    return plain.indexOf('e') < 0
        ? plain
        : Text.fixed(Math.max(-MOST_TOLD, Math.min(MOST_TOLD, number)), 15);
  }

  /**
   * Enables the handle, or disables it for a reason.
   *
   * @param why empty to enable it
   */
  public void setEnabled(String why) {
    reason = why;
    Dom.setAttribute(text, "aria-disabled", why.isEmpty() ? "false" : "true");
    explain();
  }

  private void explain() {
    Dom.setTitle(text, spoken + (reason.isEmpty() ? HINT : reason));
  }

  /**
   * Sets the changes by keys and drags; a drag keeps those it began with.
   *
   * @param byKey change by an arrow key; a drag stops at its multiples
   * @param byPixel change by a drag over a CSS pixel
   */
  public void setSteps(double byKey, double byPixel) {
    if (!dragging) {
      step = byKey;
      perPixel = byPixel;
    }
  }

  /** Whether the handle is being dragged. */
  public boolean isDragging() {
    return dragging;
  }

  /** Whether a number is being typed in place of the handle's. */
  public boolean isTyping() {
    return root.getClassList().contains("typing");
  }

  private void drag(double distance, boolean fine) {
    if (Double.isNaN(distance)) {
      dragging = true;
      dragged = false;
      reached = value;
    } else if (Double.isInfinite(distance)) {
      dragging = false;
    } else {
      final double before = value;
      reached += distance * perPixel * (fine ? fineness : 1);
      set(reached, fine ? step * fineness : step);
      dragged |= value != before;
    }
  }

  /** Sets a number, rounded to a multiple of a power of ten. */
  private void set(double wanted, double grid) {
    double rounded = Math.rint(Math.max(min, Math.min(max, wanted)) / grid) * grid;
    // Through its digits, so that no rounding error of the grid is left over.
    double next = Text.READER.read(Text.fixed(rounded, digits(grid))).value();
    if (reason.isEmpty() && next != value && accepts.test(next)) {
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
    double finest = step * fineness;
    double by = event.isShiftKey() ? finest : step;
    String key = event.getKey();
    switch (key) {
      case "ArrowRight", "ArrowUp" -> set(value + by, finest);
      case "ArrowLeft", "ArrowDown" -> set(value - by, finest);
      case "PageUp" -> set(value + PAGE * by, finest);
      case "PageDown" -> set(value - PAGE * by, finest);
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
    if (!reason.isEmpty()) {
      return;
    }
    NumberInput typed = field;
    if (typed == null) {
      typed = new NumberInput(name() + ", typed", accepts, expected, this::accept);
      field = typed;
      root.appendChild(typed.root());
      HTMLElement input = typed.input();
      Dom.on(input, "keydown", event -> leaveByKey((KeyboardEvent) event));
      Dom.on(input, "blur", event -> leave(false));
    }
    Dom.setAttribute(typed.input(), "aria-label", name() + ", typed");
    typed.show(value);
    Dom.toggleClass(root, "typing", true);
    closing = open(typed.root(), text);
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
    if (typed == null || !isTyping()) {
      return;
    }
    Dom.toggleClass(root, "typing", false);
    Browser.Callback close = closing;
    if (close != null) {
      close.call();
    }
    typed.forget();
    if (refocus) {
      text.focus();
    }
  }

  @JSBody(
      params = {"element", "upright", "dragged"},
      script =
          "var last = 0, place = function(event) {"
              + "  return upright ? -event.clientY : event.clientX;"
              + "};"
              + "element.addEventListener('pointerdown', function(event) {"
              + "  if (event.button) { return; }"
              + "  last = place(event);"
              + "  element.setPointerCapture(event.pointerId);"
              + "  dragged(NaN, false);"
              + "});"
              + "element.addEventListener('pointermove', function(event) {"
              + "  if (!element.hasPointerCapture(event.pointerId)) { return; }"
              + "  var next = place(event);"
              + "  dragged(next - last, event.shiftKey);"
              + "  last = next;"
              + "});"
              + "element.addEventListener('lostpointercapture', function() {"
              + "  dragged(Infinity, false);"
              + "});")
  private static native void drag(HTMLElement element, boolean upright, DragCallback dragged);

  /**
   * Opens a field above everything, so that nothing cuts off what it says, and keeps it over the
   * number; returns what closes it.
   */
  @JSBody(
      params = {"field", "number"},
      script =
          "var open = new AbortController();"
              + "var place = function() {"
              + "  field.style.left = field.style.top = '0px';"
              + "  var over = number.getBoundingClientRect();"
              + "  var box = field.getBoundingClientRect();"
              + "  var left = Math.max(4, Math.min(innerWidth - box.width - 4,"
              + "    (over.left + over.right - box.width) / 2));"
              + "  var top = (over.top + over.bottom - box.height) / 2;"
              + "  field.style.left = left - box.left + 'px';"
              + "  field.style.top = top - box.top + 'px';"
              + "  field.classList.toggle('leftward', left + box.width > innerWidth / 2);"
              + "  field.classList.toggle('upward', top + box.height > innerHeight - 90);"
              + "};"
              + "field.setAttribute('popover', 'manual');"
              + "if (field.showPopover) { field.showPopover(); }"
              + "place();"
              + "var always = {capture: true, signal: open.signal};"
              // What scrolls inside the playground is not heard outside.
              + "number.getRootNode().addEventListener('scroll', place, always);"
              + "addEventListener('scroll', place, always);"
              + "addEventListener('resize', place, always);"
              + "return function() {"
              + "  open.abort();"
              + "  if (field.hidePopover && field.isConnected) { field.hidePopover(); }"
              + "};")
  private static native Browser.Callback open(HTMLElement field, HTMLElement number);
}
