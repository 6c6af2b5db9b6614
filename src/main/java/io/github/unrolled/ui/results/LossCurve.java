package io.github.unrolled.ui.results;

import io.github.unrolled.plot.Ascending;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.chart.LogScale;

/** A curve of losses over work, ready to be drawn and read. */
final class LossCurve {
  private final double[] work;
  private final double[] loss;
  private final double[] log;

  LossCurve(Snapshot.Curve curve, LogScale scale) {
    work = curve.work().toArray();
    loss = curve.loss().toArray();
    log = scale.of(loss);
  }

  /** Work at each point, ascending. Live, not to be modified. */
  double[] work() {
    return work;
  }

  /** Loss at each point. Live, not to be modified. */
  double[] loss() {
    return loss;
  }

  /** Logarithm of the loss at each point, as drawn. Live, not to be modified. */
  double[] log() {
    return log;
  }

  /** Work of the last point, 0 if there is none. */
  double end() {
    return work.length == 0 ? 0 : work[work.length - 1];
  }

  /** Index of the last point up to some work, -1 for none. */
  int indexAt(double upTo) {
    return Ascending.lastUpTo(work, upTo);
  }

  /** Loss at the last point up to some work, NaN for none. */
  double lossUpTo(double upTo) {
    int i = indexAt(upTo);
    return i < 0 ? Double.NaN : loss[i];
  }
}
