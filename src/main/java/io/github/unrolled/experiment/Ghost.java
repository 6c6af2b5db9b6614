package io.github.unrolled.experiment;

import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Snapshot;

/**
 * The record of an earlier run on the same problem, for comparison.
 *
 * @param slot number of the ghost, 1 to {@link #MOST}, for as long as it is kept
 * @param origin how the run became a ghost
 * @param experiment settings of the run at its end
 * @param curve loss of the run over work, not empty
 * @param name name given by hand, or empty
 */
public record Ghost(
    int slot, Origin origin, Experiment experiment, Snapshot.Curve curve, String name) {
  /** Most ghosts kept at once. */
  public static final int MOST = 4;

  /** Longest name, in characters. */
  public static final int MAX_NAME = 40;

  /** How a run became a ghost. */
  public enum Origin {
    /** It was kept on request. */
    KEPT,
    /** Training branched off from an earlier epoch of it. */
    BRANCHED,
    /** Memory was switched. */
    MEMORY_SWITCHED
  }

  /** Number of BPTT epochs in the run. */
  public double epochs() {
    return curve.work().get(curve.work().size() - 1) / Bptt.WORK_PER_EPOCH;
  }

  /** Final loss of the run. */
  public double finalLoss() {
    return curve.loss().get(curve.loss().size() - 1);
  }

  /** Whether another experiment now tries the same network with memory switched the other way. */
  boolean isOtherMemoryOf(Experiment now) {
    boolean memory = experiment.shape().memory();
    return now.shape().equals(experiment.shape().withMemory(!memory))
        && now.start().seed() == experiment.start().seed()
        && now.start().state().equals(experiment.start().state());
  }
}
