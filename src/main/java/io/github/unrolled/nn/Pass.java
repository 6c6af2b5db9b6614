package io.github.unrolled.nn;

/**
 * What one forward and one backward pass over a sequence compute, kept for the views. Its buffers
 * are allocated once for T steps and H hidden units and overwritten by every pass.
 */
public final class Pass {
  final double[] preActivations;
  final double[] hiddenStates;
  final double[] slopes;
  final double[] outputs;
  final double[] hiddenGradients;
  private final int steps;
  private final int hiddenSize;
  double loss;

  /**
   * Allocates the buffers.
   *
   * @param steps number of time steps T, at least 1
   * @param hiddenSize number of hidden units H, at least 1
   * @throws IllegalArgumentException if one of them is less than 1
   */
  Pass(int steps, int hiddenSize) {
    if (steps < 1 || hiddenSize < 1) {
      throw new IllegalArgumentException(
          "steps and hiddenSize: expected at least 1 each, got " + steps + " and " + hiddenSize);
    }
    this.steps = steps;
    this.hiddenSize = hiddenSize;
    preActivations = new double[steps * hiddenSize];
    hiddenStates = new double[steps * hiddenSize];
    slopes = new double[steps * hiddenSize];
    outputs = new double[steps];
    hiddenGradients = new double[steps * hiddenSize];
  }

  /** Number of time steps T. */
  public int steps() {
    return steps;
  }

  /** Number of hidden units H. */
  public int hiddenSize() {
    return hiddenSize;
  }

  /** Mean squared error of the last forward pass; not finite if it overflowed. */
  public double loss() {
    return loss;
  }

  /** Pre-activation a_t of a unit; {@code t} counts from 0. */
  public double preActivation(int t, int unit) {
    return preActivations[t * hiddenSize + unit];
  }

  /** Hidden state h_t of a unit; {@code t} counts from 0, and -1 is the zero state before it. */
  public double hiddenState(int t, int unit) {
    return t < 0 ? 0 : hiddenStates[t * hiddenSize + unit];
  }

  /** Slope f'(a_t) of a unit's activation; {@code t} counts from 0. */
  public double slope(int t, int unit) {
    return slopes[t * hiddenSize + unit];
  }

  /** Output y_t; {@code t} counts from 0. */
  public double output(int t) {
    return outputs[t];
  }

  /**
   * Gradient dL/dh_t that reached a unit's state in the last backward pass, from all steps >= t.
   */
  public double hiddenGradient(int t, int unit) {
    return hiddenGradients[t * hiddenSize + unit];
  }
}
