package io.github.unrolled.ui.instruments;

import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.ui.chart.LineMarks;
import io.github.unrolled.ui.chart.LinePicture;
import io.github.unrolled.ui.chart.LineTable;
import io.github.unrolled.ui.chart.Lines;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Series;
import io.github.unrolled.ui.kit.Palette;

/** The line in the chart of a gradient check: its relative error for every ε, largest ε first. */
final class EpsilonLines implements Lines {
  /** Base-10 logarithm of the smallest error that is drawn. */
  static final double FLOOR = -16;

  private static final AxisRange ACROSS =
      new AxisRange(logEpsilon(GradientCheck.EPSILONS - 1), logEpsilon(0));
  private static final AxisRange UP = new AxisRange(FLOOR, 1);

  private final GradientChecking checking;
  private final LogScale scale;
  private final LineTable table;

  /**
   * Makes the line of a check.
   *
   * @param scale scale of the errors, down to {@link #FLOOR}
   */
  EpsilonLines(GradientChecking checking, LogScale scale, NumberFormat numbers) {
    this.checking = checking;
    this.scale = scale;
    table =
        new LineTable(this::positions, GradientCheck.EPSILONS)
            .column("ε", at -> numbers.significant(GradientCheck.epsilon((int) at)))
            .column("Relative error", at -> numbers.loss(error((int) at)));
  }

  private static double logEpsilon(int position) {
    return -1 - position / 2.0;
  }

  private double error(int position) {
    EpsilonCurve measured = checking.curve();
    return measured == null ? Double.NaN : measured.error(position);
  }

  private double[] positions() {
    EpsilonCurve measured = checking.curve();
    double[] positions = new double[measured == null ? 0 : measured.done()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    return positions;
  }

  @Override
  public LinePicture picture() {
    double[] logs = positions();
    double[] errors = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logEpsilon(i);
      errors[i] = error(i);
    }
    return LinePicture.within(ACROSS, UP)
        .with(Series.points(logs, scale.of(errors), Palette::bptt));
  }

  @Override
  public LineMarks marks(double pointed) {
    return LineMarks.at(logEpsilon(checking.position()));
  }

  @Override
  public LineTable table() {
    return table;
  }
}
