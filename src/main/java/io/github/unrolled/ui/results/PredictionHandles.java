package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.NumberHandle;
import io.github.unrolled.ui.view.InputHandle;
import java.util.function.Consumer;

/**
 * What can be dragged on the prediction chart: the expected value of the step in focus, which is
 * the next step's input, and the step from which the network runs on its own output.
 */
final class PredictionHandles {
  private final ChartArea area;
  private final InputHandle expected;
  private final NumberHandle takeover;

  /** Number of steps T. */
  private int steps;

  PredictionHandles(ChartArea area, Consumer<Event> dispatch) {
    this.area = area;
    expected = new InputHandle("Expected value", true, dispatch);
    takeover =
        new NumberHandle(
            "Takeover step on the chart",
            1,
            false,
            step -> step >= 1 && step <= steps && step == (int) step,
            "a step of the sequence",
            step -> dispatch.accept(new Change.TakeoverChosen((int) step)));
    takeover.omitFractions();
    Dom.toggleClass(expected.root(), "over-dot", true);
    Dom.toggleClass(takeover.root(), "grip", true);
    area.addHandle(expected.root());
    area.addHandle(takeover.root());
  }

  /** Whether something is being dragged. */
  boolean isDragging() {
    return expected.isDragging() || takeover.isDragging();
  }

  /**
   * Shows the handles of a state in their places.
   *
   * @param focus step in focus, even past the end; 0 for none
   */
  void place(State state, PredictedSteps shown, PredictionRange range, int focus) {
    steps = shown.sequence();
    placeExpected(state, shown, range, Math.max(1, focus));
    double x = (shown.takeover() - 0.5) / shown.count();
    ChartArea.place(takeover.root(), shown.isFree() ? x : Double.NaN, 1);
    if (shown.isFree()) {
      takeover.setRange(1, steps);
      takeover.setSteps(1, area.hasSize() ? (double) shown.count() / area.plotWidth() : 0);
      int step = shown.takeover();
      takeover.show(step, step, "", "given until step " + step + ", then on its own");
    }
  }

  private void placeExpected(State state, PredictedSteps shown, PredictionRange range, int focus) {
    if (!state.problem().predictsInput() || (focus > steps && !expected.isDragging())) {
      Dom.setHidden(expected.root(), true);
      return;
    }
    // What is expected at a step is the number after its input.
    expected.choose(state, focus + 1);
    expected.setPixel(state, area.hasSize() ? 1 / area.pixelsUp(1) : 0);
    int step = expected.index() - 1;
    expected.show(state, "Expected value of step " + step, "");
    double x = ChartArea.stepRange(shown.count()).fraction(step);
    ChartArea.place(expected.root(), x, range.fraction(shown.expected(step)));
  }
}
