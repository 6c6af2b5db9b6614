package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.plot.StepColumns;
import io.github.unrolled.plot.UnrolledLayout;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.NumberHandle;
import io.github.unrolled.ui.kit.Pointing;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.InputHandle;
import io.github.unrolled.ui.words.ParameterWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The numbers that can be set in the drawing of the network: one unit's weights at their edges and
 * its biases at their nodes in the first visible column, its start state, and the input of the step
 * in focus.
 */
final class DrawingHandles {
  /** Least length of an edge beside which its weight is written. */
  private static final double LEAST_EDGE = 22;

  /** Least width of a column in which they do not cover nodes. */
  private static final double LEAST_COLUMN = 52;

  /** Height of a number. */
  private static final double LINE = 24;

  /** Space between a number and a node, which may be a handle, too. */
  private static final double APART = 2;

  /** The reason why a start state cannot be set. */
  private static final String WITHOUT_EFFECT = "without effect: Memory off";

  /** Space between an edge, or the dot of a bias, and its number. */
  private static final double GAP = 6;

  private final HTMLElement root = Dom.element("div", "drawing-handles");
  private final NumberHandle[] parameters = new NumberHandle[ScalarParameter.values().length];
  private final NumberHandle start;
  private final InputHandle input;

  DrawingHandles(Consumer<Event> dispatch) {
    for (ScalarParameter parameter : ScalarParameter.values()) {
      NumberHandle handle =
          new NumberHandle(
              parameter.label() + (isBias(parameter) ? " at its node" : " at its edge"),
              0.01,
              false,
              Start::isParameter,
              ParameterWords.EXPECTED,
              value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
      Pointing.at(
          handle.root(),
          () -> dispatch.accept(new Command.ParameterPointedAt(parameter.index())),
          () -> dispatch.accept(new Command.ParameterPointedAt(-1)));
      parameters[parameter.index()] = handle;
      root.appendChild(handle.root());
    }
    start =
        new NumberHandle(
            "Start state",
            0.01,
            true,
            Start::isParameter,
            ParameterWords.EXPECTED,
            value -> dispatch.accept(new Change.StartStateSet(0, value)));
    input = new InputHandle("Input", true, dispatch);
    for (HTMLElement over : new HTMLElement[] {start.root(), input.root()}) {
      Dom.toggleClass(over, "over-node", true);
      root.appendChild(over);
    }
    // A handle covers a part of its step's column, whose place it takes for pointing and clicking.
    Dom.on(
        input.root(),
        "pointerenter",
        event -> dispatch.accept(new Command.StepPointedAt(input.index())));
    Dom.on(input.root(), "pointerleave", event -> dispatch.accept(new Command.StepPointedAt(0)));
    Dom.on(
        input.root(),
        "click",
        event -> {
          if (!input.isTyping()) {
            dispatch.accept(new Change.StepChosen(input.index()));
          }
        });
  }

  /** The handles' element, to lie over the whole drawing. */
  HTMLElement root() {
    return root;
  }

  private static boolean isBias(ScalarParameter parameter) {
    return parameter == ScalarParameter.HIDDEN_BIAS || parameter == ScalarParameter.OUTPUT_BIAS;
  }

  /** Shows a state's numbers in their places. */
  void render(State state, StepColumns columns, double scroll) {
    showInput(state, columns);
    UnrolledLayout unit = columns instanceof UnrolledLayout layout ? layout : null;
    Dom.setHidden(start.root(), unit == null);
    if (unit != null) {
      double value = state.experiment().start().state().get(0);
      start.show(value, value, "", Text.NUMBERS.significant(value));
      start.setEnabled(state.experiment().shape().memory() ? "" : WITHOUT_EFFECT);
      place(start.root(), columns.startX(), columns.hiddenY());
      resize(start.root(), 2 * columns.startRadius() + 6);
    }
    boolean weights = unit != null && hasRoom(unit);
    boolean biases = unit != null && weights && hasRoomForBiases(unit);
    for (ScalarParameter parameter : ScalarParameter.values()) {
      HTMLElement handle = parameters[parameter.index()].root();
      Dom.setHidden(handle, !(isBias(parameter) ? biases : weights));
    }
    if (unit != null && weights) {
      showParameters(state);
      placeParameters(unit, firstWhole(unit, scroll), biases);
    }
  }

  private static double edge(StepColumns columns) {
    return columns.hiddenY() - columns.stateHalfHeight() - columns.outputBottom();
  }

  private static boolean hasRoom(UnrolledLayout columns) {
    return edge(columns) >= LEAST_EDGE && columns.columnWidth() > LEAST_COLUMN;
  }

  /** Whether a bias and a weight fit below a node, one below the other. */
  private static boolean hasRoomForBiases(UnrolledLayout columns) {
    double belowBias = edge(columns) + columns.stateHalfHeight() - columns.biasOffset();
    return belowBias >= LINE + LINE / 2 + APART;
  }

  /** The step whose column contains a parameter's handle, at the end of its edge; 0 for none. */
  static int stepOf(int parameter, UnrolledLayout columns, double scroll) {
    if (!hasRoom(columns)) {
      return 0;
    }
    int step = firstWhole(columns, scroll);
    boolean between = parameter == ScalarParameter.HIDDEN_WEIGHT.index();
    return between ? Math.min(step, columns.steps() - 1) + 1 : step;
  }

  private void showParameters(State state) {
    for (ScalarParameter parameter : ScalarParameter.values()) {
      NumberHandle handle = parameters[parameter.index()];
      handle.show(state.snapshot().parameters().get(parameter.index()));
      boolean held = state.experiment().shape().holdsAtZero(parameter.index());
      handle.setEnabled(held ? ParameterWords.HELD : "");
      boolean pointed = state.pointed().parameter() == parameter.index();
      Dom.toggleClass(handle.root(), "pointed", pointed);
    }
  }

  /** The first step whose column no label covers. */
  private static int firstWhole(StepColumns columns, double scroll) {
    int step = columns.firstVisible(scroll);
    boolean covered = columns.columnLeft(step) < scroll + columns.gutter();
    return covered && step < columns.steps() ? step + 1 : step;
  }

  private void placeParameters(UnrolledLayout columns, int step, boolean withBiases) {
    double offset = columns.biasOffset();
    double biasX = columns.center(step) - offset - GAP;
    double hiddenBiasY = columns.hiddenY() + offset;
    double outputBiasY = columns.outputY() + offset;
    place(ScalarParameter.HIDDEN_BIAS, biasX, hiddenBiasY);
    place(ScalarParameter.OUTPUT_BIAS, biasX, outputBiasY);
    double x = columns.center(step) - GAP;
    double stateTop = columns.hiddenY() - columns.stateHalfHeight();
    double stateBottom = columns.hiddenY() + columns.stateHalfHeight();
    double inputTop = columns.inputY() - columns.inputHalfSide();
    double lower = StepColumns.middle(stateBottom, inputTop) - APART;
    double upper = StepColumns.middle(columns.outputBottom(), stateTop);
    place(
        ScalarParameter.INPUT_WEIGHT, x, withBiases ? below(hiddenBiasY, lower, inputTop) : lower);
    place(
        ScalarParameter.OUTPUT_WEIGHT, x, withBiases ? below(outputBiasY, upper, stateTop) : upper);
    // The edge out of the column, or, of the last one, into it.
    int from = Math.min(step, columns.steps() - 1);
    double between =
        from > 0
            ? StepColumns.middle(columns.stateRight(from), columns.stateLeft(from + 1))
            : StepColumns.middle(columns.startX(), columns.stateLeft(1));
    place(ScalarParameter.HIDDEN_WEIGHT, between, stateTop - 9);
  }

  /** The place at an edge that is nearest to its middle but below a bias and above its end. */
  private static double below(double bias, double middle, double end) {
    return Math.min(end - LINE / 2 - APART, Math.max(middle, bias + LINE));
  }

  private void showInput(State state, StepColumns columns) {
    boolean can = state.problem().predictsInput();
    Dom.setHidden(input.root(), !can);
    if (can) {
      input.choose(state, Math.max(1, Math.min(columns.steps(), state.focusStep())));
      input.setPixel(state, 0);
      int step = Math.min(input.index(), columns.steps());
      input.show(state, "Input of step " + step, "");
      place(input.root(), columns.inputX(step), columns.inputY());
      resize(input.root(), 2 * columns.inputHalfSide());
    }
  }

  private void place(ScalarParameter parameter, double x, double y) {
    HTMLElement handle = parameters[parameter.index()].root();
    Dom.toggleClass(handle, "beside", parameter != ScalarParameter.HIDDEN_WEIGHT);
    place(handle, x, y);
  }

  private static void place(HTMLElement handle, double x, double y) {
    Browser.setStyle(handle, "left", Math.round(x) + "px");
    Browser.setStyle(handle, "top", Math.round(y) + "px");
  }

  private static void resize(HTMLElement handle, double size) {
    String side = Math.round(size) + "px";
    Browser.setStyle(handle, "width", side);
    Browser.setStyle(handle, "height", side);
  }
}
