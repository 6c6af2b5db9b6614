package io.github.unrolled.nn;

import io.github.unrolled.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A layer of H recurrent units with a linear output; the subclass defines the units.
 *
 * <pre>
 *   y_t = W_out h_t + b_out
 * </pre>
 *
 * <p>The gradient is that of Goodfellow, Bengio and Courville, Deep Learning (2016), section
 * 10.2.2, for a linear output.
 */
abstract class LayeredNetwork implements Network {
  /** A window that cuts nothing. */
  private static final int UNCUT = Integer.MAX_VALUE;

  final CellType cell;
  final int inputSize;
  final int hiddenSize;

  /** Number of rows of the gates' matrices, G * H. */
  final int rows;

  /** Whether the state is handed on from step to step. */
  final boolean memory;

  final int weightIh;
  final int weightHh;
  final int bias;

  /** Offset of a GRU's b_hn, which no other cell has. */
  final int biasHn;

  /** h_0, the state before the first step, shape [H]. */
  private final double[] start;

  private final int weightOut;
  private final int biasOut;
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * Lays out the parameters.
   *
   * @param inputSize numbers I per input, at least 1
   * @param start h_0, the state before the first step, shape [H] for H hidden units, at least 1;
   *     all zero without memory. Kept, not modified.
   * @param memory whether the state is handed on; if not, each step starts from zero and the
   *     gradient of W_hh is 0
   */
  LayeredNetwork(CellType cell, int inputSize, double[] start, boolean memory) {
    int hiddenSize = start.length;
    if (inputSize < 1 || hiddenSize < 1) {
      throw new IllegalArgumentException(
          "inputSize and hiddenSize: expected at least 1 each, got "
              + inputSize
              + " and "
              + hiddenSize);
    }
    this.cell = cell;
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.start = start;
    this.memory = memory;
    rows = cell.gateCount() * hiddenSize;
    weightIh = add("weight_ih", 0, rows, inputSize);
    weightHh = add("weight_hh", end(), rows, hiddenSize);
    bias = add("bias", end(), rows, 1);
    biasHn = cell == CellType.GRU ? add("bias_hn", end(), hiddenSize, 1) : -1;
    weightOut = add("weight_out", end(), 1, hiddenSize);
    biasOut = add("bias_out", end(), 1, 1);
  }

  private int add(String name, int offset, int parameterRows, int columns) {
    parameters.add(new Parameter(name, offset, parameterRows, columns));
    return offset;
  }

  private int end() {
    Parameter last = parameters.get(parameters.size() - 1);
    return last.offset() + last.size();
  }

  @Override
  public final List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public final int inputSize() {
    return inputSize;
  }

  @Override
  public final Pass newPass(int steps, int trainSteps) {
    return new Pass(steps, trainSteps, start, cell);
  }

  @Override
  public final double forward(double[] parameters, double[] inputs, double[] targets, Pass pass) {
    runStates(parameters, inputs, pass, 0, pass.steps());
    readOutputs(parameters, pass, 0, pass.steps());
    pass.loss = meanSquaredError(targets, pass) + overflow(pass);
    return pass.loss;
  }

  @Override
  public final void step(double[] parameters, double[] inputs, Pass pass, int t) {
    runStates(parameters, inputs, pass, t, t + 1);
    readOutputs(parameters, pass, t, t + 1);
  }

  private void readOutputs(double[] parameters, Pass pass, int from, int to) {
    final double[] h = pass.hiddenStates;
    final int size = hiddenSize;
    for (int t = from; t < to; t++) {
      double sum = parameters[biasOut];
      int i = t * size;
      for (int unit = 0; unit < size; unit++) {
        sum += parameters[weightOut + unit] * h[i + unit];
      }
      pass.outputs[t] = sum;
    }
  }

  private static double meanSquaredError(double[] targets, Pass pass) {
    final double[] y = pass.outputs;
    double sum = 0;
    for (int t = 0; t < pass.trainSteps(); t++) {
      final double error = y[t] - targets[t];
      sum += error * error;
    }
    return sum / pass.trainSteps();
  }

  /** 0, or NaN if a bounded activation hides an overflow of its argument. */
  private double overflow(Pass pass) {
    final double[] a = pass.preActivations;
    final int count = pass.trainSteps() * rows;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[i] * 0;
    }
    return sum;
  }

  @Override
  public final void backward(
      double[] parameters,
      double[] inputs,
      double[] targets,
      Pass pass,
      int window,
      double[] gradient) {
    final int steps = pass.trainSteps();
    final int size = hiddenSize;
    final double[] dy = pass.outputGradients;
    final double[] dh = pass.hiddenGradients;
    final double scale = 2.0 / steps;
    Arrays.fill(gradient, 0);
    for (int t = 0; t < steps; t++) {
      final double outputGradient = scale * (pass.outputs[t] - targets[t]);
      dy[t] = outputGradient;
      gradient[biasOut] += outputGradient;
      int i = t * size;
      for (int unit = 0; unit < size; unit++) {
        dh[i + unit] = outputGradient * parameters[weightOut + unit];
      }
    }
    Matrices.addOuterProducts(dy, 0, 1, pass.hiddenStates, 0, size, steps, gradient, weightOut);
    fillCellGradients(pass, steps - 1, 0);
    propagate(parameters, pass, 0, steps - 1, window);
    Matrices.addOuterProducts(
        pass.gateGradients, 0, rows, inputs, 0, inputSize, steps, gradient, weightIh);
    if (memory) {
      Matrices.addOuterProducts(
          pass.recurrentGradients,
          rows,
          rows,
          pass.hiddenStates,
          0,
          size,
          steps - 1,
          gradient,
          weightHh);
    }
    if (remembers(pass, 0)) {
      Matrices.addOuterProducts(
          pass.recurrentGradients, 0, rows, pass.start, 0, size, 1, gradient, weightHh);
    }
    Matrices.addAll(pass.gateGradients, 0, rows, steps, gradient, bias);
    addFurtherGradients(pass, gradient);
  }

  @Override
  public final void backwardFrom(
      double[] parameters, double[] targets, Pass pass, int first, int last) {
    final int size = hiddenSize;
    final double[] dh = pass.hiddenGradients;
    final double scale = 2.0 / pass.trainSteps();
    final double outputGradient = scale * (pass.outputs[last] - targets[last]);
    Arrays.fill(dh, first * size, last * size, 0);
    for (int unit = 0; unit < size; unit++) {
      dh[last * size + unit] = outputGradient * parameters[weightOut + unit];
    }
    fillCellGradients(pass, last, 0);
    propagate(parameters, pass, first + 1, last, UNCUT);
  }

  @Override
  public final void jacobian(double[] parameters, Pass pass, int t, double[] jacobian) {
    final int size = hiddenSize;
    final int width = cell.stateSize(size);
    Arrays.fill(jacobian, 0);
    for (int half = 0; half < width && memory; half += size) {
      // The gates of a unit get their gradient from its own state only: one pass gives all factors.
      Arrays.fill(pass.hiddenGradients, (t - 1) * size, t * size, 0);
      Arrays.fill(pass.hiddenGradients, t * size, (t + 1) * size, half == 0 ? 1 : 0);
      fillCellGradients(pass, t, half == 0 ? 0 : 1);
      propagate(parameters, pass, t, t, UNCUT);
      for (int row = 0; row < rows; row++) {
        final int unit = row % size;
        final double factor = pass.recurrentGradients[t * rows + row];
        for (int column = 0; column < size; column++) {
          jacobian[(half + unit) * width + column] +=
              factor * parameters[weightHh + row * size + column];
        }
      }
      for (int unit = 0; unit < size; unit++) {
        int from = (half + unit) * width;
        jacobian[from + unit] += carriedOver(pass, t, unit);
        if (width > size) {
          jacobian[from + size + unit] = pass.cellGradients[(t - 1) * size + unit];
        }
      }
    }
  }

  /** Sets the gradient that a step's cell state, if there is one, gets from later steps. */
  private void fillCellGradients(Pass pass, int t, double value) {
    if (cell.hasCellState()) {
      Arrays.fill(pass.cellGradients, t * hiddenSize, (t + 1) * hiddenSize, value);
    }
  }

  /** The factor by which a unit's state before step {@code t} goes straight into its new state. */
  double carriedOver(Pass pass, int t, int unit) {
    return 0;
  }

  /**
   * Computes the states from one step up to, but not including, another.
   *
   * @param pass holds the state of the step before {@code from}. States and everything computed on
   *     the way to them are overwritten.
   */
  abstract void runStates(double[] parameters, double[] inputs, Pass pass, int from, int to);

  /**
   * Carries gradients back through time.
   *
   * @param pass holds the hidden gradients from the output of each step alone, and the cell
   *     gradients that the last step gets from later ones. Both are completed, back to the state
   *     before the first step; gate and recurrent gradients are overwritten.
   * @param first the step where it ends, from 0
   * @param last the step where it begins
   * @param window number of steps after which the gradient is cut, at least 1
   */
  abstract void propagate(double[] parameters, Pass pass, int first, int last, int window);

  /**
   * Adds the gradients of parameters that only this cell has.
   *
   * @param gradient shape [P]. Accumulated into.
   */
  void addFurtherGradients(Pass pass, double[] gradient) {}

  /** Whether a step gets anything from the state before it. */
  final boolean remembers(Pass pass, int t) {
    return memory && (t > 0 || !pass.startsAtZero());
  }

  /** Whether the gradient of a step goes back to the step before. */
  final boolean reachesBack(int t, int window) {
    return memory && t > 0 && t % window != 0;
  }

  /** a_t = b + W_ih x_t, the part of the pre-activations that needs no state. */
  final void startPreActivations(double[] parameters, double[] inputs, Pass pass, int t) {
    final double[] a = pass.preActivations;
    final int width = inputSize;
    int to = t * rows;
    if (width == 1) {
      final double x = inputs[t];
      for (int row = 0; row < rows; row++) {
        a[to + row] = parameters[weightIh + row] * x + parameters[bias + row];
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      a[to + row] = parameters[bias + row];
    }
    Matrices.multiply(parameters, weightIh, rows, width, inputs, t * width, a, to);
  }
}
