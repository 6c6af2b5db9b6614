package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.plot.DragStep;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.plot.UnrolledLayout;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.NumberHandle;
import io.github.unrolled.ui.kit.Pointing;
import io.github.unrolled.ui.words.ParameterWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The numbers that can be set in the drawing of the network: one unit's weights at their edges in
 * the first visible column, its start state, and the input of the step in focus.
 */
final class DrawingHandles {
  /** Least length of an edge beside which its weight is written. */
  private static final double LEAST_EDGE = 22;

  private static final ScalarParameter[] WEIGHTS = {
    ScalarParameter.INPUT_WEIGHT, ScalarParameter.HIDDEN_WEIGHT, ScalarParameter.OUTPUT_WEIGHT
  };

  private final HTMLElement root = Dom.element("div", "drawing-handles");
  private final NumberHandle[] weights = new NumberHandle[WEIGHTS.length];
  private final NumberHandle start;
  private final NumberHandle input;
  private int inputStep = 1;

  DrawingHandles(Consumer<Event> dispatch) {
    for (int i = 0; i < WEIGHTS.length; i++) {
      ScalarParameter parameter = WEIGHTS[i];
      weights[i] =
          new NumberHandle(
              parameter.label() + " at its edge",
              0.01,
              false,
              Start::isParameter,
              ParameterWords.EXPECTED,
              value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
      Pointing.at(
          weights[i].root(),
          () -> dispatch.accept(new Command.ParameterPointedAt(parameter.index())),
          () -> dispatch.accept(new Command.ParameterPointedAt(-1)));
      root.appendChild(weights[i].root());
    }
    start =
        new NumberHandle(
            "Start state",
            0.01,
            true,
            Start::isParameter,
            ParameterWords.EXPECTED,
            value -> dispatch.accept(new Change.StartStateSet(0, value)));
    input =
        new NumberHandle(
            "Input",
            1,
            true,
            Double::isFinite,
            "a number",
            value -> dispatch.accept(new Command.InputSet(inputStep, value)));
    for (NumberHandle over : new NumberHandle[] {start, input}) {
      Dom.toggleClass(over.root(), "over-node", true);
      root.appendChild(over.root());
    }
    // A handle covers a part of its step's column, whose place it takes for pointing.
    Dom.on(
        input.root(),
        "pointerenter",
        event -> dispatch.accept(new Command.StepPointedAt(inputStep)));
    Dom.on(input.root(), "pointerleave", event -> dispatch.accept(new Command.StepPointedAt(0)));
  }

  /** The handles' element, to lie over the whole drawing. */
  HTMLElement root() {
    return root;
  }

  /** Shows a state's numbers in their places. */
  void render(State state, StepColumns columns, double scroll) {
    boolean scalar = columns instanceof UnrolledLayout;
    showInput(state, columns);
    Dom.setHidden(start.root(), !scalar);
    if (scalar) {
      start.show(state.experiment().start().state().get(0), "");
      start.setEnabled(state.experiment().shape().memory() ? "" : ParameterWords.HELD);
      double size = 2 * columns.startRadius() + 6;
      place(start, columns.startX(), columns.hiddenY());
      resize(start, size);
    }
    double upward = columns.hiddenY() - columns.stateHalfHeight() - columns.outputBottom();
    boolean room = scalar && upward >= LEAST_EDGE && columns.columnWidth() > 52;
    for (int i = 0; i < weights.length; i++) {
      Dom.setHidden(weights[i].root(), !room);
    }
    if (room) {
      placeWeights(state, columns, scroll);
    }
  }

  private void placeWeights(State state, StepColumns columns, double scroll) {
    int column = columns.firstVisible(scroll);
    if (columns.columnLeft(column) < scroll + columns.gutter() && column < columns.steps()) {
      column++;
    }
    double x = columns.center(column);
    double below = columns.inputY() - columns.inputHalfSide();
    double above = columns.hiddenY() - columns.stateHalfHeight();
    place(
        weights[0],
        x - 18,
        StepColumns.middle(columns.hiddenY() + columns.stateHalfHeight(), below) - 2);
    // The edge into the column: that of the first one begins at the start state.
    boolean hasNext = column < columns.steps();
    double from = hasNext ? columns.stateRight(column) : columns.startX();
    double to = hasNext ? columns.stateLeft(column + 1) : columns.stateLeft(column);
    place(weights[1], StepColumns.middle(from, to), above - 9);
    place(weights[2], x - 18, StepColumns.middle(columns.outputBottom(), above));
    Numbers parameters = state.snapshot().parameters();
    for (int i = 0; i < weights.length; i++) {
      weights[i].show(parameters.get(WEIGHTS[i].index()));
      boolean held = state.experiment().shape().holdsAtZero(WEIGHTS[i].index());
      weights[i].setEnabled(held ? ParameterWords.HELD : "");
      boolean pointed = state.pointed().parameter() == WEIGHTS[i].index();
      Dom.toggleClass(weights[i].root(), "pointed", pointed);
    }
  }

  private void showInput(State state, StepColumns columns) {
    int step = Math.max(1, Math.min(columns.steps(), state.focusStep()));
    boolean can = state.problem().predictsInput();
    Dom.setHidden(input.root(), !can);
    if (!can) {
      return;
    }
    if (step != inputStep) {
      inputStep = step;
    }
    input.rename("Input of step " + step);
    Numbers raw = state.problem().rawInputs();
    input.setStep(DragStep.of(range(raw)));
    input.show(raw.get(step - 1), "");
    place(input, columns.inputX(step), columns.inputY());
    resize(input, 2 * columns.inputHalfSide());
  }

  private static double range(Numbers numbers) {
    double low = numbers.get(0);
    double high = low;
    for (int i = 1; i < numbers.size(); i++) {
      low = Math.min(low, numbers.get(i));
      high = Math.max(high, numbers.get(i));
    }
    return high - low;
  }

  private static void place(NumberHandle handle, double x, double y) {
    Browser.setStyle(handle.root(), "left", Math.round(x) + "px");
    Browser.setStyle(handle.root(), "top", Math.round(y) + "px");
  }

  private static void resize(NumberHandle handle, double size) {
    String side = Math.round(size) + "px";
    Browser.setStyle(handle.root(), "width", side);
    Browser.setStyle(handle.root(), "height", side);
  }
}
