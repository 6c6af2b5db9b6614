package io.github.unrolled.page;

import java.util.Arrays;

/**
 * The scalar network again, written from its formulas alone, to check the page's numbers. Its
 * parameters are the input, hidden and output weight, the hidden and the output bias.
 */
final class Model {
  /** An activation f. */
  enum Activation {
    TANH("tanh"),
    RELU("ReLU"),
    SIGMOID("sigmoid"),
    LINEAR("linear");

    final String label;

    Activation(String label) {
      this.label = label;
    }

    double value(double a) {
      return switch (this) {
        case TANH -> StrictMath.tanh(a);
        case RELU -> Math.max(0, a);
        case SIGMOID -> 1 / (1 + StrictMath.exp(-a));
        case LINEAR -> a;
      };
    }

    /** f' as a function of h = f(a). */
    double slope(double h) {
      return switch (this) {
        case TANH -> 1 - h * h;
        case RELU -> h > 0 ? 1 : 0;
        case SIGMOID -> h * (1 - h);
        case LINEAR -> 1;
      };
    }
  }

  /** A change of the gradient before the update. */
  interface Clip {
    /** Cuts each component to [-5, 5]. */
    Clip USUAL = elementWise(5);

    /** Changes nothing. */
    Clip OFF = gradient -> gradient;

    double[] apply(double[] gradient);

    static Clip elementWise(double limit) {
      return gradient ->
          Arrays.stream(gradient).map(g -> Math.max(-limit, Math.min(limit, g))).toArray();
    }

    static Clip globalNorm(double limit) {
      return gradient -> {
        double scale = Math.min(1, limit / norm(gradient));
        return Arrays.stream(gradient).map(g -> g * scale).toArray();
      };
    }
  }

  private static final double[] START = {1, 0.5, 1, 0, 0};

  private final double[] sequence;
  private final Activation activation;

  /** The parameters; tests may change them. */
  double[] w = START.clone();

  double learningRate = 0.01;
  Clip clip = Clip.USUAL;

  /** The results of the last forward pass: h_0 to h_T, y_1 to y_T, and the loss. */
  private final double[] h;

  private final double[] y;
  private double loss;

  /**
   * Makes a network with its start weights.
   *
   * @param sequence T + 1 values as the network sees them
   */
  Model(double[] sequence, Activation activation) {
    this.sequence = sequence.clone();
    this.activation = activation;
    h = new double[sequence.length];
    y = new double[sequence.length - 1];
  }

  /** The first values of a sequence in its own units. */
  static double[] sequence(String name, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (name) {
            case "Fibonacci" -> i < 2 ? 1 : values[i - 1] + values[i - 2];
            case "Linear" -> i + 1;
            case "Alternating" -> i % 2 == 0 ? 1 : -1;
            case "Exponential" -> StrictMath.pow(2, i);
            case "Sine" -> StrictMath.sin(2 * Math.PI * i / 8);
            default -> throw new IllegalArgumentException("name: unknown: " + name);
          };
    }
    return values;
  }

  /** Values mapped to [-1, 1] from their smallest and largest. */
  static double[] normalized(double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    return Arrays.stream(values).map(v -> 2 * (v - low) / (high - low) - 1).toArray();
  }

  /** The mean squared error with the present parameters. */
  double loss() {
    int steps = y.length;
    loss = 0;
    for (int t = 1; t <= steps; t++) {
      h[t] = activation.value(w[0] * sequence[t - 1] + w[1] * h[t - 1] + w[3]);
      y[t - 1] = w[2] * h[t] + w[4];
      loss += error(t) * error(t) / steps;
    }
    return loss;
  }

  /** y_t - x_(t+1) of the last pass. */
  double error(int t) {
    return y[t - 1] - sequence[t];
  }

  /** y_t of the last pass. */
  double output(int t) {
    return y[t - 1];
  }

  /** dL/dw, after a new forward pass. */
  double[] gradient() {
    loss();
    double[] gradient = new double[w.length];
    double fromLater = 0;
    for (int t = y.length; t >= 1; t--) {
      double atOutput = 2 * error(t) / y.length;
      double atSum = (atOutput * w[2] + fromLater) * activation.slope(h[t]);
      gradient[0] += atSum * sequence[t - 1];
      gradient[1] += atSum * h[t - 1];
      gradient[2] += atOutput * h[t];
      gradient[3] += atSum;
      gradient[4] += atOutput;
      fromLater = atSum * w[1];
    }
    return gradient;
  }

  double gradientNorm() {
    return norm(gradient());
  }

  /** Does one epoch: computes the gradient, clips it and steps against it. */
  void train() {
    double[] step = clip.apply(gradient());
    for (int i = 0; i < w.length; i++) {
      w[i] -= learningRate * step[i];
    }
  }

  private static double norm(double[] gradient) {
    return StrictMath.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
  }
}
