package io.github.unrolled.experiment;

import io.github.unrolled.experiment.Diagnosis.Known;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.train.Bptt;
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

  /** The same where neither solves the task: less than half of the loss is for want of training. */
  private static final double MUCH_WORSE = 2;

  /**
   * Part of the loss that a step should take off it by the gradient, and yet training rests: then
   * the steps are too long. In a hundred of them it would be gone.
   */
  private static final double SHOULD_DROP = 0.01;

  private final State state;
  private final Yardsticks yardsticks;
  private final NetworkShape shape;
  private final double loss;
  private Known known = Known.LINE;
  private double reached;

  /** Least loss of the first half of the work; least, most and mean of the last half. */
  private double before = Double.POSITIVE_INFINITY;

  private double after = Double.POSITIVE_INFINITY;
  private double worst;
  private double mean;

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
    if (neverFires()) {
      return new Diagnosis.Dead(loss);
    }
    Diagnosis scale = scale(true);
    if (scale != null) {
      return scale;
    }
    ExactSolution solution = ExactSolution.of(state.problem(), state.experiment().data());
    boolean lacks = solution != null && lacksWhatItTakes(solution);
    compareWithKnown(solution);
    Diagnosis.Overshoot overshoot =
        new Diagnosis.Overshoot(loss, before, worst, state.snapshot().gradientNorm());
    boolean overshoots = overshoot.jumps() || gradientShouldLowerTheLoss();
    // Near its limits a network rattles too, and shorter steps would win next to nothing.
    if (overshoots && !(lacks && mean <= MUCH_WORSE * Math.min(before, reached))) {
      return overshoot;
    }
    scale = overshoots ? null : scale(false);
    if (scale != null) {
      return scale;
    }
    if (loss > (lacks ? MUCH_WORSE : WORSE) * reached) {
      return new Diagnosis.Optimization(loss, known, reached);
    }
    return solution == null || !lacks
        ? new Diagnosis.Open(loss, known, reached)
        : new Diagnosis.Capacity(loss, known, reached, solution, unitsFor(solution));
  }

  private boolean isStalled() {
    Snapshot snapshot = state.snapshot();
    double solved = Math.max(NOTHING, SOLVED * yardsticks.baselines().mean());
    return snapshot.method() == Method.BPTT
        && !state.showsPast()
        && snapshot.epochs() - state.run().undisturbedSince() >= LEAST_EPOCHS
        && loss > solved
        && Vectors.isFinite(loss)
        && rests(snapshot.bpttCurve());
  }

  /**
   * Whether the last half of the work brought next to nothing. It is the best loss that counts:
   * steps of a fixed size jump to and fro. The last point, which is that of this very moment, may
   * be of the one kind where all others are of the other.
   */
  private boolean rests(Snapshot.Curve curve) {
    int last = curve.work().size() - 1;
    double start = state.run().undisturbedSince() * Bptt.WORK_PER_EPOCH;
    double half = (start + curve.work().get(last)) / 2;
    worst = loss;
    int count = 0;
    for (int i = 0; i < last; i++) {
      double work = curve.work().get(i);
      double then = curve.loss().get(i);
      if (work > half) {
        after = Math.min(after, then);
        worst = Math.max(worst, then);
        count++;
        mean += (then - mean) / count;
      } else if (work >= start) {
        before = Math.min(before, then);
      }
    }
    return after > RESTING * before;
  }

  private boolean neverFires() {
    if (!shape.isRectified()) {
      return false;
    }
    Pass pass = state.snapshot().pass();
    for (int t = 0; t < pass.trainSteps(); t++) {
      for (int unit = 0; unit < pass.hiddenSize(); unit++) {
        if (pass.hiddenState(t, unit) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a step takes much off the loss by the gradient, if it is along that. */
  private boolean gradientShouldLowerTheLoss() {
    Training training = state.experiment().training();
    if (!training.optimizer().followsGradient()) {
      return false;
    }
    Numbers gradient = state.snapshot().gradient();
    double[] clipped = gradient.toArray();
    training.clipping().clip(clipped);
    double drop = 0;
    for (int i = 0; i < clipped.length; i++) {
      drop += training.learningRate() * clipped[i] * gradient.get(i);
    }
    return drop > SHOULD_DROP * loss;
  }

  /**
   * Whether it is the outputs that cannot get to the targets, which no other state could change.
   *
   * @param usual whether with any output weights and bias of the usual range, or with the present
   */
  private @Nullable Diagnosis scale(boolean usual) {
    if (!shape.boundsStates()) {
      return null;
    }
    double least = shape.leastState();
    double greatest = shape.mostState();
    Numbers parameters = state.snapshot().parameters();
    double low = 0;
    double high = 0;
    double weight = 0;
    for (Parameter parameter : shape.newNetwork().parameters()) {
      for (int i = 0; i < parameter.size(); i++) {
        double value = parameters.get(parameter.offset() + i);
        if (parameter.name().equals("weight_out")) {
          low += Math.min(least * value, greatest * value);
          high += Math.max(least * value, greatest * value);
          weight = Math.abs(value) > Math.abs(weight) ? value : weight;
        } else if (parameter.name().equals("bias_out")) {
          low += value;
          high += value;
        }
      }
    }
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double most = RandomSearch.RANGE * (shape.hiddenSize() * size + 1);
    return usual
        ? beyond(-most, most, true, yardsticks.baselines().mean(), weight)
        : beyond(low, high, false, loss, weight);
  }

  /** Whether outputs between two numbers leave, at best, half of what is to be explained. */
  private @Nullable Diagnosis beyond(
      double low, double high, boolean usual, double all, double weight) {
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
        ? new Diagnosis.Scale(loss, low, high, usual, farthest, bound, weight)
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
    return !shape.cell().isGated() && !shape.activation().isLinearAroundZero();
  }

  /** How many units of this kind can do what a solution does. */
  private int unitsFor(ExactSolution solution) {
    int units = solution.shape().hiddenSize() + (needsShift() ? 1 : 0);
    Activation.Form wanted = solution.shape().activation().form();
    if (wanted == Activation.Form.STRAIGHT || shape.cell().isGated()) {
      return units;
    }
    // A tanh unit that is nearly always saturated: two ReLU units make its two bends.
    return switch (shape.activation().form()) {
      case SQUASHED -> units;
      case RECTIFIED -> solution.shape().hiddenSize() + units;
      case STRAIGHT -> Integer.MAX_VALUE;
    };
  }

  /** Whether a solution has units, or memory, that this network has not. */
  private boolean lacksWhatItTakes(ExactSolution solution) {
    return !shape.memory() || shape.hiddenSize() < unitsFor(solution);
  }
}
