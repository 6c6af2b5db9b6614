package io.github.unrolled.optim;

import java.util.Arrays;

/**
 * Adam: momentum and a recent size for each component, both corrected for their start at zero.
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

  private final double[] mean;
  private final double[] meanSquare;

  /** What is left of the zeros that the means started with: decay^n after n steps. */
  private double meanRest = 1;

  private double squareRest = 1;

  Adam(int parameterCount) {
    mean = new double[parameterCount];
    meanSquare = new double[parameterCount];
  }

  @Override
  public void step(double[] parameters, double[] gradient, double learningRate) {
    meanRest *= MEAN_DECAY;
    squareRest *= SQUARE_DECAY;
    final double size = learningRate / (1 - meanRest);
    final double correction = Math.sqrt(1 - squareRest);
    for (int i = 0; i < parameters.length; i++) {
      final double g = gradient[i];
      final double m = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * g;
      final double s = SQUARE_DECAY * meanSquare[i] + (1 - SQUARE_DECAY) * g * g;
      mean[i] = m;
      meanSquare[i] = s;
      parameters[i] -= size * m / (Math.sqrt(s) / correction + EPSILON);
    }
  }

  @Override
  public void forget() {
    Arrays.fill(mean, 0);
    Arrays.fill(meanSquare, 0);
    meanRest = 1;
    squareRest = 1;
  }
}
