package io.github.unrolled.ui;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.nn.ScalarParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/**
 * The two formulas of the unit in MathML, with the numbers of the step in focus below them. The
 * symbol of a parameter and its number point at it, and show when it is pointed at elsewhere.
 */
final class EquationView implements View {
  private final Consumer<Event> dispatch;
  private final HTMLElement root;
  private final List<Element> indices = new ArrayList<>();
  private final List<Element> previousIndices = new ArrayList<>();
  private final List<Element> parameterParts = new ArrayList<>();
  private final List<ScalarParameter> partParameters = new ArrayList<>();
  private final List<Element> parameterNumbers = new ArrayList<>();
  private final List<ScalarParameter> numberParameters = new ArrayList<>();
  private final List<Element> functions = new ArrayList<>();
  private final Element input = number();
  private final Element previous = number();
  private final Element preActivation = number();
  private final Element hidden = number();
  private final Element hiddenAgain = number();
  private final Element output = number();
  private final Element middle = Dom.mathml("math", "middle");
  private final HTMLElement numbers;
  private final HTMLElement comparison = Dom.element("p", "equation-comparison");

  EquationView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    HTMLElement symbols = Dom.element("div", "equation-symbols", hiddenFormula(), outputFormula());
    numbers = Dom.element("div", "equation-numbers", hiddenNumbers(), outputNumbers());
    root = Dom.element("div", "equation", symbols, numbers, comparison);
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Equation of the step");
  }

  private HTMLElement hiddenFormula() {
    return formula(
        Dom.mathml("math", "", stateSymbol("h", indices), operator("="), function(), operator("(")),
        Dom.mathml("math", "", symbol(ScalarParameter.INPUT_WEIGHT), stateSymbol("x", indices)),
        Dom.mathml(
            "math",
            "",
            operator("+"),
            symbol(ScalarParameter.HIDDEN_WEIGHT),
            stateSymbol("h", previousIndices)),
        Dom.mathml("math", "", operator("+"), symbol(ScalarParameter.HIDDEN_BIAS), operator(")")));
  }

  private HTMLElement outputFormula() {
    return formula(
        Dom.mathml("math", "", stateSymbol("y", indices), operator("=")),
        Dom.mathml("math", "", symbol(ScalarParameter.OUTPUT_WEIGHT), stateSymbol("h", indices)),
        Dom.mathml("math", "", operator("+"), symbol(ScalarParameter.OUTPUT_BIAS)));
  }

  private HTMLElement hiddenNumbers() {
    Dom.append(middle, operator("="), function(), operator("("), preActivation, operator(")"));
    return formula(
        Dom.mathml("math", "", stateSymbol("h", indices), operator("="), function(), operator("(")),
        product(ScalarParameter.INPUT_WEIGHT, input, false),
        product(ScalarParameter.HIDDEN_WEIGHT, previous, true),
        Dom.mathml(
            "math", "", operator("+"), parameterNumber(ScalarParameter.HIDDEN_BIAS), operator(")")),
        middle,
        Dom.mathml("math", "result", operator("="), hidden));
  }

  private HTMLElement outputNumbers() {
    return formula(
        Dom.mathml("math", "", stateSymbol("y", indices), operator("=")),
        product(ScalarParameter.OUTPUT_WEIGHT, hiddenAgain, false),
        Dom.mathml("math", "", operator("+"), parameterNumber(ScalarParameter.OUTPUT_BIAS)),
        Dom.mathml("math", "result", operator("="), output));
  }

  private Element product(ScalarParameter parameter, Element factor, boolean added) {
    Element product = Dom.mathml("math", "");
    if (added) {
      product.appendChild(operator("+"));
    }
    Dom.append(product, parameterNumber(parameter), operator("·"), factor);
    return product;
  }

  /** A formula in pieces: browsers do not break a line inside of MathML, but between pieces. */
  private static HTMLElement formula(Node... pieces) {
    HTMLElement formula = Dom.element("p", "formula");
    for (Node piece : pieces) {
      Dom.append(formula, piece, Dom.element("wbr", ""));
    }
    return formula;
  }

  private static Element operator(String text) {
    boolean parenthesis = text.equals("(") || text.equals(")");
    Element operator = leaf("mo", parenthesis ? "parenthesis" : "", text);
    operator.setAttribute("stretchy", "false");
    if (text.equals("+") || text.equals("=")) {
      // The first of a piece would pass for a sign, which has no space around it.
      operator.setAttribute("form", "infix");
    }
    return operator;
  }

  private static Element number() {
    return Dom.mathml("mn", "");
  }

  private static Element leaf(String tag, String className, String text) {
    Element leaf = Dom.mathml(tag, className);
    leaf.setTextContent(text);
    return leaf;
  }

  private static Element stateSymbol(String letter, List<Element> indices) {
    Element index = leaf("mi", "", "t");
    indices.add(index);
    return Dom.mathml("msub", "", leaf("mi", "", letter), Dom.mathml("mrow", "", index));
  }

  private Element function() {
    Element name = leaf("mi", "function", "f");
    functions.add(name);
    return name;
  }

  private Element symbol(ScalarParameter parameter) {
    Element symbol =
        Dom.mathml(
            "msub",
            "parameter",
            leaf("mi", "", parameter.letter()),
            leaf("mtext", "", parameter.subscript()));
    return pointable(symbol, parameter);
  }

  private Element parameterNumber(ScalarParameter parameter) {
    Element number = leaf("mn", "parameter", "");
    parameterNumbers.add(number);
    numberParameters.add(parameter);
    return pointable(number, parameter);
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
  public void render(State state, Palette palette) {
    int step = state.focusStep();
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
    Dom.toggleClass(numbers, "blank", step == 0);
    Dom.setAttribute(numbers, "aria-hidden", step == 0 ? "true" : "false");
    if (step > 0) {
      fill(state, step - 1);
    } else {
      Dom.setText(comparison, "Step forward, or point at a step, to see its numbers here.");
    }
  }

  private void markParameters(State state) {
    Numbers parameters = state.snapshot().parameters();
    for (int i = 0; i < parameterParts.size(); i++) {
      ScalarParameter parameter = partParameters.get(i);
      boolean pointed = parameter.index() == state.pointedParameter();
      double value = parameters.get(parameter.index());
      String sign = value < 0 ? " negative" : value > 0 ? " positive" : "";
      Dom.setAttribute(
          parameterParts.get(i), "class", "parameter" + sign + (pointed ? " pointed" : ""));
    }
  }

  private void fill(State state, int t) {
    Numbers parameters = state.snapshot().parameters();
    for (int i = 0; i < parameterNumbers.size(); i++) {
      show(parameterNumbers.get(i), parameters.get(numberParameters.get(i).index()), i > 0);
    }
    Pass pass = state.snapshot().pass();
    double expected = state.problem().targets().get(t);
    show(input, state.problem().inputs().get(t), true);
    show(previous, pass.hiddenState(t - 1, 0), true);
    show(preActivation, pass.preActivation(t, 0), false);
    show(hidden, pass.hiddenState(t, 0), false);
    show(hiddenAgain, pass.hiddenState(t, 0), true);
    show(output, pass.output(t), false);
    Dom.setText(
        comparison,
        "expected "
            + Text.NUMBERS.significant(expected)
            + ", error y − expected = "
            + Text.NUMBERS.significant(pass.output(t) - expected));
  }

  /** A negative number inside a sum or product stands in parentheses. */
  private static void show(Element element, double value, boolean inside) {
    String text = Text.NUMBERS.significant(value);
    Dom.setText(element, inside && value < 0 ? "(" + text + ")" : text);
  }
}
