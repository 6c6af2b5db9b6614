package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.NumberHandle;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Pointing;
import io.github.unrolled.ui.kit.ScrollRegion;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.InputHandle;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.ParameterWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/**
 * The two formulas of one unit in MathML, and the same with the numbers of the step in focus, of
 * which the parameters and the input can be set where they stand. Hovering a parameter's symbol or
 * number points at the parameter; both are marked when it is pointed at elsewhere. For a larger
 * network the view shows formulas of vectors instead.
 */
public final class EquationView implements View {
  private final Consumer<Event> dispatch;
  private final HTMLElement root;
  private final List<Element> indices = new ArrayList<>();
  private final List<Element> previousIndices = new ArrayList<>();
  private final List<Element> parameterParts = new ArrayList<>();
  private final List<ScalarParameter> partParameters = new ArrayList<>();
  private final List<NumberHandle> handles = new ArrayList<>();
  private final List<ScalarParameter> handleParameters = new ArrayList<>();
  private final List<Element> functions = new ArrayList<>();
  private final InputHandle input;
  private final Element previous = Formula.number();
  private final Element hidden = Formula.number();
  private final Element hiddenAgain = Formula.number();
  private final Element output = Formula.number();
  private final HTMLElement numbers;
  private final HTMLElement symbols;
  private final VectorEquation vectors = new VectorEquation();
  private final ScrollRegion scroller;
  private final HTMLElement comparison = Dom.element("p", "equation-comparison");

  public EquationView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    input = new InputHandle("Input in the equation", false, dispatch);
    symbols = Dom.element("div", "equation-symbols", hiddenFormula(), outputFormula());
    numbers = Dom.element("div", "equation-numbers", hiddenNumbers(), outputNumbers());
    scroller = new ScrollRegion("vector-scroll", "Formulas, scrollable", vectors.root());
    root = Dom.element("div", "equation", symbols, numbers, scroller.root(), comparison);
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Equation of the step");
  }

  private HTMLElement hiddenFormula() {
    return Formula.of(
        Dom.mathml(
            "math",
            "",
            stateSymbol("h", indices),
            Formula.operator("="),
            function(),
            Formula.operator("(")),
        Dom.mathml("math", "", symbol(ScalarParameter.INPUT_WEIGHT), stateSymbol("x", indices)),
        Dom.mathml(
            "math",
            "",
            Formula.operator("+"),
            symbol(ScalarParameter.HIDDEN_WEIGHT),
            stateSymbol("h", previousIndices)),
        Dom.mathml(
            "math",
            "",
            Formula.operator("+"),
            symbol(ScalarParameter.HIDDEN_BIAS),
            Formula.operator(")")));
  }

  private HTMLElement outputFormula() {
    return Formula.of(
        Dom.mathml("math", "", stateSymbol("y", indices), Formula.operator("=")),
        Dom.mathml("math", "", symbol(ScalarParameter.OUTPUT_WEIGHT), stateSymbol("h", indices)),
        Dom.mathml("math", "", Formula.operator("+"), symbol(ScalarParameter.OUTPUT_BIAS)));
  }

  private HTMLElement hiddenNumbers() {
    return Formula.of(
        Dom.mathml(
            "math",
            "",
            stateSymbol("h", indices),
            Formula.operator("="),
            function(),
            Formula.operator("(")),
        product(ScalarParameter.INPUT_WEIGHT, input.root(), stateSymbol("x", indices)),
        plus(),
        product(
            ScalarParameter.HIDDEN_WEIGHT,
            Dom.mathml("math", "", previous),
            stateSymbol("h", previousIndices)),
        plus(),
        handle(ScalarParameter.HIDDEN_BIAS),
        Dom.mathml("math", "", Formula.operator(")")),
        Dom.mathml("math", "result", Formula.operator("="), hidden));
  }

  private HTMLElement outputNumbers() {
    return Formula.of(
        Dom.mathml("math", "", stateSymbol("y", indices), Formula.operator("=")),
        product(
            ScalarParameter.OUTPUT_WEIGHT,
            Dom.mathml("math", "", hiddenAgain),
            stateSymbol("h", indices)),
        plus(),
        handle(ScalarParameter.OUTPUT_BIAS),
        Dom.mathml("math", "result", Formula.operator("="), output));
  }

  private static Element plus() {
    return Dom.mathml("math", "plus", Formula.operator("+"));
  }

  /** A parameter times a number; before the first step, times the number's symbol. */
  private HTMLElement product(ScalarParameter parameter, Element factor, Element symbol) {
    HTMLElement known = Dom.element("span", "known", factor);
    return Dom.element(
        "span",
        "product",
        handle(parameter),
        Dom.mathml("math", "times", Formula.operator("·")),
        known,
        Dom.mathml("math", "unknown", symbol));
  }

  private HTMLElement handle(ScalarParameter parameter) {
    NumberHandle handle =
        new NumberHandle(
            parameter.label() + " in the equation",
            0.01,
            false,
            Start::isParameter,
            ParameterWords.EXPECTED,
            value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
    handles.add(handle);
    handleParameters.add(parameter);
    Pointing.at(
        handle.root(),
        () -> dispatch.accept(new Command.ParameterPointedAt(parameter.index())),
        () -> dispatch.accept(new Command.ParameterPointedAt(-1)));
    return handle.root();
  }

  private static Element stateSymbol(String letter, List<Element> indices) {
    Element index = Formula.leaf("mi", "", "t");
    indices.add(index);
    return Dom.mathml("msub", "", Formula.leaf("mi", "", letter), Dom.mathml("mrow", "", index));
  }

  private Element function() {
    Element name = Formula.leaf("mi", "function", "f");
    functions.add(name);
    return name;
  }

  private Element symbol(ScalarParameter parameter) {
    Element symbol =
        Dom.mathml(
            "msub",
            "parameter",
            Formula.leaf("mi", "", parameter.letter()),
            Formula.leaf("mtext", "", parameter.subscript()));
    return pointable(symbol, parameter);
  }

  private Element pointable(Element element, ScalarParameter parameter) {
    parameterParts.add(element);
    partParameters.add(parameter);
    Dom.on(
        element,
        "pointerenter",
        event -> dispatch.accept(new Command.ParameterPointedAt(parameter.index())));
    Dom.on(element, "pointerleave", event -> dispatch.accept(new Command.ParameterPointedAt(-1)));
    return element;
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    scroller.close();
  }

  @Override
  public void render(State state, Palette palette) {
    int step = state.focusStep();
    boolean scalar = state.experiment().shape().isScalar();
    Dom.setHidden(symbols, !scalar);
    Dom.setHidden(numbers, !scalar);
    Dom.setHidden(scroller.root(), scalar);
    if (step == 0) {
      Dom.setText(comparison, "Step forward to see the numbers of a step.");
    } else {
      compare(state, step - 1);
    }
    if (!scalar) {
      vectors.render(state);
      return;
    }
    String index = step == 0 ? "t" : Text.NUMBERS.integer(step);
    for (Element element : indices) {
      Dom.setText(element, index);
    }
    String before = step == 0 ? "t−1" : Text.NUMBERS.integer(step - 1);
    for (Element element : previousIndices) {
      Dom.setText(element, before);
    }
    Activation activation = state.experiment().shape().activation();
    for (Element element : functions) {
      Dom.setText(element, activation == Activation.LINEAR ? "" : activation.label());
    }
    Dom.setFlag(root, "data-linear", activation == Activation.LINEAR);
    markParameters(state);
    showHandles(state);
    Dom.toggleClass(numbers, "blank", step == 0);
    if (step > 0) {
      fill(state, step - 1);
    }
  }

  private void markParameters(State state) {
    Numbers parameters = state.snapshot().parameters();
    for (int i = 0; i < parameterParts.size(); i++) {
      ScalarParameter parameter = partParameters.get(i);
      boolean pointed = parameter.index() == state.pointed().parameter();
      double value = parameters.get(parameter.index());
      String sign = value < 0 ? " negative" : value > 0 ? " positive" : "";
      Dom.setAttribute(
          parameterParts.get(i), "class", "parameter" + sign + (pointed ? " pointed" : ""));
    }
  }

  private void showHandles(State state) {
    for (int i = 0; i < handles.size(); i++) {
      ScalarParameter parameter = handleParameters.get(i);
      NumberHandle handle = handles.get(i);
      handle.show(state.snapshot().parameters().get(parameter.index()));
      boolean held = state.experiment().shape().holdsAtZero(parameter.index());
      handle.setEnabled(held ? ParameterWords.HELD : "");
      boolean pointed = parameter.index() == state.pointed().parameter();
      Dom.toggleClass(handle.root(), "pointed", pointed);
    }
  }

  private void fill(State state, int t) {
    Pass pass = state.snapshot().pass();
    showInput(state, t + 1);
    Formula.show(previous, pass.hiddenState(t - 1, 0), true);
    Formula.show(hidden, pass.hiddenState(t, 0), false);
    Formula.show(hiddenAgain, pass.hiddenState(t, 0), true);
    Formula.show(output, pass.output(t), false);
  }

  private void showInput(State state, int step) {
    input.choose(state, step);
    input.setPixel(state, 0);
    int shown = Math.min(input.index(), state.problem().steps());
    String words = Formula.text(state.problem().inputs().get(shown - 1), true);
    input.show(state, "Input of step " + shown + " in the equation", words);
  }

  private void compare(State state, int t) {
    double expected = state.problem().targets().get(t);
    double error = state.snapshot().pass().output(t) - expected;
    Dom.setText(
        comparison,
        "expected "
            + Text.NUMBERS.significant(expected)
            + ", error y − expected = "
            + Text.NUMBERS.significant(error));
  }
}
