package io.github.unrolled.experiment;

/**
 * The work that goes on from frame to frame.
 *
 * @param training whether BPTT runs
 * @param searching whether random search runs
 * @param replaying whether BPTT returns to the epoch it had reached before its start was moved
 */
public record Activity(boolean training, boolean searching, boolean replaying) {

  /** Whether anything goes on. */
  public boolean isAny() {
    return training || searching || replaying;
  }
}
