package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The network's outputs against the expected ones, over the time steps: with each input given, and
 * on its own output if that is chosen.
 */
public final class PredictionView implements View {
  private static final int RIGHT_MARGIN = 10;

  private static final double SUMMARY_PERIOD_MS = 1000;

  private final Consumer<Event> dispatch;
  private final FreeRunning free =
      new FreeRunning(
          Browser::now, callback -> Browser.requestFrame(callback::run), this::fanCompleted);
  private final FreeRunControls controls;
  private final HorizonView horizon = new HorizonView();
  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final PredictionDrawing drawing = new PredictionDrawing(area);
  private final PredictionMarks marks = new PredictionMarks(area);
  private final PredictionHandles handles;
  private final PredictionRange range = new PredictionRange();
  private final HTMLElement units = Dom.element("div", "chart-label");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final PredictionLegend legend = new PredictionLegend();
  private final HTMLElement offAxis =
      Dom.text("p", "caption off-axis", "What leaves the axis is in the table.");
  private final DataTable table =
      new DataTable("Prediction", PredictionWords.headers(false), this::rows);
  private final Paced summing = new Paced(SUMMARY_PERIOD_MS, this::summarize);
  private final HTMLElement root;

  private final Seen seen = new Seen();
  private boolean freeShown;

  /** Whether a handle was being dragged in the last frame, so that the axis kept its range. */
  private boolean dragged;

  /** Step pointed at past the end of the sequence; 0 for none. */
  private int pastPointed;

  /** Makes the view, which dispatches pointing at a step, choosing one and setting its number. */
  public PredictionView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    controls = new FreeRunControls(dispatch);
    handles = new PredictionHandles(area, dispatch);
    HTMLElement figure =
        Dom.element(
            "figure",
            "figure chart",
            summary,
            units,
            area.root(),
            Dom.text("div", "chart-label chart-label-x", "time step t"),
            legend.root(),
            offAxis,
            table.root());
    figure.setAttribute("aria-label", "Prediction");
    root = Dom.element("div", "", controls.root(), figure);
    area.onPoint(this::pointAt);
    area.onChoose(this::choose);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette colors) {
    seen.take(next, colors);
    boolean newProblem = seen.isNew(State::problem);
    boolean newOutput = seen.isNew(State::snapshot);
    boolean newCursor = seen.isNew(state -> state.experiment().cursor());
    boolean newPointed = seen.isNew(state -> state.pointed().step());
    // At rest the axis may fit tightly again.
    boolean holds = handles.isDragging() || next.isRunning();
    boolean cameToRest = (dragged || seen.isNew(State::isRunning)) && !holds;
    dragged = handles.isDragging();
    int lastTakeover = free.takeover();
    boolean newFan = free.follow(next, next.isRunning());
    boolean newRun = newFan || lastTakeover != free.takeover();
    if ((newProblem && !dragged) || free.isOn() != freeShown) {
      range.reset();
      pastPointed = 0;
      Dom.setText(units, PredictionWords.units(next));
    }
    if (free.isOn() != freeShown) {
      freeShown = free.isOn();
      table.setHeaders(PredictionWords.headers(freeShown));
    }
    controls.render(next);
    if (newProblem || newOutput || newCursor || newRun || seen.hasNewColors() || cameToRest) {
      draw();
    } else if (newPointed) {
      placeMarks(next);
    }
    if (newProblem || newOutput || newCursor || newPointed || newRun) {
      writeLegend(next);
    }
    showHorizon(next, newFan, colors);
    table.frame(newProblem || newOutput || newRun, next.isRunning());
    summing.frame(newProblem || newOutput || newCursor || newRun, next.isRunning());
  }

  private void fanCompleted() {
    State state = seen.state();
    Palette colors = seen.colors();
    if (state != null && colors != null) {
      draw();
      writeLegend(state);
      showHorizon(state, true, colors);
    }
  }

  private void showHorizon(State state, boolean newFan, Palette colors) {
    boolean attached = horizon.root().getParentNode() != null;
    if (free.isOn() && !attached) {
      root.appendChild(horizon.root());
    } else if (!free.isOn() && attached) {
      root.removeChild(horizon.root());
    }
    horizon.show(free.fan(), state.problem().steps(), state.isRunning(), newFan, colors);
  }

  @Override
  public void close() {
    free.forget();
    area.close();
    horizon.close();
  }

  private void pointAt(double fraction) {
    State state = seen.state();
    // A drag does not point at what it passes.
    if (state == null || handles.isDragging()) {
      return;
    }
    int step = Double.isNaN(fraction) ? 0 : ChartArea.stepAt(fraction, steps(state).count());
    int past = step > state.problem().steps() ? step : 0;
    if (past != pastPointed) {
      pastPointed = past;
      placeMarks(state);
      writeLegend(state);
    }
    int within = past > 0 ? 0 : step;
    if (within != state.pointed().step()) {
      dispatch.accept(new Command.StepPointedAt(within));
    }
  }

  private void choose(double fraction) {
    State state = seen.state();
    if (state != null) {
      int step = ChartArea.stepAt(fraction, steps(state).count());
      if (step <= state.problem().steps()) {
        dispatch.accept(new Change.StepChosen(step));
      }
    }
  }

  private PredictedSteps steps(State state) {
    return new PredictedSteps(state, free, Text.NUMBERS);
  }

  /** The step pointed at, even past the end; 0 for none. */
  private int pointedStep(State state) {
    return pastPointed > 0 ? pastPointed : state.pointed().step();
  }

  private void draw() {
    State state = seen.state();
    Palette colors = seen.colors();
    if (state == null || colors == null || !area.hasSize()) {
      return;
    }
    PredictedSteps steps = steps(state);
    AxisRange up = range.follow(state, free, state.isRunning() || handles.isDragging());
    Dom.setHidden(offAxis, !free.isOn());
    Dom.toggleClass(offAxis, "off", range.isWhole());
    drawing.draw(state, free, steps, up, colors);
    marks.placeParts(steps);
    placeMarks(state);
  }

  private void placeMarks(State state) {
    PredictedSteps steps = steps(state);
    int pointed = pointedStep(state);
    int cursor = state.experiment().cursor();
    marks.placeSteps(steps, range, cursor, pointed);
    handles.place(state, steps, range, pointed > 0 ? pointed : cursor);
  }

  private void writeLegend(State state) {
    int step = pastPointed > 0 ? pastPointed : state.focusStep();
    legend.write(steps(state), step, state.problem().units().normalizes());
    legend.showParts(state, free);
  }

  private List<String[]> rows() {
    State state = seen.state();
    return state == null ? List.of() : PredictionWords.rows(steps(state));
  }

  private void summarize() {
    State state = seen.state();
    if (state != null) {
      Dom.setText(summary, PredictionWords.summary(state, steps(state)));
    }
  }
}
