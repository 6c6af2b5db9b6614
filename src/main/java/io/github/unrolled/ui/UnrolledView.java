package io.github.unrolled.ui;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.plot.UnrolledLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The network, unrolled through time: a column of input, hidden state and output for each step,
 * with the weights as edges and the gradient that reaches each state as a bar.
 */
final class UnrolledView implements View {
  private static final int HEIGHT = 316;

  private final StepNumbers numbers = new StepNumbers();
  private final Canvas canvas = new Canvas("unrolled-canvas");
  private final UnrolledLegend legend = new UnrolledLegend();
  private final StepReadout readout = new StepReadout();
  private final DataTable table =
      new DataTable(
          "Unrolled network",
          new String[] {"Step", "Input", "Hidden state", "Output", "Expected", "Gradient dL/dh"},
          this::rows);
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final StepButtons buttons;
  private final HTMLElement track;
  private final HTMLElement scroller;
  private final HTMLElement root;
  private final Browser.SizeObserver sizeObserver;
  private final Browser.MediaQuery reducedMotion =
      Browser.media("(prefers-reduced-motion: reduce)");

  private @Nullable State state;
  private @Nullable UnrolledColors colors;
  private @Nullable UnrolledLayout layout;
  private @Nullable UnrolledDrawing drawing;
  private int width;
  private int layoutWidth;
  private int scroll;
  private double drawnRatio;

  UnrolledView(Consumer<Event> dispatch) {
    buttons = new StepButtons(numbers, dispatch, step -> scrollTo(step, true));
    track = Dom.element("div", "unrolled-track", canvas.element(), buttons.root());
    scroller = Dom.element("div", "unrolled-scroller", track);
    root =
        Dom.element(
            "figure",
            "figure unrolled",
            summary,
            scroller,
            readout.root(),
            legend.root(),
            table.root());
    root.setAttribute("role", "figure");
    root.setAttribute("aria-label", "Unrolled network");
    Dom.on(scroller, "scroll", event -> onScroll());
    sizeObserver = Browser.observeSize(scroller, this::onResize);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    sizeObserver.disconnect();
  }

  @Override
  public void render(State next, Palette palette) {
    State last = state;
    state = next;
    boolean newNumbers = numbers.read(next.problem(), next.snapshot());
    boolean newColors = colors == null || colors.palette != palette;
    if (newColors) {
      colors = new UnrolledColors(palette);
      drawing = null;
    }
    boolean newLayout = lay(next);
    int cursor = next.experiment().cursor();
    boolean moved = last == null || last.experiment().cursor() != cursor;
    if (moved || newLayout) {
      show(cursor, !newLayout);
    }
    if (newNumbers
        || newColors
        || newLayout
        || moved
        || last == null
        || last.pointedStep() != next.pointedStep()
        || last.pointedParameter() != next.pointedParameter()) {
      draw();
    }
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
    boolean busy = shown.training() || shown.searching();
    table.frame(newNumbers, busy);
    UnrolledLayout place = layout;
    if (!busy && place != null && isLaidOut()) {
      buttons.name(1, place.steps());
      Dom.setText(summary, summaryOf(shown));
    }
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    for (int t = 1; t <= numbers.steps(); t++) {
      rows.add(
          new String[] {
            Integer.toString(t),
            numbers.inputText(t),
            numbers.stateText(t),
            numbers.outputText(t),
            numbers.targetText(t),
            numbers.gradientText(t)
          });
    }
    return rows;
  }

  private static String summaryOf(State shown) {
    Numbers parameters = shown.snapshot().parameters();
    int cursor = shown.experiment().cursor();
    int steps = shown.problem().steps();
    return "One recurrent unit, drawn once for each of "
        + steps
        + " time steps, with the same parameters in all of them: input weight "
        + Text.NUMBERS.significant(parameters.get(ElmanUnit.INPUT_WEIGHT))
        + ", hidden weight "
        + Text.NUMBERS.significant(parameters.get(ElmanUnit.HIDDEN_WEIGHT))
        + ", output weight "
        + Text.NUMBERS.significant(parameters.get(ElmanUnit.OUTPUT_WEIGHT))
        + ", hidden bias "
        + Text.NUMBERS.significant(parameters.get(ElmanUnit.HIDDEN_BIAS))
        + ", output bias "
        + Text.NUMBERS.significant(parameters.get(ElmanUnit.OUTPUT_BIAS))
        + ". "
        + (cursor == 0 ? "No step is done yet." : "Steps 1 to " + cursor + " are done.");
  }

  /** Lays out anew if width or length have changed; whether it did. */
  private boolean lay(State shown) {
    int steps = shown.problem().steps();
    UnrolledLayout present = layout;
    boolean same = present != null && layoutWidth == width && present.steps() == steps;
    if (same || width == 0) {
      return false;
    }
    UnrolledLayout next = new UnrolledLayout(width, HEIGHT, steps);
    layout = next;
    layoutWidth = width;
    drawing = null;
    Browser.setStyle(track, "width", (int) Math.ceil(next.contentWidth()) + "px");
    buttons.place(next);
    return true;
  }

  /** Whether the layout is that of the present length; it is not as long as nothing is seen. */
  private boolean isLaidOut() {
    UnrolledLayout present = layout;
    return present != null && present.steps() == numbers.steps();
  }

  private void onResize() {
    // Asking for sizes is cheap here only: everywhere else the browser would have to lay out first.
    width = scroller.getClientWidth();
    State shown = state;
    if (shown != null && (lay(shown) || drawnRatio != Browser.pixelRatio())) {
      show(shown.experiment().cursor(), false);
      draw();
      describe(shown, false);
    }
  }

  private void onScroll() {
    State shown = state;
    int now = scroller.getScrollLeft();
    if (shown != null && now != scroll) {
      scroll = now;
      draw();
      describe(shown, false);
    }
  }

  private void draw() {
    State shown = state;
    UnrolledLayout place = layout;
    UnrolledColors tones = colors;
    if (shown == null || place == null || tones == null || !isLaidOut()) {
      return;
    }
    UnrolledDrawing current = drawing;
    if (current == null) {
      current = new UnrolledDrawing(canvas, place, tones, numbers);
      drawing = current;
    }
    drawnRatio = Browser.pixelRatio();
    current.draw(shown, scroll);
    legend.render(tones.now.nodes(), scaleText());
  }

  private String scaleText() {
    double scale = numbers.scale();
    return Text.NUMBERS.forSeries(new double[] {scale}).apply(scale);
  }

  /** Scrolls the drawing, never the page, so that a step is seen. */
  private void scrollTo(int step, boolean smoothly) {
    UnrolledLayout place = layout;
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
