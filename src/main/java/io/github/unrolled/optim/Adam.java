package io.github.unrolled.optim;

import java.util.Arrays;

/**
 * Adam: momentum and a recent size for each component, both corrected for starting at zero.
 *
 * <pre>
 *   m = 0.9 m + 0.1 g                s = 0.999 s + 0.001 g^2
 *   w -= learningRate / (1 - 0.9^n) * m / (sqrt(s) / sqrt(1 - 0.999^n) + 1e-8)
 * </pre>
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization (2015), algorithm 1, in
 * PyTorch's order of operations.
 */
final class Adam implements Optimizer {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  /**
   * The means and the mean squares, shape [P] each, and the weight that their zero start still has
   * in either: decay^n after n steps.
   */
  private final double[] memory;

  Adam(int parameterCount) {
    memory = new double[2 * parameterCount + 2];
    forget();
  }

  @Override
  public void step(double[] parameters, double[] gradient, double learningRate) {
    final double[] known = memory;
    final int count = parameters.length;
    final double meanRest = known[2 * count] * MEAN_DECAY;
    final double squareRest = known[2 * count + 1] * SQUARE_DECAY;
    known[2 * count] = meanRest;
    known[2 * count + 1] = squareRest;
    final double size = learningRate / (1 - meanRest);
    final double correction = Math.sqrt(1 - squareRest);
    for (int i = 0; i < count; i++) {
      final double g = gradient[i];
      final double m = MEAN_DECAY * known[i] + (1 - MEAN_DECAY) * g;
      final double s = SQUARE_DECAY * known[count + i] + (1 - SQUARE_DECAY) * g * g;
      known[i] = m;
      known[count + i] = s;
      parameters[i] -= size * m / (Math.sqrt(s) / correction + EPSILON);
    }
  }

  @Override
  public double[] memory() {
    return memory;
  }

  @Override
  public void forget() {
    Arrays.fill(memory, 0);
    memory[memory.length - 2] = 1;
    memory[memory.length - 1] = 1;
  }
}
