package io.github.unrolled.task;

import io.github.unrolled.math.Numbers;

/**
 * A task made concrete: T inputs with T expected outputs, each in the network's units and in its
 * own. Steps count from 0.
 */
public final class Problem {
  private final Numbers rawInputs;
  private final Numbers rawTargets;
  private final Units units;
  private final Numbers inputs;
  private final Numbers targets;

  /**
   * Makes a problem of samples in their own units.
   *
   * @param rawInputs T finite numbers, T at least 1
   * @param rawTargets as many
   * @param units how the network sees both
   * @throws IllegalArgumentException if there are none, or not as many of one as of the other
   */
  public Problem(Numbers rawInputs, Numbers rawTargets, Units units) {
    if (rawInputs.size() < 1 || rawInputs.size() != rawTargets.size()) {
      throw new IllegalArgumentException(
          "samples: expected as many targets as inputs and at least one, got "
              + rawTargets.size()
              + " and "
              + rawInputs.size());
    }
    this.rawInputs = rawInputs;
    this.rawTargets = rawTargets;
    this.units = units;
    inputs = toNetwork(rawInputs, units);
    targets = toNetwork(rawTargets, units);
  }

  /**
   * The problem of predicting each next value of a sequence.
   *
   * @param values T + 1 finite numbers in their own units, T at least 1
   */
  public static Problem nextValue(Numbers values, Scaling scaling) {
    return new Problem(
        values.slice(0, values.size() - 1), values.slice(1, values.size()), scaling.fit(values));
  }

  private static Numbers toNetwork(Numbers raw, Units units) {
    double[] values = raw.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = units.toNetwork(values[i]);
    }
    return Numbers.of(values);
  }

  /** Number of time steps T. */
  public int steps() {
    return inputs.size();
  }

  /** The inputs x_t in the network's units, shape [T]. */
  public Numbers inputs() {
    return inputs;
  }

  /** The expected outputs in the network's units, shape [T]. */
  public Numbers targets() {
    return targets;
  }

  /** The inputs in their own units, shape [T]. */
  public Numbers rawInputs() {
    return rawInputs;
  }

  /** The expected outputs in their own units, shape [T]. */
  public Numbers rawTargets() {
    return rawTargets;
  }

  /** How the network's units come from the sequence's own. */
  public Units units() {
    return units;
  }
}
