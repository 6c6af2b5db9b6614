package io.github.unrolled.ui.results;

import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** How far free running is off, by how many steps ahead it looks. */
final class HorizonView {
  /** Base-10 logarithm of the smallest error that is drawn. */
  private static final double FLOOR = -18;

  private static final double LEAST_DECADES = 0.8;
  private static final int RIGHT_MARGIN = 10;
  private static final int TICK_DISTANCE = 20;
  private static final int TICK_WIDTH = 26;
  private static final double PERIOD_MS = 250;

  /** From so many times the first error on, the last one is called a multiple of it. */
  private static final double LEAST_GROWTH = 2;

  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final HTMLElement hoverLine = area.markBelow("mark-hover");
  private final LegendEntry entry = new LegendEntry("key-output", "");
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final DataTable table =
      new DataTable(
          "Error by horizon", new String[] {"Horizon h", "Error (RMS)", "Runs"}, this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final HTMLElement root;

  private @Nullable TakeoverFan fan;
  private @Nullable Palette palette;
  private @Nullable AxisRange errors;
  private boolean moving;
  private int horizons;

  /** Horizon pointed at; 0 for none. */
  private int pointed;

  HorizonView() {
    root =
        Dom.element(
            "figure",
            "figure chart horizon",
            Dom.text("div", "chart-label", "error of free running (RMS), log scale"),
            area.root(),
            Dom.text("div", "chart-label chart-label-x", "horizon h (steps ahead)"),
            Dom.element("div", "chart-legend", entry.root()),
            sentence,
            Dom.text(
                "p",
                "caption",
                "A line without memory can be good one step ahead and fail on its own."),
            table.root());
    root.setAttribute("aria-label", "Error by horizon");
    area.onPoint(
        fraction -> {
          pointed = Double.isNaN(fraction) ? 0 : ChartArea.stepAt(fraction, horizons);
          readOut();
        });
  }

  /** Its element. */
  HTMLElement root() {
    return root;
  }

  /** Lets go of what would outlive its elements. */
  void close() {
    area.close();
  }

  /**
   * Shows a fan.
   *
   * @param next complete; null to show nothing
   * @param steps number of time steps T
   * @param running whether there will be another soon
   * @param changed whether its numbers are others than before
   */
  void show(
      @Nullable TakeoverFan next, int steps, boolean running, boolean changed, Palette colors) {
    if (next == null || steps != horizons) {
      errors = null;
      pointed = 0;
    }
    boolean redraw = changed || fan != next || palette != colors || moving != running;
    fan = next;
    palette = colors;
    moving = running;
    horizons = steps;
    if (redraw) {
      draw();
      readOut();
    }
    table.frame(redraw, running);
    writing.frame(redraw, running);
  }

  private void draw() {
    TakeoverFan shown = fan;
    Palette colors = palette;
    if (shown == null || colors == null || !area.hasSize()) {
      return;
    }
    double[] steps = new double[horizons];
    double[] logs = new double[horizons];
    for (int h = 1; h <= horizons; h++) {
      steps[h - 1] = h;
      logs[h - 1] = shown.error(h);
    }
    ChartArea.takeLog10(logs, FLOOR);
    AxisRange up = range(logs);
    area.begin(
        colors,
        ChartArea.stepRange(horizons),
        AxisTicks.steps(horizons, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.log10(up, area.ticksUp(TICK_DISTANCE)));
    area.line(steps, logs, 0, horizons, colors.output(), colors.paper());
    placeMark();
  }

  private AxisRange range(double[] logs) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      if (Double.isFinite(log)) {
        low = Math.min(low, log);
        high = Math.max(high, log);
      }
    }
    if (low > high) {
      return new AxisRange(-1, 1);
    }
    AxisRange fitting = AxisRange.around(low, high, LEAST_DECADES);
    AxisRange last = errors;
    AxisRange range = last != null && moving ? last.adapted(fitting, low, high) : fitting;
    errors = range;
    return range;
  }

  private void placeMark() {
    if (pointed == 0) {
      ChartArea.hide(hoverLine);
    } else {
      ChartArea.stretch(hoverLine, ChartArea.stepRange(horizons).fraction(pointed), 0, 0, 1);
    }
  }

  private void readOut() {
    placeMark();
    TakeoverFan shown = fan;
    if (shown == null || pointed == 0) {
      entry.name("Point at a horizon to read it.");
      entry.show("", "");
      return;
    }
    entry.name("error at h = " + pointed);
    entry.show(Text.NUMBERS.loss(shown.error(pointed)), "(" + runs(shown.count(pointed)) + ")");
  }

  private static String runs(int count) {
    return count == 1 ? "1 run" : count + " runs";
  }

  private void write() {
    TakeoverFan shown = fan;
    if (shown == null) {
      return;
    }
    int far = horizons;
    // Where own numbers end, few runs are left to average over.
    while (2 * shown.count(far) < shown.size()) {
      far--;
    }
    double first = shown.error(1);
    double last = shown.error(far);
    double growth = last / first;
    Dom.setText(
        sentence,
        "One step ahead, with each input given, the error is "
            + Text.NUMBERS.loss(first)
            + "; "
            + far
            + " steps ahead, on its own, "
            + Text.NUMBERS.loss(last)
            + (growth >= LEAST_GROWTH && Double.isFinite(growth)
                ? ": " + Text.NUMBERS.significant(growth) + " times as much."
                : "."));
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    TakeoverFan shown = fan;
    for (int h = 1; shown != null && h <= horizons; h++) {
      rows.add(
          new String[] {
            Integer.toString(h), Text.NUMBERS.loss(shown.error(h)), Integer.toString(shown.count(h))
          });
    }
    return rows;
  }
}
