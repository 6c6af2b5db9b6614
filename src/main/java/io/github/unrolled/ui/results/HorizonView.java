package io.github.unrolled.ui.results;

import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.ui.chart.LineAxes;
import io.github.unrolled.ui.chart.LineChart;
import io.github.unrolled.ui.chart.Ticks;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.HorizonWords;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The error of free running over the count of steps it looks ahead. */
final class HorizonView {
  private static final HorizonWords WORDS = new HorizonWords(Text.NUMBERS);
  private static final LineAxes AXES = new LineAxes(Ticks.STEPS, 26, Ticks.LOG10, 20, 10);
  private static final double PERIOD_MS = 250;

  private final HorizonLines lines =
      new HorizonLines(LineChart.logScale(HorizonLines.FLOOR), Text.NUMBERS);
  private final LineChart chart = new LineChart("Error by horizon", AXES, lines);
  private final LegendEntry entry = new LegendEntry("key-output", "");
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement lesson = Dom.element("p", "caption");
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final HTMLElement root;

  private @Nullable TakeoverFan fan;
  private @Nullable Palette palette;
  private boolean moving;

  HorizonView() {
    root =
        Dom.element(
            "figure",
            "figure chart horizon",
            Dom.text("div", "chart-label", "error of free running (RMS), log scale"),
            chart.root(),
            Dom.text("div", "chart-label chart-label-x", "horizon h (steps ahead)"),
            Dom.element("div", "chart-legend", entry.root()),
            sentence,
            lesson,
            chart.table());
    root.setAttribute("aria-label", "Error by horizon");
    chart.followPointing(this::readOut);
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Releases what would outlive the elements. */
  void close() {
    chart.close();
  }

  /**
   * Shows a fan.
   *
   * @param next a complete fan; null to show nothing
   * @param steps number of time steps T
   * @param running whether another will follow soon
   * @param changed whether the numbers differ from those before
   */
  void show(
      @Nullable TakeoverFan next, int steps, boolean running, boolean changed, Palette colors) {
    if (next == null || steps != lines.size()) {
      chart.forgetRange();
      chart.forgetPointing();
    }
    boolean redraw = changed || fan != next || palette != colors || moving != running;
    fan = next;
    palette = colors;
    moving = running;
    lines.take(next, steps, running);
    chart.render(colors, redraw, running);
    if (redraw) {
      readOut();
    }
    writing.frame(redraw, running);
  }

  private void readOut() {
    double pointed = chart.pointed();
    if (fan == null || Double.isNaN(pointed)) {
      entry.name("Point at or tap a horizon.");
      entry.show("", "");
      return;
    }
    int horizon = (int) pointed;
    entry.name("error at h = " + horizon);
    entry.show(
        Text.NUMBERS.loss(lines.error(horizon)), "(" + WORDS.runs(lines.count(horizon)) + ")");
  }

  private void write() {
    TakeoverFan shown = fan;
    if (shown != null) {
      Dom.setText(sentence, WORDS.growth(shown, lines.size()));
      Dom.setText(lesson, WORDS.lesson(shown, lines.size()));
    }
  }
}
