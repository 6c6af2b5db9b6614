package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import org.jspecify.annotations.Nullable;

/**
 * An earlier moment of an experiment, to return to.
 *
 * @param experiment the settings
 * @param epochs number of BPTT epochs done
 * @param weights parameters of the trained network, shape [P]
 * @param run the run itself, which may have continued since; null if it was dropped
 * @param disturbance number of the latest new run or manual change of weights
 * @param undisturbedSince epoch since which settings and weights were left alone
 * @param surroundings the surroundings, if the next change was to change them; else null
 */
record Moment(
    Experiment experiment,
    double epochs,
    Numbers weights,
    @Nullable Run run,
    int disturbance,
    double undisturbedSince,
    @Nullable Surroundings surroundings) {

  /** Returns the moment without its run, which takes the most memory. */
  Moment withoutRun() {
    return run == null
        ? this
        : new Moment(
            experiment, epochs, weights, null, disturbance, undisturbedSince, surroundings);
  }

  /** Returns the moment with its surroundings. */
  Moment with(@Nullable Surroundings seen) {
    return new Moment(experiment, epochs, weights, run, disturbance, undisturbedSince, seen);
  }

  /** The run, if it is still where it was. */
  @Nullable Run untouched() {
    return run != null && run.epochs() == epochs && run.parameters(Method.BPTT).equals(weights)
        ? run
        : null;
  }

  /**
   * Whether the user changed the experiment in between; moving the cursor and further training do
   * not count.
   */
  boolean differsFrom(Moment other) {
    return disturbance != other.disturbance || !experiment.isSameButCursor(other.experiment);
  }
}
