package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;
import io.github.unrolled.nn.NetworkShape;

/**
 * The start of a run.
 *
 * @param source source of the start parameters
 * @param seed seed of everything random, 0 to {@link #MAX_SEED}
 * @param parameters start parameters, shape [P]: those of the source unless set by hand
 */
public record Start(StartWeights source, int seed, Numbers parameters) {

  /** Largest seed. */
  public static final int MAX_SEED = 999_999_999;

  /** Largest absolute value of a parameter set by hand. */
  public static final double MAX_PARAMETER = 1e6;

  /**
   * Checks the seed.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Start {
    Require.range("seed", seed, 0, MAX_SEED);
  }

  /** The start of a network from a source and a seed. */
  public static Start of(StartWeights source, int seed, NetworkShape shape) {
    return new Start(source, seed, source.of(shape, seed));
  }

  /** Whether a number can be a seed. */
  public static boolean isSeed(double value) {
    return value >= 0 && value <= MAX_SEED && value == (int) value;
  }

  /** Whether a number can be a parameter set by hand. */
  public static boolean isParameter(double value) {
    return Math.abs(value) <= MAX_PARAMETER;
  }
}
