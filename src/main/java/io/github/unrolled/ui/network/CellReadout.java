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
import io.github.unrolled.ui.kit.Text;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The arithmetic behind the cell that is pointed at, with its numbers; its height is constant. */
final class CellReadout {
  private final HTMLElement title = Dom.element("b", "");
  private final HTMLElement note = Dom.element("span", "");
  private final HTMLElement sum = Dom.element("p", "cell-sum");
  private final HTMLElement result = Dom.element("p", "cell-sum");
  private final HTMLElement root =
      Dom.element("div", "cell-facts", Dom.element("p", "cell-title", title, note), sum, result);

  CellReadout() {
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Arithmetic of the cell");
  }

  HTMLElement root() {
    return root;
  }

  /**
   * Shows the cell that a state points at.
   *
   * @param terms how many terms are written out at most
   */
  void render(State state, int terms) {
    int step = state.focusStep();
    int unit = state.pointed().unit();
    sum.clear();
    result.clear();
    if (step == 0 || unit < 0) {
      Dom.setText(title, "");
      Dom.setText(
          note,
          "Point at a cell to see the arithmetic behind it. By keyboard, on a step: Up and Down"
              + " change the unit"
              + (state.experiment().shape().cell() == CellType.ELMAN
                  ? "."
                  : ", Page Up and Page Down the strip."));
      return;
    }
    NetworkShape shape = state.experiment().shape();
    Arithmetic arithmetic = new Arithmetic(shape);
    int strip = shape.cell() == CellType.ELMAN ? 0 : state.pointed().strip();
    String name = CellNames.of(shape.cell(), strip);
    Dom.setText(title, name + ", unit " + (unit + 1) + ", step " + step);
    Dom.setText(
        note,
        arithmetic.remembers(step - 1)
            ? ""
            : (shape.memory() ? " – " : " – memory is off: ") + "the state before counts as 0");
    Cell cell = new Cell(state, arithmetic, step - 1, strip, unit, terms);
    if (shape.cell() == CellType.ELMAN || (strip > 0 && strip <= shape.cell().gateCount())) {
      cell.writeActivation();
    } else if (shape.cell() == CellType.GRU) {
      cell.writeMixture();
    } else if (strip == 0) {
      cell.writeOutput();
    } else {
      cell.writeCellState();
    }
  }

  /** One cell's numbers, to be written. */
  private final class Cell {
    private final State state;
    private final Arithmetic arithmetic;
    private final Pass pass;
    private final int t;
    private final int strip;
    private final int unit;
    private final int terms;

    Cell(State state, Arithmetic arithmetic, int t, int strip, int unit, int terms) {
      this.state = state;
      this.arithmetic = arithmetic;
      this.pass = state.snapshot().pass();
      this.t = t;
      this.strip = strip;
      this.unit = unit;
      this.terms = terms;
    }

    private double gate(int gate) {
      return pass.gate(t, gate, unit);
    }

    /** A function of a sum over input and state. */
    void writeActivation() {
      int row = Math.max(0, strip - 1) * pass.hiddenSize() + unit;
      Numbers parameters = state.snapshot().parameters();
      double input = state.problem().inputs().get(t);
      List<Arithmetic.Term> all = arithmetic.preActivation(parameters, input, pass, t, row);
      double preActivation = pass.preActivation(t, row);
      HTMLElement line = sum;
      if (arithmetic.isCandidate(row)) {
        double memory = pass.candidateMemory(t, unit);
        write(sum, "m", arithmetic.candidateMemory(parameters, pass, t, row), memory);
        line = result;
      }
      write(line, "a", all, preActivation);
      String letter = CellNames.letter(pass.cell(), strip);
      Activation activation = state.experiment().shape().activation();
      double value = strip == 0 ? pass.hiddenState(t, unit) : gate(strip - 1);
      if (strip == 0 && activation == Activation.LINEAR) {
        add(result, "h = a", "");
      } else {
        String function = strip == 0 ? activation.label() : CellNames.function(letter);
        add(result, letter + " = " + function + "(" + number(preActivation) + ")", "");
      }
      addResult(result, value);
    }

    /** What a GRU mixes. */
    void writeMixture() {
      add(sum, "h = (1 − z) · n", "");
      add(sum, "+ z · h", "step before");
      double update = gate(1);
      double before = arithmetic.remembers(t) ? pass.hiddenState(t - 1, unit) : 0;
      String share = number(update);
      add(result, "h = (1 − " + share + ") · " + factor(gate(Arithmetic.CANDIDATE)), "");
      add(result, "+ " + share + " · " + factor(before), "");
      addResult(result, pass.hiddenState(t, unit));
    }

    /** What an LSTM keeps and adds. */
    void writeCellState() {
      add(sum, "c = f · c", "step before");
      add(sum, "+ i · g", "");
      double before = arithmetic.remembers(t) ? pass.cellState(t - 1, unit) : 0;
      add(result, "c = " + number(gate(1)) + " · " + factor(before), "");
      add(result, "+ " + number(gate(0)) + " · " + factor(gate(2)), "");
      addResult(result, pass.cellState(t, unit));
    }

    /** What an LSTM lets out. */
    void writeOutput() {
      add(sum, "h = o · tanh(c)", "");
      double cell = pass.cellState(t, unit);
      add(result, "h = " + number(gate(3)) + " · tanh(" + number(cell) + ")", "");
      addResult(result, pass.hiddenState(t, unit));
    }

    private void write(HTMLElement line, String letter, List<Arithmetic.Term> all, double total) {
      // Beside so many states there is room for the input and a bias.
      Arithmetic.Selection selection = Arithmetic.largest(all, terms + 2);
      String sign = letter + " = ";
      for (Arithmetic.Term term : selection.shown()) {
        boolean single = term.source() == Arithmetic.BIAS;
        String product =
            single ? factor(term.weight()) : factor(term.weight()) + " · " + factor(term.factor());
        add(line, sign + product, nameOf(term.source()));
        sign = "+ ";
      }
      if (selection.others() > 0) {
        String rest = number(selection.rest());
        add(line, "+ " + selection.others() + " more, together " + rest, "");
      }
      addResult(line, total);
    }

    private void addResult(HTMLElement line, double value) {
      Dom.append(line, Dom.text("b", "", "= " + number(value)), Dom.text("span", "", "   "));
    }
  }

  private static String nameOf(int source) {
    return switch (source) {
      case Arithmetic.INPUT -> "x";
      case Arithmetic.BIAS -> "b";
      case Arithmetic.RESET -> "r · m";
      default -> "h" + subscript(source + 1);
    };
  }

  private static String subscript(int number) {
    StringBuilder text = new StringBuilder(number + "");
    for (int i = 0; i < text.length(); i++) {
      text.setCharAt(i, (char) (text.charAt(i) - '0' + '₀'));
    }
    return text.toString();
  }

  private static void add(HTMLElement line, String text, String name) {
    HTMLElement piece = Dom.text("span", "", text);
    if (!name.isEmpty()) {
      piece.appendChild(Dom.text("small", "", " " + name));
    }
    Dom.append(line, piece, Dom.text("span", "", " "));
  }

  private static String number(double value) {
    return Text.NUMBERS.significant(value);
  }

  /** A negative number inside a sum or product stands in parentheses. */
  private static String factor(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }
}
