package io.github.unrolled.experiment;

import io.github.unrolled.experiment.Diagnosis.Known;
import io.github.unrolled.experiment.Diagnosis.Rest;
import io.github.unrolled.experiment.Diagnosis.Wait;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.RandomSearch;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The search for one {@link Diagnosis}. It relies on what a cell can imitate. A tanh unit acts as a
 * linear unit while its state is small, which large output weights compensate, and GRU and LSTM
 * units act as such units with their gates fully open or shut. Sigmoid and ReLU units are linear
 * around a state other than the zero state they start from: they need one more unit, equal at every
 * step but the first, to shift them there.
 */
final class Diagnostics {
  /** Training has stalled if this last part of the work ... */
  private static final double LAST = 1 / 3.0;

  /** ... stays above this part of the earlier best loss. */
  private static final double RESTING = 0.99;

  /** Part of the variance of the targets below which the task counts as solved. */
  private static final double SOLVED = 1e-6;

  /** Loss that always counts as solved. */
  private static final double NOTHING = 1e-12;

  /** Least part of the loss, or of the variance of the targets, due to the outputs' reach. */
  private static final double DUE_TO_REACH = 0.5;

  /** Ratio of losses above which the other network counts as better. */
  private static final double WORSE = 1.1;

  /**
   * The same ratio where neither solves the task: over half of the loss is due to poor training.
   */
  private static final double MUCH_WORSE = 2;

  /**
   * Part of the loss that a gradient step should remove: if training stalls all the same, the steps
   * are too long. A hundred such steps would remove the whole loss.
   */
  private static final double SHOULD_DROP = 0.01;

  private final State state;
  private final Yardsticks yardsticks;
  private final NetworkShape shape;
  private final double loss;
  private Known known = Known.LINE;
  private double reached;

  /** Least loss before the last part of the work. */
  private double before = Double.POSITIVE_INFINITY;

  /** Mean loss in the last part. */
  private double mean;

  private Rest rest;

  Diagnostics(State state, Yardsticks yardsticks) {
    this.state = state;
    this.yardsticks = yardsticks;
    shape = state.experiment().shape();
    loss = state.snapshot().loss();
    rest = new Rest(loss, loss, loss);
    reached = yardsticks.baselines().line();
  }

  @Nullable Diagnosis find() {
    if (findWait() != null) {
      return null;
    }
    if (neverFires()) {
      return new Diagnosis.Dead(rest);
    }
    Diagnosis scale = scale(true);
    if (scale != null) {
      return scale;
    }
    ExactSolution solution = ExactSolution.of(state.problem(), state.experiment().data());
    boolean lacks = solution != null && lacksWhatItTakes(solution);
    compareWithKnown(solution);
    Diagnosis.Overshoot overshoot =
        new Diagnosis.Overshoot(rest, before, state.snapshot().gradientNorm());
    boolean overshoots = overshoot.jumps() || gradientShouldLowerTheLoss();
    // A network near its limits rattles too, and shorter steps would gain next to nothing.
    if (overshoots && !(lacks && mean <= MUCH_WORSE * Math.min(before, reached))) {
      return overshoot;
    }
    scale = overshoots ? null : scale(false);
    if (scale != null) {
      return scale;
    }
    if (loss > (lacks ? MUCH_WORSE : WORSE) * reached) {
      return new Diagnosis.Optimization(rest, known, reached);
    }
    return solution == null || !lacks
        ? new Diagnosis.Open(rest, known, reached)
        : new Diagnosis.Capacity(rest, known, reached, solution, unitsFor(solution));
  }

  /** Finds what the exact solution has and the network lacks; null for nothing. */
  Diagnosis.@Nullable Capacity lack() {
    ExactSolution solution = ExactSolution.of(state.problem(), state.experiment().data());
    return solution == null || !lacksWhatItTakes(solution)
        ? null
        : new Diagnosis.Capacity(rest, known, reached, solution, unitsFor(solution));
  }

  /** Finds a reason not to diagnose; null if training has stalled. */
  @Nullable Wait findWait() {
    Snapshot snapshot = state.snapshot();
    double solved = Math.max(NOTHING, SOLVED * yardsticks.baselines().mean());
    if (snapshot.method() != Method.BPTT || state.showsPast()) {
      return Wait.ANOTHER_NETWORK;
    }
    if (!Vectors.isFinite(loss)) {
      return Wait.OVERFLOW;
    }
    if (loss <= solved) {
      return Wait.SOLVED;
    }
    if (snapshot.epochs() - state.run().undisturbedSince() < Diagnosis.LEAST_EPOCHS) {
      return Wait.TOO_EARLY;
    }
    return rests(snapshot.bpttCurve()) ? null : Wait.GAINING;
  }

  /**
   * Whether the last part of the work gained next to nothing. Only the best loss counts: steps of a
   * fixed size jump to and fro. The last point is left out: it is the present one, and may be low
   * where all others are high, or high where they are low.
   */
  private boolean rests(Snapshot.Curve curve) {
    int last = curve.work().size() - 1;
    double start = state.run().undisturbedSince() * Bptt.WORK_PER_EPOCH;
    double end = curve.work().get(last);
    double lastPart = end - LAST * (end - start);
    double least = Double.POSITIVE_INFINITY;
    double most = loss;
    int count = 0;
    for (int i = 0; i < last; i++) {
      double work = curve.work().get(i);
      double low = curve.least().get(i);
      double high = curve.most().get(i);
      if (work > lastPart) {
        least = Math.min(least, low);
        most = Math.max(most, high);
        count++;
        mean += ((low + high) / 2 - mean) / count;
      } else if (work >= start) {
        before = Math.min(before, low);
      }
    }
    rest = new Rest(loss, Math.min(least, loss), most);
    return least > RESTING * before;
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

  /** Whether a step along the gradient should lower the loss much. */
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
   * Diagnoses outputs that cannot reach the targets, which no other state could change.
   *
   * @param usual true for any output weights and bias in the usual range, false for the present
   *     ones
   */
  private @Nullable Diagnosis scale(boolean usual) {
    if (!shape.boundsStates()) {
      return null;
    }
    double least = shape.leastState();
    double greatest = shape.mostState();
    Pass pass = state.snapshot().pass();
    for (int unit = 0; unit < pass.hiddenSize() && shape.cell() == CellType.GRU; unit++) {
      // A GRU mixes its start state into every later one.
      least = Math.min(least, pass.hiddenState(-1, unit));
      greatest = Math.max(greatest, pass.hiddenState(-1, unit));
    }
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

  /** Diagnoses outputs whose bounds leave at least {@link #DUE_TO_REACH} of {@code all}. */
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
        ? new Diagnosis.Scale(rest, low, high, usual, farthest, bound, weight)
        : null;
  }

  /** Finds the best known network of this shape. */
  private void compareWithKnown(@Nullable ExactSolution solution) {
    // They start from zero, and another start state may be out of their reach.
    if (shape.memory() && state.snapshot().pass().startsAtZero()) {
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

  /** Number of linear units that a network of this shape can imitate. */
  private int linearUnits() {
    return shape.hiddenSize() - (needsShift() ? 1 : 0);
  }

  private boolean needsShift() {
    return !shape.cell().isGated() && !shape.activation().isLinearAroundZero();
  }

  /** Number of units of this kind that can imitate a solution. */
  private int unitsFor(ExactSolution solution) {
    int units = solution.shape().hiddenSize() + (needsShift() ? 1 : 0);
    Activation.Form wanted = solution.shape().activation().form();
    if (wanted == Activation.Form.STRAIGHT || shape.cell().isGated()) {
      return units;
    }
    // A nearly always saturated tanh unit: two ReLU units make its two bends.
    return switch (shape.activation().form()) {
      case SQUASHED -> units;
      case RECTIFIED -> solution.shape().hiddenSize() + units;
      case STRAIGHT -> Integer.MAX_VALUE;
    };
  }

  /** Whether a solution has units or memory that this network lacks. */
  private boolean lacksWhatItTakes(ExactSolution solution) {
    return !shape.memory() || shape.hiddenSize() < unitsFor(solution);
  }
}
