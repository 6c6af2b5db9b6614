package io.github.unrolled.nn;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;

/**
 * The network of an experiment, as plain settings that can be compared and saved.
 *
 * @param cell the kind of its units
 * @param hiddenSize number of hidden units H, 1 to {@link #MAX_HIDDEN_SIZE}
 * @param activation f of Elman units; kept while another cell is chosen
 * @param memory whether the state is handed on from step to step; if not, the recurrent weights are
 *     held at zero, and the gates carry nothing over either
 */
public record NetworkShape(CellType cell, int hiddenSize, Activation activation, boolean memory) {
  /** Largest number of hidden units that the page offers. */
  public static final int MAX_HIDDEN_SIZE = 32;

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public NetworkShape {
    if (hiddenSize < 1) {
      throw new IllegalArgumentException("hiddenSize: expected at least 1, got " + hiddenSize);
    }
  }

  /** One Elman unit with memory. */
  public static NetworkShape unit(Activation activation) {
    return new NetworkShape(CellType.ELMAN, 1, activation, true);
  }

  /** The start state of zeros, shape [H]. */
  public Numbers zeroState() {
    return Numbers.of(new double[hiddenSize]);
  }

  /** Makes a network of this shape with one number per input, which starts from zero. */
  public Network newNetwork() {
    return newNetwork(1, zeroState());
  }

  /**
   * Makes a network of this shape with one number per input.
   *
   * @param startState h_0 as for {@link #newNetwork(int, Numbers)}
   */
  public Network newNetwork(Numbers startState) {
    return newNetwork(1, startState);
  }

  /**
   * Makes a network of this shape.
   *
   * @param inputSize numbers I per input, at least 1
   * @param startState h_0, the state before the first step, shape [H]; ignored without memory,
   *     where each step starts from zero
   * @throws IllegalArgumentException if the start state has another size
   */
  public Network newNetwork(int inputSize, Numbers startState) {
    Require.range("size of startState", startState.size(), hiddenSize, hiddenSize);
    double[] start = (memory ? startState : zeroState()).toArray();
    return switch (cell) {
      case ELMAN ->
          hiddenSize == 1 && inputSize == 1
              ? new ElmanUnit(activation, start, memory)
              : new Elman(inputSize, start, memory, activation);
      case GRU -> new Gru(inputSize, start, memory);
      case LSTM -> new Lstm(inputSize, start, memory);
    };
  }

  /** Whether it is one Elman unit, whose five parameters are those of {@link ScalarParameter}. */
  public boolean isScalar() {
    return cell == CellType.ELMAN && hiddenSize == 1;
  }

  /** The lower bound of hidden states, -infinity if there is none. */
  public double leastState() {
    return cell.isGated() ? -1 : activation.least();
  }

  /** The upper bound of hidden states, infinity if there is none. */
  public double mostState() {
    return cell.isGated() ? 1 : activation.most();
  }

  /** Whether hidden states are bounded on both sides. */
  public boolean boundsStates() {
    return leastState() > Double.NEGATIVE_INFINITY && mostState() < Double.POSITIVE_INFINITY;
  }

  /** Whether it consists of rectified linear units, which have a kink at 0. */
  public boolean isRectified() {
    return !cell.isGated() && activation.form() == Activation.Form.RECTIFIED;
  }

  /** Whether a parameter is held at zero, given one number per input. */
  public boolean holdsAtZero(int index) {
    int first = cell.gateCount() * hiddenSize;
    return !memory && index >= first && index < first + first * hiddenSize;
  }

  /**
   * Zeroes the parameters that are held at zero, given one number per input.
   *
   * @param parameters flat parameters, shape [P]. Overwritten where held.
   */
  public void hold(double[] parameters) {
    for (int i = 0; i < parameters.length; i++) {
      if (holdsAtZero(i)) {
        parameters[i] = 0;
      }
    }
  }

  /** The same network with another cell. */
  public NetworkShape withCell(CellType chosen) {
    return new NetworkShape(chosen, hiddenSize, activation, memory);
  }

  /** The same network with another number of units. */
  public NetworkShape withHiddenSize(int size) {
    return new NetworkShape(cell, size, activation, memory);
  }

  /** The same network with another activation. */
  public NetworkShape withActivation(Activation chosen) {
    return new NetworkShape(cell, hiddenSize, chosen, memory);
  }

  /** The same network with or without memory. */
  public NetworkShape withMemory(boolean on) {
    return new NetworkShape(cell, hiddenSize, activation, on);
  }
}
