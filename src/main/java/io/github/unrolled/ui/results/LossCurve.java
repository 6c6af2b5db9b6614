package io.github.unrolled.ui.results;

import io.github.unrolled.plot.Ascending;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Series;

/** A curve of losses over work, ready to be drawn and read. */
final class LossCurve {
  private final double[] work;
  private final double[] loss;
  private final double[] log;

  /** Logarithms of the least and the most loss around each point; empty if all is in the points. */
  private final double[] leastLog;

  private final double[] mostLog;

  LossCurve(Snapshot.Curve curve, LogScale scale) {
    work = curve.work().toArray();
    loss = curve.loss().toArray();
    log = scale.of(loss);
    boolean whole = curve.least().equals(curve.most());
    leastLog = whole ? new double[0] : scale.of(around(curve.least().toArray(), -1));
    mostLog = whole ? new double[0] : scale.of(around(curve.most().toArray(), 1));
  }

  /** The extremes of the stretches that meet at each point, in the direction of a sign. */
  private static double[] around(double[] extremes, double sign) {
    for (int i = extremes.length - 1; i > 0; i--) {
      if (sign * extremes[i - 1] > sign * extremes[i]) {
        extremes[i] = extremes[i - 1];
      }
    }
    return extremes;
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

  /** Adds to the curve's line what its points leave out. */
  Series with(Series line) {
    return leastLog.length == 0 ? line : line.hiding(leastLog, mostLog);
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
