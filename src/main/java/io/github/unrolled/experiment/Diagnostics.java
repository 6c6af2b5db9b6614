package io.github.unrolled.experiment;

import io.github.unrolled.experiment.Diagnosis.Known;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.RandomSearch;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The work on one {@link Diagnosis}. It rests on what a cell can imitate. A tanh unit is a linear
 * unit as long as its state is small, which large output weights make up for, and GRU and LSTM
 * units are such units with their gates fully open or shut. Sigmoid and ReLU units are linear
 * around a state other than the zero state that they start from: beside them it takes one unit
 * more, which is the same at every step but the first, to shift them there.
 */
final class Diagnostics {
  /** Epochs before which nothing is said. */
  private static final double LEAST_EPOCHS = 200;

  /** Training rests if the last half of the work never gets below this part of the best before. */
  private static final double RESTING = 0.99;

  /** Of the variance of the targets, what counts as solved. */
  private static final double SOLVED = 1e-6;

  /** A loss that always counts as solved. */
  private static final double NOTHING = 1e-12;

  /**
   * Part of the loss, or of the variance of the targets, that must be due to the outputs' reach.
   */
  private static final double DUE_TO_REACH = 0.5;

  /** How much worse than another network it must be for the other to be better. */
  private static final double WORSE = 1.1;

  private final State state;
  private final Yardsticks yardsticks;
  private final NetworkShape shape;
  private final double loss;
  private Known known = Known.LINE;
  private double reached;

  Diagnostics(State state, Yardsticks yardsticks) {
    this.state = state;
    this.yardsticks = yardsticks;
    shape = state.experiment().shape();
    loss = state.snapshot().loss();
    reached = yardsticks.baselines().line();
  }

  @Nullable Diagnosis find() {
    if (!isStalled()) {
      return null;
    }
    Diagnosis scale = scale();
    if (scale != null) {
      return scale;
    }
    ExactSolution solution = ExactSolution.of(state.problem(), state.experiment().data());
    compareWithKnown(solution);
    if (loss > WORSE * reached) {
      return new Diagnosis.Optimization(loss, known, reached);
    }
    return solution == null || !lacksWhatItTakes(solution)
        ? new Diagnosis.Open(loss, known, reached)
        : new Diagnosis.Capacity(loss, known, reached, solution);
  }

  private boolean isStalled() {
    Snapshot snapshot = state.snapshot();
    double solved = Math.max(NOTHING, SOLVED * yardsticks.baselines().mean());
    return snapshot.method() == Method.BPTT
        && snapshot.epochs() >= LEAST_EPOCHS
        && loss > solved
        && Vectors.isFinite(loss)
        && rests(snapshot.bpttCurve());
  }

  /**
   * Whether the last half of the work brought next to nothing. It is the best loss that counts:
   * steps of a fixed size jump to and fro. The last point, which is that of this very moment, may
   * be of the one kind where all others are of the other.
   */
  private static boolean rests(Snapshot.Curve curve) {
    int last = curve.work().size() - 1;
    double half = curve.work().get(last) / 2;
    double before = Double.POSITIVE_INFINITY;
    double after = Double.POSITIVE_INFINITY;
    for (int i = 0; i < last; i++) {
      double loss = curve.loss().get(i);
      if (curve.work().get(i) <= half) {
        before = Math.min(before, loss);
      } else {
        after = Math.min(after, loss);
      }
    }
    return after > RESTING * before;
  }

  /**
   * Whether it is the outputs that cannot get to the targets, which no other state could change.
   */
  private @Nullable Diagnosis scale() {
    boolean elman = shape.cell() == CellType.ELMAN;
    boolean sigmoid = elman && shape.activation() == Activation.SIGMOID;
    if (elman && !sigmoid && shape.activation() != Activation.TANH) {
      return null;
    }
    Numbers parameters = state.snapshot().parameters();
    double low = 0;
    double high = 0;
    for (Parameter parameter : shape.newNetwork().parameters()) {
      for (int i = 0; i < parameter.size(); i++) {
        double value = parameters.get(parameter.offset() + i);
        if (parameter.name().equals("weight_out")) {
          low += sigmoid ? Math.min(0, value) : -Math.abs(value);
          high += sigmoid ? Math.max(0, value) : Math.abs(value);
        } else if (parameter.name().equals("bias_out")) {
          low += value;
          high += value;
        }
      }
    }
    double most = RandomSearch.RANGE * (shape.hiddenSize() + 1);
    Diagnosis ever = beyond(-most, most, true, yardsticks.baselines().mean());
    return ever != null ? ever : beyond(low, high, false, loss);
  }

  /** Whether outputs between two numbers leave, at best, half of what is to be explained. */
  private @Nullable Diagnosis beyond(double low, double high, boolean usual, double all) {
    double[] targets = yardsticks.targets();
    double sum = 0;
    double farthest = 0;
    double most = 0;
    for (double target : targets) {
      double distance = Math.max(0, Math.max(low - target, target - high));
      sum += distance * distance;
      if (distance > most) {
        most = distance;
        farthest = target;
      }
    }
    double bound = sum / targets.length;
    return bound >= DUE_TO_REACH * all
        ? new Diagnosis.Scale(loss, low, high, usual, farthest, bound)
        : null;
  }

  /** Finds the best network of this shape that is known. */
  private void compareWithKnown(@Nullable ExactSolution solution) {
    if (shape.memory()) {
      int units = linearUnits();
      if (units >= 1) {
        compare(Known.LINEAR_UNIT, yardsticks.linearUnit().loss());
      }
      if (solution != null && shape.hiddenSize() >= unitsFor(solution)) {
        compare(Known.EXACT_SOLUTION, 0);
      }
      if (units >= yardsticks.targets().length) {
        compare(Known.BY_HEART, 0);
      }
    }
    compare(Known.RANDOM_SEARCH, state.snapshot().bestLoss());
  }

  private void compare(Known other, double itsLoss) {
    if (itsLoss < reached) {
      known = other;
      reached = itsLoss;
    }
  }

  /** How many linear units a network of this shape can imitate. */
  private int linearUnits() {
    return shape.hiddenSize() - (needsShift() ? 1 : 0);
  }

  private boolean needsShift() {
    return shape.cell() == CellType.ELMAN
        && (shape.activation() == Activation.SIGMOID || shape.activation() == Activation.RELU);
  }

  /** How many units of this kind can do what a solution does. */
  private int unitsFor(ExactSolution solution) {
    int units = solution.shape().hiddenSize() + (needsShift() ? 1 : 0);
    if (solution.shape().activation() == Activation.LINEAR || shape.cell() != CellType.ELMAN) {
      return units;
    }
    // A tanh unit that is nearly always saturated: two ReLU units make its two bends.
    return switch (shape.activation()) {
      case TANH, SIGMOID -> units;
      case RELU -> solution.shape().hiddenSize() + units;
      case LINEAR -> Integer.MAX_VALUE;
    };
  }

  /** Whether a solution has units, or memory, that this network has not. */
  private boolean lacksWhatItTakes(ExactSolution solution) {
    return !shape.memory() || shape.hiddenSize() < unitsFor(solution);
  }
}
