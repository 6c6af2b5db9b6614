package io.github.unrolled.optim;

import java.util.Arrays;

/**
 * Gradient descent with momentum: {@code v = 0.9 v + gradient; w -= learningRate * v}.
 *
 * <p>Source: Polyak, Some methods of speeding up the convergence of iteration methods (1964), in
 * PyTorch's form, where the first step is a plain one.
 */
final class Momentum implements Optimizer {
  private static final double DECAY = 0.9;

  private final double[] velocity;

  Momentum(int parameterCount) {
    velocity = new double[parameterCount];
  }

  @Override
  public void step(double[] parameters, double[] gradient, double learningRate) {
    for (int i = 0; i < parameters.length; i++) {
      final double v = DECAY * velocity[i] + gradient[i];
      velocity[i] = v;
      parameters[i] -= learningRate * v;
    }
  }

  @Override
  public double[] memory() {
    return velocity;
  }

  @Override
  public void forget() {
    Arrays.fill(velocity, 0);
  }
}
