package io.github.unrolled.ui;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.OpenInstruments;
import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.instruments.ClippingView;
import io.github.unrolled.ui.instruments.GradientCheckView;
import io.github.unrolled.ui.instruments.SeedsView;
import io.github.unrolled.ui.instruments.gradient.GradientView;
import io.github.unrolled.ui.instruments.landscape.LandscapeView;
import io.github.unrolled.ui.instruments.statemap.StateMapView;
import io.github.unrolled.ui.instruments.sum.SumView;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Panel;
import io.github.unrolled.ui.kit.ScrollRegion;
import io.github.unrolled.ui.takealong.ExportDialog;
import io.github.unrolled.ui.view.View;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * The instruments: a button for each, and a grid of the open ones, the one opened last first. A
 * closed instrument does not exist, one out of view is not drawn, and while something runs the
 * instruments take turns, so that the page keeps its pace however many are open.
 */
final class Instruments implements View {
  /** Longest time for which a picture may block the page until everything is computed. */
  private static final double LONGEST_MS = 300;

  private final Consumer<Event> dispatch;
  private final Runnable requestFrame;
  private final HTMLElement loss;
  private final Runnable openLoss;
  private final HTMLElement grid = Dom.element("div", "instrument-grid");
  private final HTMLElement bar =
      Dom.element("div", "instrument-buttons", Dom.text("span", "dock-label", "See why"));
  private final HTMLElement[] buttons = new HTMLElement[Instrument.values().length];
  private final @Nullable Slot[] slots = new Slot[buttons.length];

  /** Whether nothing was shown yet: instruments are drawn after the page's first picture. */
  private boolean first = true;

  /** The instrument that had the last turn. */
  private int turn;

  /** An open instrument in its panel. */
  private final class Slot {
    final View view;
    final ScrollRegion body;
    final HTMLElement panel;
    final Browser.Observer observer;

    /** Whether the browser sees it; what was opened is drawn once wherever it stands. */
    boolean inSight = true;

    boolean drawn;

    Slot(Instrument instrument) {
      view = create(instrument);
      HTMLElement close =
          Dom.button(
              "close-instrument",
              "×",
              () -> {
                buttons[instrument.place()].focus();
                dispatch.accept(new Command.InstrumentSwitched(instrument, false));
              });
      close.setAttribute("aria-label", "Close " + instrument.label());
      body = new ScrollRegion("instrument-body", instrument.label() + ", contents", view.root());
      panel = Panel.of("instrument", instrument.label(), close, body.root());
      observer =
          Browser.observeSight(
              panel,
              seen -> {
                inSight = seen;
                requestFrame.run();
              });
    }

    void close() {
      observer.disconnect();
      body.close();
      view.close();
    }
  }

  /**
   * Makes the buttons.
   *
   * @param requestFrame requests a call of {@link #render} in the next frame
   * @param loss the loss chart, in which some instruments draw
   * @param openLoss shows the loss chart wherever it has its place
   */
  Instruments(
      Consumer<Event> dispatch, Runnable requestFrame, HTMLElement loss, Runnable openLoss) {
    this.dispatch = dispatch;
    this.requestFrame = requestFrame;
    this.loss = loss;
    this.openLoss = openLoss;
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Instruments: see why");
    for (Instrument instrument : Instrument.values()) {
      HTMLElement button =
          Dom.button(
              "chip",
              instrument.label(),
              () -> {
                boolean open = slots[instrument.place()] == null;
                dispatch.accept(new Command.InstrumentSwitched(instrument, open));
              });
      button.setAttribute("aria-expanded", "false");
      button.setTitle(instrument.question());
      buttons[instrument.place()] = button;
      bar.appendChild(button);
    }
  }

  /** The buttons that open and close the instruments. */
  HTMLElement buttons() {
    return bar;
  }

  private View create(Instrument instrument) {
    return switch (instrument) {
      case LOSS_LANDSCAPE -> new LandscapeView(dispatch, requestFrame);
      case HIDDEN_STATE_MAP -> new StateMapView(dispatch);
      case GRADIENT_THROUGH_TIME -> new GradientView(dispatch);
      case SUM_OVER_TIME -> new SumView(dispatch);
      case CLIPPING -> new ClippingView();
      case MANY_SEEDS -> new SeedsView(dispatch, this::toLoss);
      case GRADIENT_CHECK -> new GradientCheckView(requestFrame);
    };
  }

  /** The grid of the open instruments. */
  @Override
  public HTMLElement root() {
    return grid;
  }

  @Override
  public void close() {
    for (int i = 0; i < slots.length; i++) {
      remove(i);
    }
  }

  @Override
  public void render(State state, Palette palette) {
    follow(state.look().instruments());
    if (first) {
      first = false;
      requestFrame.run();
      return;
    }
    boolean unfinished = false;
    Slot held = slots[Instrument.LOSS_LANDSCAPE.place()];
    if (state.activity().replaying() && held != null) {
      // The landscape's start is being dragged and must keep up with the hand.
      held.view.render(state, palette);
    }
    for (int i = 1; i <= slots.length; i++) {
      int next = (turn + i) % slots.length;
      Slot slot = slots[next];
      if (slot != null
          && (slot.inSight || !slot.drawn)
          && !(state.activity().replaying() && slot == held)) {
        slot.drawn = true;
        slot.view.render(state, palette);
        unfinished |= slot.view.isUnfinished();
        if (state.isRunning()) {
          turn = next;
          return;
        }
      }
    }
    if (unfinished) {
      requestFrame.run();
    }
  }

  /** Renders a state in the instrument of a panel, in view or not; ignores other panels. */
  void render(HTMLElement panel, State state, Palette palette) {
    for (Slot slot : slots) {
      if (slot != null && slot.panel == panel) {
        double end = Browser.now() + LONGEST_MS;
        boolean unfinished = true;
        while (unfinished && Browser.now() < end) {
          slot.view.render(state, palette);
          unfinished = slot.view.isUnfinished();
        }
      }
    }
  }

  /** Visits the panels of the open instruments. */
  void panels(ExportDialog.Visitor visitor) {
    for (Slot slot : slots) {
      if (slot != null) {
        visitor.visit(slot.panel);
      }
    }
  }

  /** Closes and opens what a state says; what is new stands first, in display order. */
  private void follow(OpenInstruments open) {
    for (Instrument instrument : Instrument.values()) {
      int i = instrument.place();
      Dom.setAttribute(buttons[i], "aria-expanded", open.has(instrument) ? "true" : "false");
      if (!open.has(instrument)) {
        remove(i);
      }
    }
    Node older = grid.getFirstChild();
    for (Instrument instrument : Instrument.values()) {
      int i = instrument.place();
      if (open.has(instrument) && slots[i] == null) {
        Slot slot = new Slot(instrument);
        slots[i] = slot;
        grid.insertBefore(slot.panel, older);
      }
    }
    HTMLElement newest = (HTMLElement) grid.getFirstChild();
    if (newest != older && !first) {
      reveal(newest);
    }
  }

  private void remove(int i) {
    Slot slot = slots[i];
    if (slot != null) {
      slots[i] = null;
      slot.close();
      grid.removeChild(slot.panel);
    }
  }

  /**
   * Draws at once, and brings an open instrument into sight, or the loss chart with its timeline.
   */
  void show(@Nullable Instrument instrument, State state, Palette palette) {
    first = false;
    render(state, palette);
    scrollTo(instrument);
  }

  /** Brings an open instrument into sight; without one the loss chart and its timeline. */
  private void scrollTo(@Nullable Instrument instrument) {
    Slot slot = instrument == null ? null : slots[instrument.place()];
    HTMLElement shown = slot == null ? loss : slot.panel;
    if (isInPanes(shown)) {
      reveal(shown);
    } else {
      scrollIntoView(shown);
    }
  }

  private void toLoss() {
    openLoss.run();
    Browser.focusQuietly(loss);
    scrollTo(null);
  }

  /** Whether an element stands in a workspace that scrolls inside, never with its page. */
  @JSBody(params = "element", script = "return !!element.closest('[data-fill]');")
  private static native boolean isInPanes(HTMLElement element);

  @JSBody(params = "element", script = "element.scrollIntoView();")
  private static native void scrollIntoView(HTMLElement element);

  /** Scrolls what scrolls inside the playground so far that an element's picture is in sight. */
  @JSBody(
      params = "element",
      script =
          "var last = element.querySelector('.fit-picture') || element;"
              + "var move = function(from, to, least, most) {"
              + "  return from < least || to - from > most - least ? from - least"
              + "      : Math.max(0, to - most);"
              + "};"
              + "for (var pane = element.parentElement; pane; pane = pane.parentElement) {"
              + "  var how = getComputedStyle(pane);"
              + "  if (/auto|scroll/.test(how.overflowX + how.overflowY)) {"
              + "    var from = element.getBoundingClientRect();"
              + "    var to = last.getBoundingClientRect();"
              + "    var left = pane.getBoundingClientRect().left + pane.clientLeft;"
              + "    var top = pane.getBoundingClientRect().top + pane.clientTop;"
              + "    pane.scrollLeft += move(from.left, from.right, left, left + pane.clientWidth);"
              + "    pane.scrollTop += move(from.top, to.bottom, top, top + pane.clientHeight);"
              + "  }"
              + "}")
  private static native void reveal(HTMLElement element);
}
