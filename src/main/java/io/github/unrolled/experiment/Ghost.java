package io.github.unrolled.experiment;

import io.github.unrolled.train.Snapshot;

/**
 * What is left of an earlier run on the loss chart.
 *
 * @param memory whether its network had memory
 * @param curve its loss over work
 */
public record Ghost(boolean memory, Snapshot.Curve curve) {
  /** What it was, for people. */
  public String name() {
    return memory ? "BPTT with memory" : "BPTT without memory";
  }
}
