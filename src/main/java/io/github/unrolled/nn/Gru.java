package io.github.unrolled.nn;

import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Matrices;

/**
 * A layer of gated recurrent units, as PyTorch defines them.
 *
 * <pre>
 *   r_t = sigmoid(W_ir x_t + W_hr h_{t-1} + b_r)
 *   z_t = sigmoid(W_iz x_t + W_hz h_{t-1} + b_z)
 *   n_t = tanh(W_in x_t + b_n + r_t (W_hn h_{t-1} + b_hn))
 *   h_t = (1 - z_t) n_t + z_t h_{t-1}
 * </pre>
 *
 * <p>Source: Cho et al., Learning phrase representations using RNN encoder-decoder (2014), with the
 * reset gate after the product, as in PyTorch and cuDNN.
 */
final class Gru extends LayeredNetwork {
  /** Index of the update gate. */
  private static final int UPDATE = 1;

  Gru(int inputSize, double[] start, boolean memory) {
    super(CellType.GRU, inputSize, start, memory);
  }

  @Override
  void runStates(double[] parameters, double[] inputs, Pass pass, int from, int to) {
    final int size = hiddenSize;
    final double[] a = pass.preActivations;
    final double[] gates = pass.gates;
    final double[] memories = pass.candidateMemories;
    final double[] h = pass.hiddenStates;
    final int candidateWeights = weightHh + 2 * size * size;
    for (int t = from; t < to; t++) {
      startPreActivations(parameters, inputs, pass, t);
      final boolean remembers = remembers(pass, t);
      final double[] previousStates = t > 0 ? h : pass.start;
      int state = t * size;
      int before = t > 0 ? state - size : 0;
      int reset = t * rows;
      int update = reset + size;
      int candidate = update + size;
      for (int unit = 0; unit < size; unit++) {
        memories[state + unit] = parameters[biasHn + unit];
      }
      if (remembers) {
        Matrices.multiply(parameters, weightHh, 2 * size, size, previousStates, before, a, reset);
        Matrices.multiply(
            parameters, candidateWeights, size, size, previousStates, before, memories, state);
      }
      Elementary.sigmoid(a, gates, reset, candidate);
      for (int unit = 0; unit < size; unit++) {
        a[candidate + unit] += gates[reset + unit] * memories[state + unit];
      }
      Elementary.tanh(a, gates, candidate, candidate + size);
      for (int unit = 0; unit < size; unit++) {
        final double z = gates[update + unit];
        final double previous = remembers ? previousStates[before + unit] : 0;
        h[state + unit] = (1 - z) * gates[candidate + unit] + z * previous;
      }
    }
  }

  @Override
  void propagate(double[] parameters, Pass pass, int first, int last, int window) {
    final int size = hiddenSize;
    final double[] gates = pass.gates;
    final double[] memories = pass.candidateMemories;
    final double[] h = pass.hiddenStates;
    final double[] dh = pass.hiddenGradients;
    final double[] da = pass.gateGradients;
    final double[] recurrent = pass.recurrentGradients;
    for (int t = last; t >= first; t--) {
      final boolean remembers = remembers(pass, t);
      final boolean reachesBack = reachesBack(t, window);
      final double[] previousStates = t > 0 ? h : pass.start;
      int state = t * size;
      int before = t > 0 ? state - size : 0;
      int reset = t * rows;
      int update = reset + size;
      int candidate = update + size;
      for (int unit = 0; unit < size; unit++) {
        final double r = gates[reset + unit];
        final double z = gates[update + unit];
        final double n = gates[candidate + unit];
        final double previous = remembers ? previousStates[before + unit] : 0;
        final double d = dh[state + unit];
        final double dn = d * (1 - z) * (1 - n * n);
        final double dr = dn * memories[state + unit] * r * (1 - r);
        final double dz = d * (previous - n) * z * (1 - z);
        da[reset + unit] = dr;
        da[update + unit] = dz;
        da[candidate + unit] = dn;
        recurrent[reset + unit] = dr;
        recurrent[update + unit] = dz;
        recurrent[candidate + unit] = dn * r;
        if (reachesBack) {
          dh[before + unit] += d * z;
        }
      }
      if (reachesBack) {
        Matrices.multiplyTransposed(parameters, weightHh, rows, size, recurrent, reset, dh, before);
      }
    }
  }

  @Override
  double carriedOver(Pass pass, int t, int unit) {
    return pass.gate(t, UPDATE, unit);
  }

  @Override
  void addFurtherGradients(Pass pass, double[] gradient) {
    final int size = hiddenSize;
    for (int t = 0; t < pass.trainSteps(); t++) {
      int candidate = t * rows + 2 * size;
      for (int unit = 0; unit < size; unit++) {
        gradient[biasHn + unit] += pass.recurrentGradients[candidate + unit];
      }
    }
  }
}
