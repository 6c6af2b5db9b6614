package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.ui.chart.LineAxes;
import io.github.unrolled.ui.chart.LineChart;
import io.github.unrolled.ui.chart.Ticks;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.Glossary;
import io.github.unrolled.ui.words.LossWords;
import io.github.unrolled.ui.words.MemoryWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The loss of both methods over their work, compared with earlier runs and with the losses possible
 * without memory, and the timeline that goes back in training.
 */
public final class LossView implements View {
  private static final LossWords WORDS = new LossWords(Text.NUMBERS);
  private static final MemoryWords MEMORY = new MemoryWords(Text.NUMBERS);
  private static final LineAxes AXES = new LineAxes(Ticks.COUNTS, 64, Ticks.LOG10, 20, 50);

  /** Width of the mark at the moment shown, as a share of the x axis. */
  private static final double MOMENT_WIDTH = 0.02;

  private final LossLines lines = new LossLines(LineChart.logScale(LossLines.FLOOR), Text.NUMBERS);
  private final LineChart chart = new LineChart("Loss", AXES, lines);
  private final LossLegend legend = new LossLegend();
  private final HTMLElement clipEntry =
      Dom.element("span", "", Dom.element("i", "key-clip"), Dom.text("span", "", "clipped epochs"));
  private final TimelineView timeline;
  private final GhostsView ghosts;
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement floorNote =
      Dom.text("span", "", " A loss of 0, or below 1e−18, is drawn at 1e−18.");
  private final HTMLElement ahead = Dom.element("span", "");
  private final HTMLElement beyondNote = Dom.element("span", "");
  private final HTMLElement root;
  private final Seen seen = new Seen();

  /** Makes the view, which dispatches going back in the timeline and changes to ghosts. */
  public LossView(Consumer<Event> dispatch) {
    timeline = new TimelineView(dispatch);
    ghosts = new GhostsView(dispatch);
    root =
        Dom.element(
            "figure",
            "figure chart",
            chart.words(),
            Dom.element(
                "div",
                "chart-label loss-axis",
                Dom.text("span", "", "loss (MSE), log scale"),
                ahead),
            chart.root(),
            Dom.element(
                "div",
                "chart-label loss-axis",
                clipEntry,
                Dom.element(
                    "span",
                    "",
                    new Term(Glossary.WORK.key(), "work").root(),
                    Dom.text("span", "", " (forward passes)"))),
            timeline.root(),
            legend.root(),
            ghosts.root(),
            sentence,
            Dom.element(
                "p",
                "caption",
                Dom.text(
                    "span",
                    "",
                    "Work: one forward pass = 1; an epoch of BPTT = 3 (forward, backward, update);"
                        + " a random try = 1."),
                floorNote,
                beyondNote),
            chart.table());
    root.setAttribute("aria-label", "Loss");
    root.setTabIndex(-1);
    chart.followPointing(this::showLosses);
    chart.markDot("mark-bptt");
    chart.markDot("mark-search");
    chart.markPresent("mark-cursor", MOMENT_WIDTH);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette colors) {
    seen.take(next, colors);
    boolean changed = lines.take(next, seen) || seen.hasNewColors();
    Yardsticks yardsticks = lines.yardsticks();
    if (seen.isNew(state -> state.run().number())) {
      chart.forgetRange();
    }
    if (yardsticks != null && seen.isNew(State::problem)) {
      legend.showRungs(yardsticks.baselines(), next.problem().predictsInput());
    }
    chart.render(colors, changed, next.isRunning());
    if (changed && yardsticks != null) {
      showLosses();
      legend.showTest(next);
      Dom.setText(sentence, MEMORY.ofMemory(next, yardsticks));
      Dom.setHidden(clipEntry, !lines.isClipped());
      Dom.setHidden(floorNote, !lines.reachesFloor());
      double beyond = chart.beyond();
      Dom.setText(
          beyondNote,
          Double.isNaN(beyond)
              ? ""
              : " ▲: an earlier run goes on, up to "
                  + Text.NUMBERS.significant(Math.pow(10, beyond))
                  + ".");
    }
    timeline.render(next, colors);
    ghosts.render(next, colors);
  }

  private void showLosses() {
    double pointed = chart.pointed();
    legend.showLosses(lines, pointed);
    double work = lines.equalWork(pointed);
    Dom.setText(
        ahead, work > 0 ? WORDS.ahead(lines.bpttLoss(work), lines.searchLoss(work), work) : "");
  }

  @Override
  public void close() {
    chart.close();
  }
}
