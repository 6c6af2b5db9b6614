package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.plot.StripLayout;
import io.github.unrolled.plot.UnrolledLayout;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The network, unrolled through time: a column of input, hidden state and output for each step,
 * with the weights as edges and the gradient at each state as a bar. The state of one unit is a
 * circle with its number, the state of a larger network a strip of cells.
 */
public final class UnrolledView implements View {
  private static final UnrolledWords WORDS = new UnrolledWords(Text.NUMBERS);

  /** Height of one unit's drawing that takes as much room as it needs. */
  private static final int HEIGHT = 316;

  /** The same where the width is small. */
  private static final int LOW = 220;

  /** Least width at which more terms of a sum are written out. */
  private static final int WIDE = 560;

  private final StepNumbers numbers = new StepNumbers(Text.NUMBERS);
  private final Canvas canvas = new Canvas("unrolled-canvas");
  private final UnrolledLegend legend = new UnrolledLegend();
  private final StepReadout readout = new StepReadout();
  private final CellReadout cellReadout = new CellReadout();
  private final DataTable table =
      new DataTable("Unrolled network", UnrolledWords.headers(1), this::rows);
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final StepButtons buttons;
  private final DrawingHandles handles;
  private final HTMLElement track;
  private final HTMLElement scroller;
  private final HTMLElement root;
  private final Browser.Observer sizeObserver;
  private final Browser.MediaQuery reducedMotion =
      Browser.media("(prefers-reduced-motion: reduce)");

  private final Seen seen = new Seen();
  private @Nullable UnrolledColors colors;
  private @Nullable StepColumns layout;
  private @Nullable NetworkShape shape;
  private @Nullable StepDrawing drawing;
  private int width;
  private int height;
  private int layoutWidth;
  private int layoutHeight;
  private boolean fills;
  private int scroll;
  private double drawnRatio;

  public UnrolledView(Consumer<Event> dispatch) {
    buttons = new StepButtons(numbers, dispatch, step -> scrollTo(step, true));
    handles = new DrawingHandles(dispatch);
    track = Dom.element("div", "unrolled-track", canvas.element(), buttons.root(), handles.root());
    scroller = Dom.element("div", "unrolled-scroller", track);
    root =
        Dom.element(
            "figure",
            "figure unrolled",
            summary,
            scroller,
            readout.root(),
            cellReadout.root(),
            Dom.element("div", "unrolled-foot", legend.root(), table.root()));
    root.setAttribute("role", "figure");
    root.setAttribute("aria-label", "Unrolled network");
    Dom.on(scroller, "scroll", event -> onScroll());
    sizeObserver = Browser.observeSize(scroller, this::onResize);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  /** Gives the focus to the drawing's step in the tab order. */
  public void takeFocus() {
    buttons.takeFocus();
  }

  @Override
  public void close() {
    sizeObserver.disconnect();
  }

  @Override
  public void render(State next, Palette palette) {
    seen.take(next, palette);
    boolean newNumbers = numbers.read(next.problem(), next.snapshot());
    if (seen.hasNewColors()) {
      colors = new UnrolledColors(palette);
      drawing = null;
    }
    boolean newLayout = lay(next);
    int cursor = next.experiment().cursor();
    boolean moved = seen.isNew(state -> state.experiment().cursor());
    if (moved || newLayout) {
      show(cursor, !newLayout);
    }
    if (newNumbers
        || newLayout
        || moved
        || seen.hasNewColors()
        || seen.isNew(State::pointed)
        || seen.isNew(state -> state.experiment().training())) {
      draw();
      readCell(next);
    }
    buttons.follow(next);
    describe(next, newNumbers);
  }

  /** Marks the step under the cursor and scrolls to it. */
  private void show(int cursor, boolean smoothly) {
    if (isLaidOut()) {
      buttons.markCurrent(cursor);
      scrollTo(Math.max(1, cursor), smoothly);
    }
  }

  private void describe(State shown, boolean newNumbers) {
    readout.render(numbers, shown.focusStep());
    boolean busy = shown.isRunning();
    table.frame(newNumbers, busy);
    StepColumns place = layout;
    if (!busy && place != null && isLaidOut()) {
      buttons.name(1, place.steps());
      Dom.setText(summary, WORDS.summary(shown));
    }
  }

  private void readCell(State shown) {
    boolean scalar = shown.experiment().shape().isScalar();
    Dom.setHidden(cellReadout.root(), scalar);
    if (!scalar) {
      cellReadout.render(shown, width < WIDE ? 2 : 4);
    }
  }

  private List<String[]> rows() {
    return UnrolledWords.rows(numbers);
  }

  /** Renews the layout if the width, length or shape has changed; returns whether it did. */
  private boolean lay(State shown) {
    int steps = shown.problem().steps();
    NetworkShape network = shown.experiment().shape();
    StepColumns present = layout;
    int room = room(network);
    boolean fits =
        present != null && layoutWidth == width && layoutHeight == room && present.steps() == steps;
    if (width == 0 || (fits && network.equals(shape))) {
      return false;
    }
    int gates = network.cell() == CellType.ELMAN ? 0 : network.cell().gateCount();
    StepColumns next =
        network.isScalar()
            ? new UnrolledLayout(width, room, steps)
            : new StripLayout(
                width, room, steps, network.hiddenSize(), gates, network.cell().hasCellState());
    if (!network.equals(shape)) {
      shape = network;
      table.setHeaders(UnrolledWords.headers(network.hiddenSize()));
    }
    layout = next;
    layoutWidth = width;
    layoutHeight = room;
    drawing = null;
    Browser.setStyle(track, "width", (int) Math.ceil(next.contentWidth()) + "px");
    buttons.place(next);
    return true;
  }

  /** Height for the drawing: that of its box, or what it needs. */
  private int room(NetworkShape network) {
    if (fills && height > 0) {
      return height;
    }
    return network.isScalar()
        ? width < WIDE + 200 ? LOW : HEIGHT
        : (int) StripLayout.comfortableHeight(network.hiddenSize());
  }

  /**
   * Fits the view to its box from now on.
   *
   * @param on whether the drawing fills the height of its box; otherwise it is as high as it needs
   * @param roomy whether there is room for the legend
   */
  public void setFills(boolean on, boolean roomy) {
    fills = on;
    legend.setOpen(roomy);
  }

  /** Whether the layout fits the current length and shape; false while nothing is visible. */
  private boolean isLaidOut() {
    StepColumns present = layout;
    State shown = seen.state();
    return present != null
        && present.steps() == numbers.steps()
        && shown != null
        && shown.experiment().shape().equals(shape);
  }

  private void onResize() {
    // Reading sizes is cheap only here: anywhere else the browser would have to lay out first.
    width = scroller.getClientWidth();
    height = scroller.getClientHeight();
    State shown = seen.state();
    if (shown != null && (lay(shown) || drawnRatio != Browser.pixelRatio())) {
      show(shown.experiment().cursor(), false);
      draw();
      readCell(shown);
      describe(shown, false);
    }
  }

  private void onScroll() {
    State shown = seen.state();
    int now = scroller.getScrollLeft();
    if (shown != null && now != scroll) {
      scroll = now;
      draw();
      describe(shown, false);
    }
  }

  private void draw() {
    State shown = seen.state();
    StepColumns place = layout;
    UnrolledColors tones = colors;
    if (shown == null || place == null || tones == null || !isLaidOut()) {
      return;
    }
    StepDrawing current = drawing;
    if (current == null) {
      current =
          place instanceof StripLayout strips
              ? new StripDrawing(canvas, strips, shown.experiment().shape(), tones, numbers)
              : new UnrolledDrawing(canvas, (UnrolledLayout) place, tones, numbers);
      drawing = current;
    }
    drawnRatio = Browser.pixelRatio();
    current.draw(shown, scroll);
    handles.render(shown, place, scroll);
    legend.render(tones.now.nodes(), numbers, shown);
  }

  /** Scrolls the drawing, never the page, to make a step visible. */
  private void scrollTo(int step, boolean smoothly) {
    StepColumns place = layout;
    if (place == null) {
      return;
    }
    double wanted = place.scrollToShow(step, scroll);
    if (Math.abs(wanted - scroll) >= 1) {
      scrollLeft(scroller, wanted, smoothly && !reducedMotion.matches() ? "smooth" : "instant");
      scroll = scroller.getScrollLeft();
    }
  }

  @JSBody(
      params = {"element", "left", "behavior"},
      script = "element.scrollTo({left: left, behavior: behavior});")
  private static native void scrollLeft(HTMLElement element, double left, String behavior);
}
