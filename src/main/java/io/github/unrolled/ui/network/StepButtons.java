package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.plot.StripLayout;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Invisible buttons over the columns that make the drawing usable by pointer, keyboard and screen
 * reader. One button is in the tab order; arrow keys, Home and End move between the buttons. In
 * columns with strips of cells, the pointer points at a cell, Up and Down move among the units, and
 * Page Up and Page Down among the strips; a click keeps the cell.
 */
final class StepButtons {
  private final HTMLElement root = Dom.element("div", "step-hits");
  private final HTMLElement said = Dom.element("span", "visually-hidden");
  private final List<HTMLElement> buttons = new ArrayList<>();
  private final StepNumbers numbers;
  private final Consumer<Event> dispatch;
  private final IntConsumer reveal;
  private int inTabOrder;
  private int focused;
  private int current;
  private @Nullable StripLayout cells;
  private @Nullable NetworkShape shape;
  private int strip;
  private int unit = -1;
  private int keptStrip;
  private int keptUnit = -1;

  /**
   * Makes an empty row.
   *
   * @param reveal scrolls to a step
   */
  StepButtons(StepNumbers numbers, Consumer<Event> dispatch, IntConsumer reveal) {
    this.numbers = numbers;
    this.dispatch = dispatch;
    this.reveal = reveal;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Time steps");
    Dom.on(root, "keydown", event -> onKey((KeyboardEvent) event));
    said.setAttribute("aria-live", "polite");
    root.appendChild(said);
  }

  HTMLElement root() {
    return root;
  }

  /** Puts a button over the column of each step. */
  void place(StepColumns layout) {
    cells = layout instanceof StripLayout strips ? strips : null;
    while (buttons.size() > layout.steps()) {
      HTMLElement last = buttons.remove(buttons.size() - 1);
      root.removeChild(last);
    }
    while (buttons.size() < layout.steps()) {
      HTMLElement button = newButton(buttons.size() + 1);
      buttons.add(button);
      root.appendChild(button);
    }
    setPixels(root, "left", layout.columnLeft(1));
    setPixels(root, "grid-auto-columns", layout.columnWidth());
    focused = Math.min(focused, layout.steps());
    putInTabOrder(Math.max(1, Math.min(inTabOrder, layout.steps())));
  }

  /** Gives the focus to the button in the tab order. */
  void takeFocus() {
    if (inTabOrder > 0) {
      buttons.get(inTabOrder - 1).focus();
    }
  }

  /** Follows the state's cell pointed at. */
  void follow(State state) {
    if (!state.experiment().shape().equals(shape)) {
      shape = state.experiment().shape();
      keptUnit = -1;
    }
    strip = state.pointed().strip();
    unit = state.pointed().unit();
  }

  private HTMLElement newButton(int step) {
    HTMLElement button = Dom.element("button", "step-hit");
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", "Step " + step);
    button.setTabIndex(-1);
    Dom.on(button, "click", event -> onClick((MouseEvent) event, step));
    Dom.on(button, "pointerenter", event -> onHover(event, step));
    Dom.on(button, "pointermove", this::onMove);
    Dom.on(button, "pointerleave", event -> onHover(event, focused));
    Dom.on(button, "focus", event -> onFocus(button, step));
    Dom.on(button, "blur", event -> onBlur());
    return button;
  }

  private void onClick(MouseEvent event, int step) {
    // A click by keyboard has no place: it keeps the cell that the keys have reached.
    if (event.getDetail() > 0) {
      pointAt(event);
    }
    keptStrip = strip;
    keptUnit = unit;
    dispatch.accept(new Change.StepChosen(step));
  }

  private void onMove(org.teavm.jso.dom.events.Event event) {
    if (!isTouch(event)) {
      pointAt((MouseEvent) event);
    }
  }

  private void pointAt(MouseEvent event) {
    StripLayout layout = cells;
    if (layout != null) {
      pointAt(layout.nearestStrip(event.getOffsetX()), layout.unitAt(event.getOffsetY()));
    }
  }

  private void pointAt(int nextStrip, int nextUnit) {
    if (nextStrip != strip || nextUnit != unit) {
      strip = nextStrip;
      unit = nextUnit;
      dispatch.accept(new Command.UnitPointedAt(nextStrip, nextUnit));
    }
  }

  private void onHover(org.teavm.jso.dom.events.Event event, int step) {
    // A finger cannot hover: its tap chooses the step.
    if (!isTouch(event)) {
      dispatch.accept(new Command.StepPointedAt(step));
      pointAt(keptStrip, keptUnit);
    }
  }

  private void onFocus(HTMLElement button, int step) {
    putInTabOrder(step);
    name(step);
    if (hasVisibleFocus(button)) {
      focused = step;
      reveal.accept(step);
      dispatch.accept(new Command.StepPointedAt(step));
    }
  }

  private void onBlur() {
    if (focused > 0) {
      focused = 0;
      dispatch.accept(new Command.StepPointedAt(0));
      pointAt(keptStrip, keptUnit);
    }
  }

  private void onKey(KeyboardEvent event) {
    if (event.isAltKey() || event.isCtrlKey() || event.isMetaKey()) {
      return;
    }
    StripLayout layout = cells;
    if (layout != null && moveAmongCells(layout, event.getKey(), event.isShiftKey())) {
      event.preventDefault();
    }
    if (event.isShiftKey()) {
      return;
    }
    int target =
        switch (event.getKey()) {
          case "ArrowLeft" -> Math.max(1, inTabOrder - 1);
          case "ArrowRight" -> Math.min(buttons.size(), inTabOrder + 1);
          case "Home" -> 1;
          case "End" -> buttons.size();
          default -> 0;
        };
    if (target > 0) {
      event.preventDefault();
      int sameStrip = strip;
      int sameUnit = unit;
      Browser.focusQuietly(buttons.get(target - 1));
      pointAt(sameStrip, sameUnit);
    }
  }

  /** Moves among the cells of the focused step; returns whether the key has a meaning there. */
  private boolean moveAmongCells(StripLayout layout, String key, boolean shifted) {
    boolean paged = key.indexOf("Page") == 0;
    int direction = key.indexOf("Up") > 0 ? -1 : key.indexOf("Down") > 0 ? 1 : 0;
    boolean amongStrips = (paged || shifted) && layout.strips() > 1;
    if (direction == 0 || (!amongStrips && (paged || shifted))) {
      return false;
    }
    if (unit < 0) {
      pointAt(0, 0);
    } else if (amongStrips) {
      int place = layout.placeOf(strip) + direction;
      pointAt(layout.stripAt(Math.max(0, Math.min(layout.strips() - 1, place))), unit);
    } else {
      pointAt(strip, Math.max(0, Math.min(layout.units() - 1, unit + direction)));
    }
    NetworkShape network = shape;
    if (network != null) {
      Dom.setText(said, UnrolledWords.cell(network.cell(), numbers, strip, inTabOrder, unit));
    }
    return true;
  }

  private void putInTabOrder(int step) {
    if (inTabOrder != step) {
      if (inTabOrder > 0 && inTabOrder <= buttons.size()) {
        buttons.get(inTabOrder - 1).setTabIndex(-1);
      }
      inTabOrder = step;
    }
    buttons.get(step - 1).setTabIndex(0);
  }

  /** Marks the step under the cursor, 0 for none. */
  void markCurrent(int step) {
    if (current > 0 && current != step && current <= buttons.size()) {
      buttons.get(current - 1).removeAttribute("aria-current");
    }
    if (step > 0) {
      Dom.setAttribute(buttons.get(step - 1), "aria-current", "step");
    }
    if (current != step && focused == 0) {
      putInTabOrder(Math.max(1, step));
    }
    current = step;
  }

  /** Names the buttons of a range of steps by the steps' numbers. */
  void name(int first, int last) {
    for (int step = first; step <= last; step++) {
      name(step);
    }
  }

  private void name(int step) {
    Dom.setAttribute(buttons.get(step - 1), "aria-label", UnrolledWords.step(numbers, step));
  }

  @JSBody(
      params = {"element", "name", "value"},
      script = "element.style.setProperty(name, value + 'px');")
  private static native void setPixels(HTMLElement element, String name, double value);

  @JSBody(params = "element", script = "return element.matches(':focus-visible');")
  private static native boolean hasVisibleFocus(HTMLElement element);

  @JSBody(params = "event", script = "return event.pointerType === 'touch';")
  private static native boolean isTouch(org.teavm.jso.dom.events.Event event);
}
