package io.github.unrolled.nn;

import io.github.unrolled.math.Require;

/**
 * The results of one forward and one backward pass over a sequence, kept for the views. The buffers
 * are allocated once for T steps and H hidden units with G gates each, and every pass overwrites
 * them.
 *
 * <p>The first steps train: only they count in the loss and have gradients. The others show how the
 * network goes on.
 */
public final class Pass {
  private final int steps;
  private final int trainSteps;
  private final int hiddenSize;
  private final CellType cell;

  /** h_0, the state before the first step, shape [H]. */
  final double[] start;

  private final boolean startsAtZero;

  /** a_t, shape [T, G * H]. */
  final double[] preActivations;

  /** Gates after their sigmoid or tanh, shape [T, G * H]; empty for an Elman cell. */
  final double[] gates;

  /** f'(a_t), shape [T, H]; empty except for an Elman cell. */
  final double[] slopes;

  /** W_hn h + b_hn, which the reset gate multiplies, shape [T, H]; empty except for a GRU. */
  final double[] candidateMemories;

  /** c_t, shape [T, H]; empty except for an LSTM. */
  final double[] cellStates;

  /** tanh(c_t), shape [T, H]; empty except for an LSTM. */
  final double[] squashedCellStates;

  /** h_t, shape [T, H]. */
  final double[] hiddenStates;

  /** y_t, shape [T]. */
  final double[] outputs;

  /** dL/dy_t, shape [T]. */
  final double[] outputGradients;

  /** dL/dh_t, shape [T, H]. */
  final double[] hiddenGradients;

  /** dL/dc_t, shape [T, H]; empty except for an LSTM. */
  final double[] cellGradients;

  /** dL/da_t, shape [T, G * H]. */
  final double[] gateGradients;

  /**
   * Gradient of the loss with respect to what W_hh makes of the state before, shape [T, G * H]: the
   * same array as {@link #gateGradients} except for a GRU, whose reset gate stands between the two.
   */
  final double[] recurrentGradients;

  double loss;

  /**
   * Allocates the buffers.
   *
   * @param steps number of time steps T, at least 1
   * @param trainSteps how many of them count in the loss, 1 to T
   * @param start h_0, the state before the first step, shape [H]. Kept, not modified.
   * @param cell the kind of cell, which decides on the gates
   * @throws IllegalArgumentException if a number is out of range
   */
  Pass(int steps, int trainSteps, double[] start, CellType cell) {
    int hiddenSize = start.length;
    if (steps < 1 || hiddenSize < 1) {
      throw new IllegalArgumentException(
          "steps and hiddenSize: expected at least 1 each, got " + steps + " and " + hiddenSize);
    }
    Require.range("trainSteps", trainSteps, 1, steps);
    this.steps = steps;
    this.trainSteps = trainSteps;
    this.hiddenSize = hiddenSize;
    this.cell = cell;
    this.start = start;
    startsAtZero = isZero(start);
    int states = steps * hiddenSize;
    int rows = states * cell.gateCount();
    boolean elman = cell == CellType.ELMAN;
    boolean gru = cell == CellType.GRU;
    boolean lstm = cell == CellType.LSTM;
    preActivations = new double[rows];
    gates = new double[elman ? 0 : rows];
    slopes = new double[elman ? states : 0];
    candidateMemories = new double[gru ? states : 0];
    cellStates = new double[lstm ? states : 0];
    squashedCellStates = new double[lstm ? states : 0];
    hiddenStates = new double[states];
    outputs = new double[steps];
    outputGradients = new double[steps];
    hiddenGradients = new double[states];
    cellGradients = new double[lstm ? states : 0];
    gateGradients = new double[rows];
    recurrentGradients = gru ? new double[rows] : gateGradients;
  }

  private static boolean isZero(double[] state) {
    boolean zero = true;
    for (double number : state) {
      zero &= number == 0;
    }
    return zero;
  }

  /** Number of time steps T. */
  public int steps() {
    return steps;
  }

  /** Number of steps, from the first on, that count in the loss. */
  public int trainSteps() {
    return trainSteps;
  }

  /** Number of hidden units H. */
  public int hiddenSize() {
    return hiddenSize;
  }

  /** The kind of cell. */
  public CellType cell() {
    return cell;
  }

  /** Mean squared error of the last forward pass; not finite if it overflowed. */
  public double loss() {
    return loss;
  }

  /**
   * Pre-activation a_t of a row; {@code t} counts from 0.
   *
   * @param row gate * H + unit; for an Elman cell, which has one gate, the unit
   */
  public double preActivation(int t, int row) {
    return preActivations[t * cell.gateCount() * hiddenSize + row];
  }

  /**
   * Value of a gate of a GRU or LSTM after its sigmoid or tanh; {@code t} counts from 0.
   *
   * @param gate its index in {@link CellType#gates}
   */
  public double gate(int t, int gate, int unit) {
    return gates[(t * cell.gateCount() + gate) * hiddenSize + unit];
  }

  /** What a GRU's reset gate multiplies, W_hn h_{t-1} + b_hn; {@code t} counts from 0. */
  public double candidateMemory(int t, int unit) {
    return candidateMemories[t * hiddenSize + unit];
  }

  /** Cell state c_t of an LSTM's unit; {@code t} counts from 0, and -1 is the zero state. */
  public double cellState(int t, int unit) {
    return t < 0 ? 0 : cellStates[t * hiddenSize + unit];
  }

  /** Whether the state before the first step, h_0, is zero. */
  public boolean startsAtZero() {
    return startsAtZero;
  }

  /** Hidden state h_t of a unit; {@code t} counts from 0, and -1 is the start state h_0. */
  public double hiddenState(int t, int unit) {
    return t < 0 ? start[unit] : hiddenStates[t * hiddenSize + unit];
  }

  /** Slope f'(a_t) of an Elman unit's activation; {@code t} counts from 0. */
  public double slope(int t, int unit) {
    return slopes[t * hiddenSize + unit];
  }

  /** Output y_t; {@code t} counts from 0. */
  public double output(int t) {
    return outputs[t];
  }

  /**
   * Gradient dL/dh_t that reached a unit's state in the last backward pass, from all steps >= t; 0
   * after the steps that train.
   */
  public double hiddenGradient(int t, int unit) {
    return hiddenGradients[t * hiddenSize + unit];
  }

  /**
   * One of the numbers handed on after a step, h_t followed by c_t; {@code t} counts from 0, and -1
   * is the state before the first step, h_0 and zeros.
   */
  public double state(int t, int index) {
    return index < hiddenSize ? hiddenState(t, index) : cellState(t, index - hiddenSize);
  }

  /**
   * Sets the state after a step, so that {@link Network#step} can go on from it.
   *
   * @param t counts from 0
   * @param state h_t followed by c_t, shape [{@link CellType#stateSize}]. Not modified.
   */
  public void setState(int t, double[] state) {
    int to = t * hiddenSize;
    System.arraycopy(state, 0, hiddenStates, to, hiddenSize);
    if (cell.hasCellState()) {
      System.arraycopy(state, hiddenSize, cellStates, to, hiddenSize);
    }
  }

  /**
   * Gradient dL/da_t of a row's pre-activation in the last backward pass; 0 after the steps that
   * train. {@code t} counts from 0.
   *
   * @param row as in {@link #preActivation}
   */
  public double gateGradient(int t, int row) {
    // A single Elman unit has no array for it: that would slow its training down.
    return cell == CellType.ELMAN
        ? hiddenGradient(t, row) * slope(t, row)
        : gateGradients[t * cell.gateCount() * hiddenSize + row];
  }

  /**
   * Gradient of what W_hh, and b_hn in a GRU, adds to a row; otherwise like {@link #gateGradient}.
   */
  public double recurrentGradient(int t, int row) {
    return cell == CellType.GRU
        ? recurrentGradients[t * cell.gateCount() * hiddenSize + row]
        : gateGradient(t, row);
  }

  /**
   * Copies the state after a step, so that {@link Network#step} can go on from it.
   *
   * @param other a pass of the same network, read from. Not modified.
   * @param t the step, from 0, that both have
   */
  public void copyState(Pass other, int t) {
    int from = t * hiddenSize;
    System.arraycopy(other.hiddenStates, from, hiddenStates, from, hiddenSize);
    if (cell.hasCellState()) {
      System.arraycopy(other.cellStates, from, cellStates, from, hiddenSize);
    }
  }
}
