package io.github.unrolled.experiment;

import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Snapshot;

/**
 * What is left of an earlier run on the same problem, to compare with.
 *
 * @param slot its number, 1 to {@link #MOST}, for as long as it is kept
 * @param origin how it came to be one
 * @param experiment its settings at the end
 * @param curve its loss over work, not empty
 * @param name given by hand, or empty
 */
public record Ghost(
    int slot, Origin origin, Experiment experiment, Snapshot.Curve curve, String name) {
  /** Most that are kept at once. */
  public static final int MOST = 4;

  /** Longest name, in characters. */
  public static final int MAX_NAME = 40;

  /** How a run became a ghost. */
  public enum Origin {
    /** It was asked for. */
    KEPT,
    /** Training went on from an earlier epoch of it. */
    BRANCHED,
    /** Memory was switched. */
    MEMORY_SWITCHED
  }

  /** Epochs of BPTT that it took. */
  public double epochs() {
    return curve.work().get(curve.work().size() - 1) / Bptt.WORK_PER_EPOCH;
  }

  /** The loss that it came to. */
  public double finalLoss() {
    return curve.loss().get(curve.loss().size() - 1);
  }

  /** Whether the same network with, or without, memory is now tried in another experiment. */
  boolean isOtherMemoryOf(Experiment now) {
    boolean memory = experiment.shape().memory();
    return now.shape().equals(experiment.shape().withMemory(!memory))
        && now.start().seed() == experiment.start().seed();
  }
}
