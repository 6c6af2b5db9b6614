package io.github.unrolled.nn;

import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Matrices;

/**
 * A layer of long short-term memory units, as PyTorch defines them.
 *
 * <pre>
 *   i_t = sigmoid(W_ii x_t + W_hi h_{t-1} + b_i)
 *   f_t = sigmoid(W_if x_t + W_hf h_{t-1} + b_f)
 *   g_t = tanh(W_ig x_t + W_hg h_{t-1} + b_g)
 *   o_t = sigmoid(W_io x_t + W_ho h_{t-1} + b_o)
 *   c_t = f_t c_{t-1} + i_t g_t
 *   h_t = o_t tanh(c_t)
 * </pre>
 *
 * <p>The cell state before the first step, c_0, is zero.
 *
 * <p>Source: Hochreiter and Schmidhuber, Long short-term memory (1997), with the forget gate of
 * Gers, Schmidhuber and Cummins, Learning to forget (2000).
 */
final class Lstm extends LayeredNetwork {

  Lstm(int inputSize, double[] start, boolean memory) {
    super(CellType.LSTM, inputSize, start, memory);
  }

  @Override
  void runStates(double[] parameters, double[] inputs, Pass pass, int from, int to) {
    final int size = hiddenSize;
    final double[] a = pass.preActivations;
    final double[] gates = pass.gates;
    final double[] c = pass.cellStates;
    final double[] squashed = pass.squashedCellStates;
    final double[] h = pass.hiddenStates;
    for (int t = from; t < to; t++) {
      startPreActivations(parameters, inputs, pass, t);
      final boolean hasCellBefore = memory && t > 0;
      int state = t * size;
      int before = state - size;
      int input = t * rows;
      int forget = input + size;
      int candidate = forget + size;
      int output = candidate + size;
      if (hasCellBefore) {
        Matrices.multiply(parameters, weightHh, rows, size, h, before, a, input);
      } else if (remembers(pass, t)) {
        Matrices.multiply(parameters, weightHh, rows, size, pass.start, 0, a, input);
      }
      Elementary.sigmoid(a, gates, input, candidate);
      Elementary.tanh(a, gates, candidate, output);
      Elementary.sigmoid(a, gates, output, output + size);
      for (int unit = 0; unit < size; unit++) {
        final double added = gates[input + unit] * gates[candidate + unit];
        c[state + unit] = hasCellBefore ? gates[forget + unit] * c[before + unit] + added : added;
      }
      Elementary.tanh(c, squashed, state, state + size);
      for (int unit = 0; unit < size; unit++) {
        h[state + unit] = gates[output + unit] * squashed[state + unit];
      }
    }
  }

  @Override
  void propagate(double[] parameters, Pass pass, int first, int last, int window) {
    final int size = hiddenSize;
    final double[] gates = pass.gates;
    final double[] c = pass.cellStates;
    final double[] squashed = pass.squashedCellStates;
    final double[] dh = pass.hiddenGradients;
    final double[] dc = pass.cellGradients;
    final double[] da = pass.gateGradients;
    for (int t = last; t >= first; t--) {
      final boolean hasCellBefore = memory && t > 0;
      final boolean reachesBack = reachesBack(t, window);
      int state = t * size;
      int before = state - size;
      int input = t * rows;
      int forget = input + size;
      int candidate = forget + size;
      int output = candidate + size;
      for (int unit = 0; unit < size; unit++) {
        final double i = gates[input + unit];
        final double f = gates[forget + unit];
        final double g = gates[candidate + unit];
        final double o = gates[output + unit];
        final double s = squashed[state + unit];
        final double d = dh[state + unit];
        final double dCell = d * o * (1 - s * s) + dc[state + unit];
        dc[state + unit] = dCell;
        da[input + unit] = dCell * g * i * (1 - i);
        da[forget + unit] = hasCellBefore ? dCell * c[before + unit] * f * (1 - f) : 0;
        da[candidate + unit] = dCell * i * (1 - g * g);
        da[output + unit] = d * s * o * (1 - o);
        if (t > 0) {
          dc[before + unit] = reachesBack ? dCell * f : 0;
        }
      }
      if (reachesBack) {
        Matrices.multiplyTransposed(parameters, weightHh, rows, size, da, input, dh, before);
      }
    }
  }
}
