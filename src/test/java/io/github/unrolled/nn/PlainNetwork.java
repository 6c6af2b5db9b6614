package io.github.unrolled.nn;

import io.github.unrolled.math.ActivationTest;
import io.github.unrolled.math.Numbers;

/**
 * The same networks again, as PyTorch's documentation writes them: one formula per line, for one
 * unit, with matrices as arrays of rows and Java's own functions. It shares only the names and
 * places of the parameters with the networks under test.
 *
 * <p>Source: the equations of {@code torch.nn.RNN}, {@code torch.nn.GRU} and {@code torch.nn.LSTM},
 * with all second biases zero except that of the GRU's candidate.
 */
final class PlainNetwork {
  private final NetworkShape shape;
  private final double[][] weightIh;
  private final double[][] weightHh;
  private final double[][] bias;
  private final double[][] biasHn;
  private final double[][] weightOut;
  private final double[][] biasOut;

  /** x_t, from t = 1 on. */
  private final double[][] x;

  /** h_t, from t = 0 on, which is the state before the first step. */
  final double[][] h;

  /** c_t likewise; zero but for an LSTM. */
  final double[][] c;

  /** y_t, from t = 1 on. */
  final double[] y;

  /**
   * Makes a network that has run no step.
   *
   * @param layout tells where the parameters are
   * @param parameters flat. Not modified.
   * @param inputs shape [T, I], flat. Not modified.
   * @param start h_0, shape [H]
   */
  PlainNetwork(
      NetworkShape shape, Network layout, double[] parameters, double[] inputs, Numbers start) {
    this.shape = shape;
    weightIh = named("weight_ih", layout, parameters);
    weightHh = named("weight_hh", layout, parameters);
    bias = named("bias", layout, parameters);
    biasHn = named("bias_hn", layout, parameters);
    weightOut = named("weight_out", layout, parameters);
    biasOut = named("bias_out", layout, parameters);
    int width = layout.inputSize();
    int steps = inputs.length / width;
    x = new double[steps + 1][width];
    for (int i = 0; i < inputs.length; i++) {
      x[1 + i / width][i % width] = inputs[i];
    }
    h = new double[steps + 1][shape.hiddenSize()];
    h[0] = start.toArray();
    c = new double[steps + 1][shape.hiddenSize()];
    y = new double[steps + 1];
  }

  private static double[][] named(String name, Network layout, double[] parameters) {
    for (Parameter parameter : layout.parameters()) {
      if (parameter.name().equals(name)) {
        double[][] matrix = new double[parameter.rows()][parameter.columns()];
        for (int i = 0; i < parameter.size(); i++) {
          matrix[i / parameter.columns()][i % parameter.columns()] =
              parameters[parameter.offset() + i];
        }
        return matrix;
      }
    }
    return new double[0][0];
  }

  /** Runs all steps. */
  PlainNetwork run() {
    return run(1, y.length - 1);
  }

  /** Runs the steps from one to another, both included, from the state before the first of them. */
  PlainNetwork run(int first, int last) {
    for (int t = first; t <= last; t++) {
      for (int unit = 0; unit < shape.hiddenSize(); unit++) {
        switch (shape.cell()) {
          case ELMAN -> elman(t, unit);
          case GRU -> gru(t, unit);
          case LSTM -> lstm(t, unit);
        }
      }
      y[t] = dot(weightOut[0], h[t]) + biasOut[0][0];
    }
    return this;
  }

  /** Changes the state after a step, and with it the output of that step. */
  void nudge(int t, int unit, double difference) {
    h[t][unit] += difference;
    y[t] = dot(weightOut[0], h[t]) + biasOut[0][0];
  }

  private void elman(int t, int unit) {
    double a = ofInput(t, 0, unit) + ofState(t, 0, unit);
    h[t][unit] = ActivationTest.formula(shape.activation(), a);
  }

  private void gru(int t, int unit) {
    double r = sigmoid(ofInput(t, 0, unit) + ofState(t, 0, unit));
    double z = sigmoid(ofInput(t, 1, unit) + ofState(t, 1, unit));
    double n = Math.tanh(ofInput(t, 2, unit) + r * (ofState(t, 2, unit) + biasHn[unit][0]));
    h[t][unit] = (1 - z) * n + z * before(h, t)[unit];
  }

  private void lstm(int t, int unit) {
    double i = sigmoid(ofInput(t, 0, unit) + ofState(t, 0, unit));
    double f = sigmoid(ofInput(t, 1, unit) + ofState(t, 1, unit));
    double g = Math.tanh(ofInput(t, 2, unit) + ofState(t, 2, unit));
    double o = sigmoid(ofInput(t, 3, unit) + ofState(t, 3, unit));
    c[t][unit] = f * before(c, t)[unit] + i * g;
    h[t][unit] = o * Math.tanh(c[t][unit]);
  }

  private double ofInput(int t, int gate, int unit) {
    int row = gate * shape.hiddenSize() + unit;
    return dot(weightIh[row], x[t]) + bias[row][0];
  }

  private double ofState(int t, int gate, int unit) {
    return dot(weightHh[gate * shape.hiddenSize() + unit], before(h, t));
  }

  private double[] before(double[][] states, int t) {
    return shape.memory() ? states[t - 1] : new double[shape.hiddenSize()];
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double sigmoid(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  /** Sum of the squared errors of some steps, both ends included, over T. */
  double loss(double[] targets, int first, int last, int trainSteps) {
    double sum = 0;
    for (int t = first; t <= Math.min(last, trainSteps); t++) {
      sum += (y[t] - targets[t - 1]) * (y[t] - targets[t - 1]);
    }
    return sum / trainSteps;
  }
}
