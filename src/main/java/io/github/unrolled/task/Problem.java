package io.github.unrolled.task;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;

/**
 * A task made concrete: T inputs with T expected outputs, each in the network's units and in the
 * sequence's own. Steps count from 0.
 */
public final class Problem {
  private final Numbers rawInputs;
  private final Numbers rawTargets;
  private final Units units;
  private final Numbers inputs;
  private final Numbers targets;
  private final boolean predictsInput;
  private final Numbers continuation;
  private final int trainSteps;

  private Problem(
      Numbers rawInputs,
      Numbers rawTargets,
      Units units,
      boolean predictsInput,
      Numbers rawContinuation) {
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
    this.predictsInput = predictsInput;
    trainSteps = rawInputs.size();
    continuation = toNetwork(rawContinuation, units);
    inputs = toNetwork(rawInputs, units);
    targets = toNetwork(rawTargets, units);
  }

  private Problem(Problem other, int trainSteps) {
    Require.range("trainSteps", trainSteps, 1, other.steps());
    rawInputs = other.rawInputs;
    rawTargets = other.rawTargets;
    units = other.units;
    inputs = other.inputs;
    targets = other.targets;
    predictsInput = other.predictsInput;
    continuation = other.continuation;
    this.trainSteps = trainSteps;
  }

  /**
   * The problem of predicting each next value of a sequence; all steps train.
   *
   * @param values T + 1 finite numbers in their own units, T at least 1
   */
  public static Problem nextValue(Numbers values, Scaling scaling) {
    return nextValue(values, Numbers.of(), scaling);
  }

  /**
   * The problem of predicting each next value of a sequence; all steps train.
   *
   * @param values T + 1 finite numbers in their own units, T at least 1
   * @param continuation how the sequence goes on after them, as far as that is known
   */
  public static Problem nextValue(Numbers values, Numbers continuation, Scaling scaling) {
    return new Problem(
        values.slice(0, values.size() - 1),
        values.slice(1, values.size()),
        scaling.fit(values),
        true,
        continuation);
  }

  /**
   * The problem of answering each input; all steps train, and the network sees the numbers as they
   * are.
   *
   * @param inputs T finite numbers, T at least 1
   * @param targets as many finite numbers
   * @throws IllegalArgumentException if there are none, or their counts differ
   */
  public static Problem answer(Numbers inputs, Numbers targets) {
    return new Problem(inputs, targets, Units.RAW, false, Numbers.of());
  }

  /**
   * The same problem, but only the first {@code count} steps train; the others test.
   *
   * @throws IllegalArgumentException unless {@code count} is 1 to T
   */
  public Problem withTrainSteps(int count) {
    return new Problem(this, count);
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

  /** The map from the sequence's own units to the network's. */
  public Units units() {
    return units;
  }

  /** Whether each target is the next input, so that the network can run on its own output. */
  public boolean predictsInput() {
    return predictsInput;
  }

  /**
   * The values after the last target, in the network's units, as far as they are known: a rule
   * gives T more, a list of numbers none.
   */
  public Numbers continuation() {
    return continuation;
  }

  /** The expected outputs and what follows them, shape [2T]; NaN where that is unknown. */
  public double[] expectedBeyond() {
    double[] expected = new double[2 * steps()];
    for (int t = 0; t < expected.length; t++) {
      int past = t - steps();
      expected[t] =
          past < 0
              ? targets.get(t)
              : past < continuation.size() ? continuation.get(past) : Double.NaN;
    }
    return expected;
  }

  /** Number of steps, from the first on, that train; the others only test. */
  public int trainSteps() {
    return trainSteps;
  }
}
