package io.github.unrolled.ui.instruments.sum;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.SumOverTime;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/** The contribution of each step to the gradient of one parameter, and their sum. */
final class SumParts {
  private final NetworkShape shape;
  private final int index;
  private final int trainSteps;
  private final boolean finite;
  private final double gradient;
  private final double[] parts;
  private final double[] arriving;
  private final double[] factors;
  private final double[] sums;
  private double positive;
  private double negative;

  private SumParts(
      NetworkShape shape, int index, int steps, int trainSteps, boolean finite, double gradient) {
    this.shape = shape;
    this.index = index;
    this.trainSteps = trainSteps;
    this.finite = finite;
    this.gradient = gradient;
    parts = new double[steps];
    arriving = new double[steps];
    factors = new double[steps];
    sums = new double[steps];
  }

  /** Parts of no step at all. */
  static SumParts none() {
    return new SumParts(Experiment.initial().shape(), 0, 0, 0, true, 0);
  }

  /** Splits the gradient of a parameter into parts; after an overflow every part is 0. */
  static SumParts of(State state, int index) {
    NetworkShape shape = state.experiment().shape();
    Pass pass = state.snapshot().pass();
    SumParts made =
        new SumParts(
            shape,
            index,
            state.problem().steps(),
            state.problem().trainSteps(),
            state.snapshot().overflow() == null,
            state.snapshot().gradient().get(index));
    SumOverTime overTime = new SumOverTime(shape);
    double sum = 0;
    for (int t = 0; t < made.steps() && made.finite; t++) {
      made.arriving[t] = overTime.arriving(pass, state.problem().targets(), index, t);
      made.factors[t] = overTime.factor(pass, state.problem().inputs(), index, t);
      double part = made.arriving[t] * made.factors[t];
      made.parts[t] = part;
      sum += part;
      made.sums[t] = sum;
      made.positive += Math.max(0, part);
      made.negative += Math.min(0, part);
    }
    return made;
  }

  NetworkShape shape() {
    return shape;
  }

  /** Index of the parameter in the flat array. */
  int index() {
    return index;
  }

  /** Number of steps T. */
  int steps() {
    return parts.length;
  }

  /** Number of training steps; the steps after them contribute nothing. */
  int trainSteps() {
    return trainSteps;
  }

  /** Whether there is a gradient: no number of the pass overflowed. */
  boolean isFinite() {
    return finite;
  }

  /** The gradient from backpropagation. */
  double gradient() {
    return gradient;
  }

  /** Contribution of a step; t counts from 0, here and below. */
  double part(int t) {
    return parts[t];
  }

  /** The gradient that reaches the sum in which a step uses the parameter. */
  double arriving(int t) {
    return arriving[t];
  }

  /** Factor that a step multiplies the parameter by. */
  double factor(int t) {
    return factors[t];
  }

  /** Sum of the contributions up to a step. */
  double sumUpTo(int t) {
    return sums[t];
  }

  /** Sum of the positive parts. */
  double positive() {
    return positive;
  }

  /** Sum of the negative parts: 0 or less. */
  double negative() {
    return negative;
  }

  /** The step whose part is largest in magnitude; the first if several are. */
  int largest() {
    int most = 0;
    for (int t = 0; t < parts.length; t++) {
      most = Math.abs(parts[t]) > Math.abs(parts[most]) ? t : most;
    }
    return most;
  }

  /** Whether no step contributes anything. */
  boolean areAllZero() {
    return positive == 0 && negative == 0;
  }
}
