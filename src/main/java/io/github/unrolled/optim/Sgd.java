package io.github.unrolled.optim;

/**
 * Plain gradient descent: {@code w -= learningRate * gradient}.
 *
 * <p>Source: Goodfellow, Bengio and Courville, Deep Learning (2016), algorithm 8.1, with the one
 * sequence as its only batch.
 */
public final class Sgd implements Optimizer {
  private static final double[] NOTHING = {};

  @Override
  public void step(double[] parameters, double[] gradient, double learningRate) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= learningRate * gradient[i];
    }
  }

  @Override
  public double[] memory() {
    return NOTHING;
  }

  @Override
  public void forget() {}
}
