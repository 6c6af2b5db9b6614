package io.github.unrolled.ui.results;

import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.ui.chart.LinePicture;
import io.github.unrolled.ui.chart.LineTable;
import io.github.unrolled.ui.chart.Lines;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Series;
import io.github.unrolled.ui.chart.Ticks;
import io.github.unrolled.ui.kit.Palette;
import org.jspecify.annotations.Nullable;

/** The numbers in the chart of free running's error: one per horizon. */
final class HorizonLines implements Lines {
  /** Base-10 logarithm of the smallest error that is drawn. */
  static final double FLOOR = -18;

  private static final double LEAST_DECADES = 0.8;

  private final LogScale scale;
  private final LineTable table;
  private @Nullable TakeoverFan fan;
  private double[] horizons = {};
  private boolean moving;

  /**
   * Makes lines that show nothing yet.
   *
   * @param scale scale of the errors, down to {@link #FLOOR}
   */
  HorizonLines(LogScale scale, NumberFormat numbers) {
    this.scale = scale;
    table =
        new LineTable(() -> fan == null ? new double[0] : horizons, Integer.MAX_VALUE)
            .column("Horizon h", h -> Integer.toString((int) h))
            .column("Error (RMS)", h -> numbers.loss(error((int) h)))
            .column("Runs", h -> Integer.toString(count((int) h)));
  }

  /**
   * Takes over a fan.
   *
   * @param next a complete fan; null to show nothing
   * @param steps number of time steps T
   * @param running whether another will follow soon
   */
  void take(@Nullable TakeoverFan next, int steps, boolean running) {
    fan = next;
    moving = running;
    if (steps != horizons.length) {
      horizons = new double[steps];
      for (int h = 1; h <= steps; h++) {
        horizons[h - 1] = h;
      }
    }
  }

  /** Count of horizons. */
  int size() {
    return horizons.length;
  }

  /** Error at a horizon, NaN if there is nothing to show. */
  double error(int horizon) {
    TakeoverFan shown = fan;
    return shown == null ? Double.NaN : shown.error(horizon);
  }

  /** Count of runs that the error at a horizon is averaged over. */
  int count(int horizon) {
    TakeoverFan shown = fan;
    return shown == null ? 0 : shown.count(horizon);
  }

  @Override
  public @Nullable LinePicture picture() {
    if (fan == null) {
      return null;
    }
    double[] errors = new double[horizons.length];
    for (int h = 1; h <= errors.length; h++) {
      errors[h - 1] = error(h);
    }
    return LinePicture.fitting(Ticks.stepRange(horizons.length), LEAST_DECADES, FLOOR, moving)
        .with(Series.points(horizons, scale.of(errors), Palette::output));
  }

  @Override
  public LineTable table() {
    return table;
  }
}
