package io.github.unrolled.nn;

import io.github.unrolled.math.Activation;
import java.util.List;

/**
 * The simplest recurrent network: an Elman cell with one hidden unit and one input, so it has just
 * five parameters.
 *
 * <pre>
 *   a_t = W_ih x_t + W_hh h_{t-1} + b_h
 *   h_t = f(a_t)
 *   y_t = W_out h_t + b_out
 * </pre>
 *
 * <p>Source: Elman, Finding structure in time, Cognitive Science 14 (1990); the gradient is
 * Goodfellow, Bengio and Courville, Deep Learning (2016), section 10.2.2, for a linear output.
 */
public final class ElmanUnit implements Network {
  /** Index of W_ih, the input weight, in the flat parameter array. */
  public static final int INPUT_WEIGHT = 0;

  /** Index of W_hh, the hidden weight. */
  public static final int HIDDEN_WEIGHT = 1;

  /** Index of b_h, the hidden bias. */
  public static final int HIDDEN_BIAS = 2;

  /** Index of W_out, the output weight. */
  public static final int OUTPUT_WEIGHT = 3;

  /** Index of b_out, the output bias. */
  public static final int OUTPUT_BIAS = 4;

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("weight_ih", INPUT_WEIGHT, 1, 1),
          new Parameter("weight_hh", HIDDEN_WEIGHT, 1, 1),
          new Parameter("bias", HIDDEN_BIAS, 1, 1),
          new Parameter("weight_out", OUTPUT_WEIGHT, 1, 1),
          new Parameter("bias_out", OUTPUT_BIAS, 1, 1));

  private final Activation activation;
  private final boolean memory;

  /** h_0, the state before the first step, shape [1]. */
  private final double[] start;

  /**
   * Makes the unit.
   *
   * @param activation f
   * @param start h_0, the state before the first step, shape [1]; zero without memory. Kept, not
   *     modified.
   * @param memory whether W_hh has a gradient; if not, the caller holds it at zero
   */
  ElmanUnit(Activation activation, double[] start, boolean memory) {
    this.activation = activation;
    this.start = start;
    this.memory = memory;
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public int inputSize() {
    return 1;
  }

  @Override
  public Pass newPass(int steps, int trainSteps) {
    return new Pass(steps, trainSteps, start, CellType.ELMAN);
  }

  @Override
  public double forward(double[] parameters, double[] inputs, double[] targets, Pass pass) {
    final double outputWeight = parameters[OUTPUT_WEIGHT];
    final double outputBias = parameters[OUTPUT_BIAS];
    final double[] a = pass.preActivations;
    final double[] h = pass.hiddenStates;
    final double[] y = pass.outputs;
    final int steps = pass.steps();
    final int trainSteps = pass.trainSteps();
    // The parameters start with the three numbers that this call takes, in its order.
    int overflow = activation.runThroughTime(parameters, pass.start[0], inputs, a, h, pass.slopes);
    double sum = 0;
    for (int t = 0; t < trainSteps; t++) {
      final double output = outputWeight * h[t] + outputBias;
      y[t] = output;
      final double error = output - targets[t];
      sum += error * error;
    }
    for (int t = trainSteps; t < steps; t++) {
      y[t] = outputWeight * h[t] + outputBias;
    }
    final double loss = overflow < trainSteps ? Double.NaN : sum / trainSteps;
    pass.loss = loss;
    return loss;
  }

  @Override
  public void step(double[] parameters, double[] inputs, Pass pass, int t) {
    double previous = t == 0 ? pass.start[0] : pass.hiddenStates[t - 1];
    double a =
        parameters[INPUT_WEIGHT] * inputs[t]
            + parameters[HIDDEN_BIAS]
            + parameters[HIDDEN_WEIGHT] * previous;
    pass.preActivations[t] = a;
    activation.apply(pass.preActivations, pass.hiddenStates, pass.slopes, t, t + 1);
    pass.outputs[t] = parameters[OUTPUT_WEIGHT] * pass.hiddenStates[t] + parameters[OUTPUT_BIAS];
  }

  @Override
  public void backward(
      double[] parameters,
      double[] inputs,
      double[] targets,
      Pass pass,
      int window,
      double[] gradient) {
    final double hiddenWeight = parameters[HIDDEN_WEIGHT];
    final double outputWeight = parameters[OUTPUT_WEIGHT];
    final double[] h = pass.hiddenStates;
    final double[] slopes = pass.slopes;
    final double[] y = pass.outputs;
    final double[] hiddenGradients = pass.hiddenGradients;
    final int steps = pass.trainSteps();
    final double scale = 2.0 / steps;
    double inputWeightGradient = 0;
    double hiddenWeightGradient = 0;
    double hiddenBiasGradient = 0;
    double outputWeightGradient = 0;
    double outputBiasGradient = 0;
    double fromLater = 0;
    int cut = (steps - 1) / window * window;
    for (int t = steps - 1; t >= 0; t--) {
      final double outputGradient = scale * (y[t] - targets[t]);
      outputWeightGradient += outputGradient * h[t];
      outputBiasGradient += outputGradient;
      final double hiddenGradient = outputGradient * outputWeight + fromLater;
      hiddenGradients[t] = hiddenGradient;
      final double preActivationGradient = hiddenGradient * slopes[t];
      inputWeightGradient += preActivationGradient * inputs[t];
      if (t > 0) {
        hiddenWeightGradient += preActivationGradient * h[t - 1];
      } else if (!pass.startsAtZero()) {
        hiddenWeightGradient += preActivationGradient * pass.start[0];
      }
      hiddenBiasGradient += preActivationGradient;
      if (t == cut) {
        // The first step of a window: earlier steps get no gradient from it or later ones.
        fromLater = 0;
        cut -= window;
      } else {
        fromLater = preActivationGradient * hiddenWeight;
      }
    }
    gradient[INPUT_WEIGHT] = inputWeightGradient;
    gradient[HIDDEN_WEIGHT] = memory ? hiddenWeightGradient : 0;
    gradient[HIDDEN_BIAS] = hiddenBiasGradient;
    gradient[OUTPUT_WEIGHT] = outputWeightGradient;
    gradient[OUTPUT_BIAS] = outputBiasGradient;
  }

  @Override
  public void backwardFrom(double[] parameters, double[] targets, Pass pass, int first, int last) {
    final double hiddenWeight = parameters[HIDDEN_WEIGHT];
    final double scale = 2.0 / pass.trainSteps();
    double hiddenGradient =
        scale * (pass.outputs[last] - targets[last]) * parameters[OUTPUT_WEIGHT];
    for (int t = last; t > first; t--) {
      pass.hiddenGradients[t] = hiddenGradient;
      hiddenGradient = hiddenGradient * pass.slopes[t] * hiddenWeight;
    }
    pass.hiddenGradients[first] = hiddenGradient;
  }

  @Override
  public void jacobian(double[] parameters, Pass pass, int t, double[] jacobian) {
    jacobian[0] = parameters[HIDDEN_WEIGHT] * pass.slopes[t];
  }
}
