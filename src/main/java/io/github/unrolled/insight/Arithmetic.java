package io.github.unrolled.insight;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums behind a network's numbers, term by term, and the parameter in each term; for networks
 * with one number per input. A row is gate * H + unit, as in {@link Pass#preActivation}.
 */
public final class Arithmetic {
  /** Source of the input's term. */
  public static final int INPUT = -1;

  /** Source of a bias term. */
  public static final int BIAS = -2;

  /** Source of the term of a GRU in which the reset gate scales what comes from the state. */
  public static final int RESET = -3;

  /** Index of the candidate among a GRU's gates. */
  public static final int CANDIDATE = 2;

  private final NetworkShape shape;
  private final int size;
  private final int rows;

  /**
   * One term of a sum.
   *
   * @param source index of a unit of the step before; or {@link #INPUT}, {@link #BIAS}, {@link
   *     #RESET}
   * @param weight the parameter, or the value of the reset gate
   * @param factor what it is multiplied by; 1 for a bias
   */
  public record Term(int source, double weight, double factor) {
    /** What it adds to the sum. */
    public double product() {
      return weight * factor;
    }
  }

  /**
   * The largest terms of a sum, and the others added up.
   *
   * @param shown the largest, in their order in the sum
   * @param others number of terms left out
   * @param rest sum of the terms left out
   */
  public record Selection(List<Term> shown, int others, double rest) {}

  /**
   * Where a parameter is used.
   *
   * @param row the row it contributes to, or -1 for the output
   * @param source the unit whose state it multiplies, or {@link #INPUT} or {@link #BIAS}; for an
   *     output weight, a unit of the same step
   */
  public record Place(int row, int source) {}

  /** Prepares for networks of one shape. */
  public Arithmetic(NetworkShape shape) {
    this.shape = shape;
    size = shape.hiddenSize();
    rows = shape.cell().gateCount() * size;
  }

  /** Index of a row's input weight in the flat parameters. */
  public int inputWeight(int row) {
    return row;
  }

  /** Index of the weight from a unit of the step before to a row. */
  public int recurrentWeight(int row, int unit) {
    return rows + row * size + unit;
  }

  /** Index of a row's bias. */
  public int bias(int row) {
    return rows + rows * size + row;
  }

  /** Index of a unit's weight to the output; for unit H, index of the output's bias. */
  public int outputWeight(int unit) {
    return bias(rows) + (isGru() ? size : 0) + unit;
  }

  private boolean isGru() {
    return shape.cell() == CellType.GRU;
  }

  /** Whether a row is a candidate of a GRU, which scales what comes from the state by r. */
  public boolean isCandidate(int row) {
    return isGru() && row >= CANDIDATE * size;
  }

  /** Where a parameter is used, given its index in the flat parameters. */
  public Place placeOf(int parameter) {
    if (parameter < rows) {
      return new Place(parameter, INPUT);
    }
    if (parameter < bias(0)) {
      int index = parameter - rows;
      return new Place(index / size, index % size);
    }
    if (parameter < bias(rows)) {
      return new Place(parameter - bias(0), BIAS);
    }
    if (parameter < outputWeight(0)) {
      return new Place(CANDIDATE * size + parameter - bias(rows), BIAS);
    }
    int unit = parameter - outputWeight(0);
    return new Place(-1, unit < size ? unit : BIAS);
  }

  /**
   * Whether a step uses the state before it: not without memory, and the first step only if it
   * starts from another state than zero.
   *
   * @param t counts from 0
   */
  public boolean remembers(Pass pass, int t) {
    return shape.memory() && (t > 0 || !pass.startsAtZero());
  }

  /**
   * The terms of a pre-activation; the state before has none unless the step uses it.
   *
   * @param parameters flat, shape [P]
   * @param input x_t
   * @param pass a pass with these parameters and that input
   * @param t counts from 0
   */
  public List<Term> preActivation(Numbers parameters, double input, Pass pass, int t, int row) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(INPUT, parameters.get(inputWeight(row)), input));
    if (isCandidate(row)) {
      int unit = row % size;
      double reset = pass.gate(t, 0, unit);
      terms.add(new Term(BIAS, parameters.get(bias(row)), 1));
      terms.add(new Term(RESET, reset, pass.candidateMemory(t, unit)));
    } else {
      addStates(parameters, pass, t, row, terms);
      terms.add(new Term(BIAS, parameters.get(bias(row)), 1));
    }
    return terms;
  }

  /**
   * The terms of the sum that a GRU's reset gate scales, like {@link #preActivation}.
   *
   * @param row row of a candidate
   */
  public List<Term> candidateMemory(Numbers parameters, Pass pass, int t, int row) {
    List<Term> terms = new ArrayList<>();
    addStates(parameters, pass, t, row, terms);
    terms.add(new Term(BIAS, parameters.get(bias(rows) + row % size), 1));
    return terms;
  }

  private void addStates(Numbers parameters, Pass pass, int t, int row, List<Term> terms) {
    for (int unit = 0; unit < size && remembers(pass, t); unit++) {
      double weight = parameters.get(recurrentWeight(row, unit));
      terms.add(new Term(unit, weight, pass.hiddenState(t - 1, unit)));
    }
  }

  /**
   * Keeps the largest terms.
   *
   * @param count number of terms to keep
   */
  public static Selection largest(List<Term> terms, int count) {
    List<Term> shown = new ArrayList<>(terms);
    double rest = 0;
    // Mentioning a single term left out would take as much room as writing it.
    while (shown.size() > count && terms.size() > count + 1) {
      int smallest = 0;
      for (int i = 1; i < shown.size(); i++) {
        if (Math.abs(shown.get(i).product()) < Math.abs(shown.get(smallest).product())) {
          smallest = i;
        }
      }
      rest += shown.remove(smallest).product();
    }
    return new Selection(shown, terms.size() - shown.size(), rest);
  }
}
