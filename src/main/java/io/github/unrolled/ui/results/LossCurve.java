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

  /** Work at each point, ascending; to be read. */
  double[] work() {
    return work;
  }

  /** The loss there; to be read. */
  double[] loss() {
    return loss;
  }

  /** Where that is drawn; to be read. */
  double[] log() {
    return log;
  }

  /** Work of the last point, 0 if there is none. */
  double end() {
    return work.length == 0 ? 0 : work[work.length - 1];
  }

  /** The last point up to some work, -1 for none. */
  int indexAt(double upTo) {
    return Ascending.lastUpTo(work, upTo);
  }

  /** Loss of that point, NaN for none. */
  double lossUpTo(double upTo) {
    int i = indexAt(upTo);
    return i < 0 ? Double.NaN : loss[i];
  }
}
