package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Palette;
import org.jspecify.annotations.Nullable;

/** The lines and dots of the prediction chart. */
final class PredictionDrawing {
  /** Share of the background in the colour of the line after the cursor. */
  private static final double FAINTNESS = 0.55;

  /** Share of the background in the colour of the fan. */
  private static final double FAN_FAINTNESS = 0.68;

  /** Room above the chart for the names of its parts, in CSS pixels. */
  private static final int PART_HEIGHT = 12;

  private static final int TICK_DISTANCE = 22;
  private static final int TICK_WIDTH = 26;

  private final ChartArea area;

  PredictionDrawing(ChartArea area) {
    this.area = area;
  }

  /** Draws the chart, if the area has a size. */
  void draw(State state, FreeRunning free, PredictedSteps steps, AxisRange up, Palette colors) {
    boolean parts = free.isOn() || steps.trained() < steps.sequence();
    area.setHeadroom(parts ? PART_HEIGHT : 0);
    area.begin(
        colors,
        ChartArea.stepRange(steps.count()),
        AxisTicks.steps(steps.count(), area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.linear(up, area.ticksUp(TICK_DISTANCE)));
    double[] times = new double[steps.count()];
    for (int t = 0; t < times.length; t++) {
      times[t] = t + 1;
    }
    area.clip();
    drawFan(times, free.fan(), colors);
    drawOutputs(times, state, colors);
    if (free.isOn()) {
      area.dashedLine(times, free.line(), free.takeover() - 1, colors.output());
      area.openDots(times, free.expected(), steps.sequence(), colors.ink(), colors.paper());
    }
    area.dots(times, state.problem().targets().toArray(), colors.ink());
    area.unclip();
  }

  private void drawFan(double[] times, @Nullable TakeoverFan fan, Palette colors) {
    String thin = faded(colors, FAN_FAINTNESS);
    for (int run = 0; fan != null && run < fan.size(); run++) {
      area.thinLine(times, fan.outputs(run), fan.takeover(run) - 1, thin);
    }
  }

  private void drawOutputs(double[] times, State state, Palette colors) {
    int steps = state.problem().steps();
    int cursor = state.experiment().cursor();
    double[] outputs = new double[steps];
    for (int t = 0; t < steps; t++) {
      outputs[t] = state.snapshot().pass().output(t);
    }
    // Without a cursor, all steps are equally important.
    int done = cursor == 0 ? steps : cursor;
    area.line(times, outputs, done - 1, steps, faded(colors, FAINTNESS), colors.paper());
    area.line(times, outputs, 0, done, colors.output(), colors.paper());
  }

  private static String faded(Palette colors, double share) {
    return Rgb.parse(colors.output()).mix(Rgb.parse(colors.paper()), share).css();
  }
}
