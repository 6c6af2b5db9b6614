package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/**
 * The formulas of a network of many units in MathML, as PyTorch writes them, with the sizes of
 * their matrices; below, the numbers of one unit at the step in focus.
 */
final class VectorEquation {
  /*
   * Formulas are sequences of words: a symbol with its index after an underscore, an operator, or |
   * where a line may break. # stands for a number, * for one in parentheses if negative, and ! for
   * the result.
   */
  private static final String GATE = " W_i# x_t | + W_h# h_t−1 | + b_# )";
  private static final String OPERATORS = "=+−·⊙()";
  private static final String OUTPUT = "y_t = | W_out h_t | + b_out";

  private final HTMLElement symbols = Dom.element("div", "equation-symbols");
  private final HTMLElement sizes = Dom.element("p", "equation-sizes");
  private final HTMLElement numbers = Dom.element("div", "equation-numbers");
  private final HTMLElement root = Dom.element("div", "vector-equation", symbols, sizes, numbers);
  private final List<Element> indices = new ArrayList<>();
  private final List<Element> previousIndices = new ArrayList<>();
  private final List<Element> places = new ArrayList<>();

  /** The kind of each number: #, * or !. */
  private final StringBuilder kinds = new StringBuilder();

  private final HTMLElement unitName = Dom.element("span", "unit-name");
  private @Nullable NetworkShape shape;
  private int filled;

  HTMLElement root() {
    return root;
  }

  /** Shows a state of a network that is not scalar. */
  void render(State state) {
    NetworkShape next = state.experiment().shape();
    if (!next.equals(shape)) {
      shape = next;
      write(next);
    }
    int step = state.focusStep();
    for (Element index : indices) {
      Dom.setText(index, step == 0 ? "t" : step + "");
    }
    for (Element index : previousIndices) {
      Dom.setText(index, step == 0 ? "t−1" : step - 1 + "");
    }
    Dom.toggleClass(numbers, "blank", step == 0);
    Dom.setAttribute(numbers, "aria-hidden", step == 0 ? "true" : "false");
    if (step > 0) {
      int pointed = Math.max(0, state.pointed().unit());
      Dom.setText(unitName, "unit " + (pointed + 1) + ": ");
      fill(state, step - 1, pointed);
    }
  }

  private void write(NetworkShape network) {
    indices.clear();
    previousIndices.clear();
    symbols.clear();
    places.clear();
    kinds.setLength(0);
    numbers.clear();
    root.setAttribute("data-cell", network.cell().attribute());
    for (String formula : formulas(network)) {
      symbols.appendChild(formula(formula));
    }
    for (String formula : numberFormulas(network)) {
      numbers.appendChild(formula(formula));
    }
    numbers.insertBefore(unitName, numbers.getFirstChild());
    int size = network.hiddenSize();
    String each = network.cell() == CellType.ELMAN ? "" : "each ";
    String dot = network.cell() == CellType.ELMAN ? "h" : "·";
    sizes.clear();
    Dom.append(
        sizes,
        matrix(each, "i" + dot, size, 1),
        matrix(each, "h" + dot, size, size),
        matrix("", "out", 1, size));
  }

  private static List<String> formulas(NetworkShape network) {
    List<String> formulas = new ArrayList<>();
    switch (network.cell()) {
      case ELMAN -> {
        String sum = "W_ih x_t | + W_hh h_t−1 | + b";
        formulas.add(
            network.activation() == Activation.LINEAR
                ? "h_t = " + sum
                : "h_t = " + network.activation().label() + " ( " + sum + " )");
      }
      case GRU -> {
        formulas.add("r_t = σ (" + GATE.replace('#', 'r'));
        formulas.add("z_t = σ (" + GATE.replace('#', 'z'));
        formulas.add("n_t = tanh ( W_in x_t | + b_n | + r_t ⊙ ( W_hn h_t−1 | + b_hn ) )");
        formulas.add("h_t = ( 1 − z_t ) ⊙ n_t | + z_t ⊙ h_t−1");
      }
      case LSTM -> {
        String gates = network.cell().gates();
        for (int i = 0; i < gates.length(); i++) {
          char gate = gates.charAt(i);
          String function = CellNames.function(gate + "");
          formulas.add(gate + "_t = " + function + " (" + GATE.replace('#', gate));
        }
        formulas.add("c_t = f_t ⊙ c_t−1 | + i_t ⊙ g_t");
        formulas.add("h_t = o_t ⊙ tanh ( c_t )");
      }
    }
    formulas.add(OUTPUT);
    return formulas;
  }

  private static List<String> numberFormulas(NetworkShape network) {
    List<String> formulas = new ArrayList<>();
    StringBuilder activations = new StringBuilder();
    if (network.cell() == CellType.ELMAN) {
      boolean linear = network.activation() == Activation.LINEAR;
      String function = network.activation().label() + " ( # ) | = !";
      activations.append("h_t = ").append(linear ? "!" : function);
    } else {
      String gates = network.cell().gates();
      for (int i = 0; i < gates.length(); i++) {
        char gate = gates.charAt(i);
        activations.append(i == 0 ? "" : " | ").append(gate).append("_t = ");
        activations.append(CellNames.function(gate + "")).append(" ( # ) = !");
      }
    }
    formulas.add(activations.toString());
    if (network.cell() == CellType.GRU) {
      formulas.add("h_t = ( 1 − # ) · * | + # · * | = !");
    } else if (network.cell() == CellType.LSTM) {
      formulas.add("c_t = # · * | + # · * | = !");
      formulas.add("h_t = # · tanh ( # ) | = !");
    }
    formulas.add("y_t = # | + * | = !");
    return formulas;
  }

  private HTMLElement formula(String text) {
    HTMLElement formula = Formula.of();
    Element piece = Dom.mathml("math", "");
    int from = 0;
    while (from < text.length()) {
      int space = text.indexOf(' ', from);
      int end = space < 0 ? text.length() : space;
      String word = text.substring(from, end);
      from = end + 1;
      if (word.equals("|")) {
        Formula.add(formula, piece);
        piece = Dom.mathml("math", "");
      } else if (!word.isEmpty()) {
        piece.appendChild(part(word));
      }
    }
    Formula.add(formula, piece);
    return formula;
  }

  private Element part(String word) {
    int underscore = word.indexOf('_');
    if (underscore > 0) {
      return symbol(word.substring(0, underscore), word.substring(underscore + 1));
    }
    char first = word.charAt(0);
    if (first == '#' || first == '*' || first == '!') {
      Element number = Formula.number();
      number.setAttribute("class", first == '!' ? "result" : "");
      places.add(number);
      kinds.append(first);
      return number;
    }
    if (first == '1') {
      return Formula.leaf("mn", "", word);
    }
    return OPERATORS.indexOf(first) < 0 ? Formula.leaf("mi", "", word) : Formula.operator(word);
  }

  private Element symbol(String letter, String subscript) {
    boolean time = subscript.charAt(0) == 't';
    Element index = Formula.leaf(time ? "mi" : "mtext", "", subscript);
    if (time) {
      (subscript.length() == 1 ? indices : previousIndices).add(index);
    }
    return Dom.mathml("msub", "", Formula.leaf("mi", "", letter), Dom.mathml("mrow", "", index));
  }

  private static HTMLElement matrix(String before, String index, int rows, int columns) {
    Element symbol =
        Dom.mathml("msub", "", Formula.leaf("mi", "", "W"), Formula.leaf("mtext", "", index));
    Element power =
        Dom.mathml(
            "msup", "", Formula.leaf("mi", "", "ℝ"), Formula.leaf("mn", "", rows + "×" + columns));
    return Dom.element(
        "span",
        "",
        Dom.text("span", "", before),
        Dom.mathml("math", "", symbol, Formula.operator("∈"), power));
  }

  /** Fills in the numbers of a unit in the order of {@link #numberFormulas}. */
  private void fill(State state, int t, int unit) {
    Pass pass = state.snapshot().pass();
    NetworkShape network = state.experiment().shape();
    boolean elman = pass.cell() == CellType.ELMAN;
    double hidden = pass.hiddenState(t, unit);
    filled = 0;
    for (int gate = 0; gate < pass.cell().gateCount(); gate++) {
      if (!elman || network.activation() != Activation.LINEAR) {
        fill(pass.preActivation(t, gate * pass.hiddenSize() + unit));
      }
      fill(elman ? hidden : pass.gate(t, gate, unit));
    }
    if (pass.cell() == CellType.GRU) {
      double before = network.memory() ? pass.hiddenState(t - 1, unit) : 0;
      double update = pass.gate(t, 1, unit);
      fill(update, pass.gate(t, Arithmetic.CANDIDATE, unit), update, before, hidden);
    } else if (pass.cell() == CellType.LSTM) {
      double before = network.memory() ? pass.cellState(t - 1, unit) : 0;
      double cellState = pass.cellState(t, unit);
      fill(pass.gate(t, 1, unit), before);
      fill(pass.gate(t, 0, unit), pass.gate(t, 2, unit), cellState);
      fill(pass.gate(t, 3, unit), cellState, hidden);
    }
    Numbers parameters = state.snapshot().parameters();
    double bias = parameters.get(parameters.size() - 1);
    fill(pass.output(t) - bias, bias, pass.output(t));
  }

  private void fill(double... values) {
    for (double value : values) {
      Formula.show(places.get(filled), value, kinds.charAt(filled) == '*');
      filled++;
    }
  }
}
