package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;
import io.github.unrolled.nn.NetworkShape;

/**
 * The start of a run and of each of its passes.
 *
 * @param source source of the start parameters
 * @param seed seed of everything random, 0 to {@link #MAX_SEED}
 * @param parameters start parameters, shape [P]: those of the source unless set by hand
 * @param state start state h_0 of each pass, shape [H], 0 unless set by hand; never trained, and
 *     ignored without memory
 */
public record Start(StartWeights source, int seed, Numbers parameters, Numbers state) {

  /** Largest seed. */
  public static final int MAX_SEED = 999_999_999;

  /** Largest absolute value of a parameter or a start state set by hand. */
  public static final double MAX_PARAMETER = 1e6;

  /**
   * Checks the seed.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Start {
    Require.range("seed", seed, 0, MAX_SEED);
  }

  /** The start of a network from a source and a seed, and from the zero state. */
  public static Start of(StartWeights source, int seed, NetworkShape shape) {
    return new Start(source, seed, source.of(shape, seed), shape.zeroState());
  }

  /** Returns the start with the parameters of another source or seed. */
  Start drawnFrom(StartWeights nextSource, int nextSeed, NetworkShape shape) {
    return new Start(nextSource, nextSeed, nextSource.of(shape, nextSeed), state);
  }

  /** Returns the start with another seed, but the same parameters. */
  Start withSeed(int next) {
    return new Start(source, next, parameters, state);
  }

  /** Returns the start with other parameters of the same network. */
  Start withParameters(Numbers next) {
    return new Start(source, seed, next, state);
  }

  /** Returns the start with another start state. */
  Start withState(Numbers next) {
    return new Start(source, seed, parameters, next);
  }

  /** Whether the parameters are others than those of the source. */
  public boolean isSetByHand(NetworkShape shape) {
    return !parameters.equals(source.of(shape, seed));
  }

  /** Whether a number can be a seed. */
  public static boolean isSeed(double value) {
    return value >= 0 && value <= MAX_SEED && value == (int) value;
  }

  /** Whether a number can be a parameter, or a unit's start state, set by hand. */
  public static boolean isParameter(double value) {
    return Math.abs(value) <= MAX_PARAMETER;
  }
}
