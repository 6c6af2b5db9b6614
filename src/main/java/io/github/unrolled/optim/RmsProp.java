package io.github.unrolled.optim;

import java.util.Arrays;

/**
 * Gradient descent with each component divided by its recent size: {@code s = 0.99 s + 0.01
 * gradient^2; w -= learningRate * gradient / (sqrt(s) + 1e-8)}.
 *
 * <p>Source: Hinton, Neural networks for machine learning, lecture 6e (2012), in PyTorch's form.
 */
final class RmsProp implements Optimizer {
  private static final double DECAY = 0.99;
  private static final double EPSILON = 1e-8;

  private final double[] meanSquare;

  RmsProp(int parameterCount) {
    meanSquare = new double[parameterCount];
  }

  @Override
  public void step(double[] parameters, double[] gradient, double learningRate) {
    for (int i = 0; i < parameters.length; i++) {
      final double g = gradient[i];
      final double s = DECAY * meanSquare[i] + (1 - DECAY) * g * g;
      meanSquare[i] = s;
      parameters[i] -= learningRate * g / (Math.sqrt(s) + EPSILON);
    }
  }

  @Override
  public double[] memory() {
    return meanSquare;
  }

  @Override
  public void forget() {
    Arrays.fill(meanSquare, 0);
  }
}
