package io.github.unrolled.ui.instruments.statemap;

import io.github.unrolled.insight.BifurcationStrip;
import io.github.unrolled.insight.StateMap;
import io.github.unrolled.math.Activation;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Palette;

/** The fixed points of one Elman unit over its hidden weight. */
final class BifurcationDrawing {
  /** Range of the hidden weight in the strip. */
  static final AxisRange WEIGHTS = new AxisRange(-BifurcationStrip.REACH, BifurcationStrip.REACH);

  private static final int TICK_DISTANCE = 28;

  /** Difference of hidden weights from which points are not connected: 0 lies between them. */
  private static final double JUMP = 4;

  private final BifurcationStrip strip = new BifurcationStrip();
  private final double[] weights = new double[strip.size()];
  private final double[] states = new double[strip.size()];

  /** Draws the strip. */
  void draw(
      ChartArea area,
      Palette palette,
      Activation activation,
      StateMap map,
      double weight,
      AxisRange up) {
    strip.compute(activation, map.offset(), Math.max(Math.abs(up.min()), Math.abs(up.max())));
    area.begin(
        palette,
        WEIGHTS,
        AxisTicks.linear(WEIGHTS, 7),
        up,
        AxisTicks.linear(up, area.ticksUp(TICK_DISTANCE)));
    Canvas canvas = area.canvas();
    double top = area.y(up.max());
    canvas.clip(area.left(), top, area.plotWidth(), area.y(up.min()) - top);
    for (int i = 0; i < strip.size(); i++) {
      weights[i] = strip.weight(i);
      states[i] = Math.abs(weights[i]) > 2 * BifurcationStrip.REACH ? Double.NaN : strip.state(i);
    }
    int from = 0;
    for (int i = 1; i <= strip.size(); i++) {
      boolean jumps = i < strip.size() && !(Math.abs(weights[i] - weights[i - 1]) < JUMP);
      if (i == strip.size() || jumps || strip.isStable(i) != strip.isStable(i - 1)) {
        // Sharing one point leaves no gap in the curve where its stability changes.
        int to = jumps || i == strip.size() ? i : i + 1;
        drawCurve(area, palette, from, to, strip.isStable(i - 1));
        from = i;
      }
    }
    if (strip.hasLevel()) {
      drawLevel(area, palette, WEIGHTS.min(), strip.restsFrom(), false);
      drawLevel(area, palette, strip.restsFrom(), strip.restsUpTo(), true);
      drawLevel(area, palette, strip.restsUpTo(), WEIGHTS.max(), false);
    }
    for (int i = 0; i < BifurcationStrip.CYCLES; i++) {
      double x = area.x(BifurcationStrip.cycleWeight(i));
      dot(area, x, strip.cycleHigh(i), palette);
      dot(area, x, strip.cycleLow(i), palette);
    }
    if (Math.abs(weight) <= BifurcationStrip.REACH) {
      double here = area.x(weight);
      canvas.line(here, area.y(up.max()), here, area.y(up.min()), palette.accent(), 2);
      for (int i = 0; i < map.count(); i++) {
        double slope = map.slope(i);
        StateDrawing.drawFixedPoint(
            canvas,
            here,
            area.y(map.point(i)),
            StateMap.isStable(slope),
            StateMap.isMarginal(slope),
            palette);
      }
    }
    canvas.unclip();
  }

  private void drawCurve(ChartArea area, Palette palette, int from, int to, boolean stable) {
    style(area.canvas(), stable);
    area.plainLine(weights, states, from, to, palette.ink(), stable ? 2.5 : 1.5);
    area.canvas().solid();
  }

  private static void drawLevel(
      ChartArea area, Palette palette, double from, double to, boolean stable) {
    Canvas canvas = area.canvas();
    style(canvas, stable);
    double y = area.y(0);
    canvas.line(area.x(from), y, area.x(to), y, palette.ink(), stable ? 2.5 : 1.5);
    canvas.solid();
  }

  private static void style(Canvas canvas, boolean stable) {
    if (!stable) {
      canvas.dashed(4, 4);
    }
  }

  private static void dot(ChartArea area, double x, double state, Palette palette) {
    area.canvas().circle(x, area.y(state), 1.25);
    area.canvas().fill(palette.ink());
  }
}
