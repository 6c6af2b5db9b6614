package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic behind one number of one unit at one step, written out. */
public final class CellWords {
  private final NumberFormat numbers;

  /** Writes arithmetic with numbers in a given format. */
  public CellWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /**
   * An unbreakable piece of a line.
   *
   * @param text text of the piece
   * @param name name of the last factor; empty if it needs none
   * @param isResult whether it is the result
   */
  public record Piece(String text, String name, boolean isResult) {}

  /**
   * Arithmetic in two lines, with a title and a note above them.
   *
   * @param title name of the number; empty for none
   * @param note further information; may be empty
   * @param sum the terms to add
   * @param result the result
   */
  public record Lines(String title, String note, List<Piece> sum, List<Piece> result) {}

  /**
   * Writes out the arithmetic of the cell that a state points at.
   *
   * @param terms most terms to write out, besides the input and a bias
   */
  public Lines ofPointed(State state, int terms) {
    NetworkShape shape = state.experiment().shape();
    int step = state.focusStep();
    int unit = state.pointed().unit();
    if (step == 0 || unit < 0) {
      return new Lines("", hint(shape), List.of(), List.of());
    }
    int strip = shape.cell() == CellType.ELMAN ? 0 : state.pointed().strip();
    Cell cell = new Cell(state, step - 1, strip, unit, terms);
    cell.write();
    return new Lines(
        CellNames.of(shape.cell(), strip) + ", unit " + (unit + 1) + ", step " + step,
        cell.note(),
        cell.sum,
        cell.result);
  }

  private static String hint(NetworkShape shape) {
    return "Point at or tap a cell to see the arithmetic behind it. By keyboard, on a step: Up and Down"
        + " change the unit"
        + (shape.cell() == CellType.ELMAN ? "." : ", Page Up and Page Down the strip.");
  }

  /** The numbers of one cell, to be written out. */
  private final class Cell {
    private final List<Piece> sum = new ArrayList<>();
    private final List<Piece> result = new ArrayList<>();
    private final State state;
    private final NetworkShape shape;
    private final Arithmetic arithmetic;
    private final Pass pass;
    private final int t;
    private final int strip;
    private final int unit;
    private final int terms;

    Cell(State state, int t, int strip, int unit, int terms) {
      this.state = state;
      this.shape = state.experiment().shape();
      this.arithmetic = new Arithmetic(shape);
      this.pass = state.snapshot().pass();
      this.t = t;
      this.strip = strip;
      this.unit = unit;
      this.terms = terms;
    }

    String note() {
      return arithmetic.remembers(pass, t)
          ? ""
          : (shape.memory() ? " – " : " – memory is off: ") + "the state before counts as 0";
    }

    void write() {
      if (shape.cell() == CellType.ELMAN || (strip > 0 && strip <= shape.cell().gateCount())) {
        writeActivation();
      } else if (shape.cell() == CellType.GRU) {
        writeMixture();
      } else if (strip == 0) {
        writeOutput();
      } else {
        writeCellState();
      }
    }

    private double gate(int gate) {
      return pass.gate(t, gate, unit);
    }

    /** A function of a sum over input and state. */
    private void writeActivation() {
      int row = Math.max(0, strip - 1) * pass.hiddenSize() + unit;
      Numbers parameters = state.snapshot().parameters();
      double input = state.problem().inputs().get(t);
      List<Arithmetic.Term> all = arithmetic.preActivation(parameters, input, pass, t, row);
      double preActivation = pass.preActivation(t, row);
      List<Piece> line = sum;
      if (arithmetic.isCandidate(row)) {
        double memory = pass.candidateMemory(t, unit);
        write(sum, "m", arithmetic.candidateMemory(parameters, pass, t, row), memory);
        line = result;
      }
      write(line, "a", all, preActivation);
      String letter = CellNames.letter(pass.cell(), strip);
      Activation activation = shape.activation();
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
    private void writeMixture() {
      add(sum, "h = (1 − z) · n", "");
      add(sum, "+ z · h", "step before");
      double update = gate(1);
      double before = arithmetic.remembers(pass, t) ? pass.hiddenState(t - 1, unit) : 0;
      String share = number(update);
      add(result, "h = (1 − " + share + ") · " + factor(gate(Arithmetic.CANDIDATE)), "");
      add(result, "+ " + share + " · " + factor(before), "");
      addResult(result, pass.hiddenState(t, unit));
    }

    /** What an LSTM keeps and adds. */
    private void writeCellState() {
      add(sum, "c = f · c", "step before");
      add(sum, "+ i · g", "");
      double before = arithmetic.remembers(pass, t) ? pass.cellState(t - 1, unit) : 0;
      add(result, "c = " + number(gate(1)) + " · " + factor(before), "");
      add(result, "+ " + number(gate(0)) + " · " + factor(gate(2)), "");
      addResult(result, pass.cellState(t, unit));
    }

    /** What an LSTM lets out. */
    private void writeOutput() {
      add(sum, "h = o · tanh(c)", "");
      double cell = pass.cellState(t, unit);
      add(result, "h = " + number(gate(3)) + " · tanh(" + number(cell) + ")", "");
      addResult(result, pass.hiddenState(t, unit));
    }

    private void write(List<Piece> line, String letter, List<Arithmetic.Term> all, double total) {
      // Besides these terms there is room for the input and a bias.
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

    private void add(List<Piece> line, String text, String name) {
      line.add(new Piece(text, name, false));
    }

    private void addResult(List<Piece> line, double value) {
      line.add(new Piece("= " + number(value), "", true));
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

  private String number(double value) {
    return numbers.significant(value);
  }

  /** A negative number inside a sum or product stands in parentheses. */
  private String factor(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }
}
