package io.github.unrolled.experiment;

import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/** The network on display: the present one of a method, or a checkpoint of BPTT. */
final class Shown {
  private Method method = Method.BPTT;
  private int checkpoint = -1;
  private @Nullable Snapshot known;

  /** Index of the displayed checkpoint, or -1 for the present. */
  int checkpoint() {
    return checkpoint;
  }

  /** Whether it is an earlier checkpoint. */
  boolean isPast() {
    return checkpoint >= 0;
  }

  /** Whether it is the network of BPTT, now or at a checkpoint. */
  boolean isTrained() {
    return method == Method.BPTT;
  }

  /** Displays the present network of a method. */
  void present(Method next) {
    method = next;
    checkpoint = -1;
    known = null;
  }

  /** Displays a checkpoint of BPTT. */
  void past(int index) {
    present(Method.BPTT);
    checkpoint = index;
  }

  /** Forgets what was measured: the run has gone on, or its settings changed. */
  void measureAnew() {
    known = null;
  }

  /** Measures the network on display, once until {@link #measureAnew}. */
  Snapshot snapshot(Run run) {
    Snapshot measured = known;
    if (measured == null) {
      measured = isPast() ? run.snapshotOf(checkpoint) : run.snapshot(method);
      known = measured;
    }
    return measured;
  }
}
