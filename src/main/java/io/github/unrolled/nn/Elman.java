package io.github.unrolled.nn;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Matrices;

/**
 * A layer of Elman units.
 *
 * <pre>
 *   a_t = W_ih x_t + W_hh h_{t-1} + b
 *   h_t = f(a_t)
 * </pre>
 *
 * <p>Source: Elman, Finding structure in time, Cognitive Science 14 (1990).
 */
final class Elman extends LayeredNetwork {
  private final Activation activation;

  Elman(int inputSize, double[] start, boolean memory, Activation activation) {
    super(CellType.ELMAN, inputSize, start, memory);
    this.activation = activation;
  }

  @Override
  void runStates(double[] parameters, double[] inputs, Pass pass, int from, int to) {
    final int size = hiddenSize;
    final double[] a = pass.preActivations;
    final double[] h = pass.hiddenStates;
    for (int t = from; t < to; t++) {
      startPreActivations(parameters, inputs, pass, t);
      int i = t * size;
      if (t > 0 && memory) {
        Matrices.multiply(parameters, weightHh, size, size, h, i - size, a, i);
      } else if (remembers(pass, t)) {
        Matrices.multiply(parameters, weightHh, size, size, pass.start, 0, a, i);
      }
      activation.apply(a, h, pass.slopes, i, i + size);
    }
  }

  @Override
  void propagate(double[] parameters, Pass pass, int first, int last, int window) {
    final int size = hiddenSize;
    final double[] da = pass.gateGradients;
    final double[] dh = pass.hiddenGradients;
    final double[] slopes = pass.slopes;
    for (int t = last; t >= first; t--) {
      int from = t * size;
      for (int i = from; i < from + size; i++) {
        da[i] = dh[i] * slopes[i];
      }
      if (reachesBack(t, window)) {
        Matrices.multiplyTransposed(parameters, weightHh, size, size, da, from, dh, from - size);
      }
    }
  }
}
