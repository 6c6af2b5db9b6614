package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import org.jspecify.annotations.Nullable;

/**
 * An experiment at a moment, to be gone back to.
 *
 * @param experiment the settings
 * @param epochs epochs of BPTT done
 * @param weights parameters of the trained network, shape [P]
 * @param run the run itself, which may have gone on since; null if it was let go
 * @param disturbance number of the last time that a run was begun, or its weights were set
 * @param undisturbedSince epoch from which on settings and weights were left alone
 * @param look what there was to be seen, if the next change was to bring something else; else null
 */
record Moment(
    Experiment experiment,
    double epochs,
    Numbers weights,
    @Nullable Run run,
    int disturbance,
    double undisturbedSince,
    @Nullable Look look) {

  /** The same without its run, which is the most of what it holds. */
  Moment withoutRun() {
    return run == null
        ? this
        : new Moment(experiment, epochs, weights, null, disturbance, undisturbedSince, look);
  }

  /** The same with what was there to be seen. */
  Moment with(@Nullable Look seen) {
    return new Moment(experiment, epochs, weights, run, disturbance, undisturbedSince, seen);
  }

  /** Its run, if that is still where it was. */
  @Nullable Run untouched() {
    return run != null && run.epochs() == epochs && run.parameters(Method.BPTT).equals(weights)
        ? run
        : null;
  }

  /**
   * Whether somebody has changed the experiment in between; where the cursor stands and how far
   * training went on by itself does not count.
   */
  boolean differsFrom(Moment other) {
    return disturbance != other.disturbance || !experiment.isSameButCursor(other.experiment);
  }
}
