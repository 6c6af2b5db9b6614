package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.Glossary;
import io.github.unrolled.ui.words.LossWords;
import org.teavm.jso.dom.html.HTMLElement;

/** The legend of the loss chart: the names of its lines, and their losses. */
final class LossLegend {
  private static final LossWords WORDS = new LossWords(Text.NUMBERS);

  private final LegendEntry bptt =
      new LegendEntry("key-bptt", new Term(Glossary.BPTT.key(), "BPTT").root());
  private final LegendEntry search =
      new LegendEntry(
          "key-search",
          Dom.element(
              "span",
              "",
              Dom.text("span", "", "best of "),
              new Term(Glossary.RANDOM_SEARCH.key(), "random search").root()));
  private final LegendEntry test = new LegendEntry("key-none", "test loss");
  private final LegendEntry band = new LegendEntry("key-band", "medians and middle 16 of 20 seeds");
  private final Term copy = new Term(Glossary.COPY_RUNG.key(), "");
  private final HTMLElement meanValue = Dom.element("span", "legend-value");
  private final HTMLElement copyValue = Dom.element("span", "legend-value");
  private final HTMLElement lineValue = Dom.element("span", "legend-value");
  private final HTMLElement lineDetail = Dom.element("span", "legend-detail");
  private final HTMLElement root;

  LossLegend() {
    HTMLElement rungs =
        Dom.element(
            "div",
            "legend-entry rungs",
            Dom.element("i", "key key-rung"),
            Dom.element(
                "span",
                "rung",
                new Term(Glossary.MEAN_RUNG.key(), "predict the mean").root(),
                meanValue),
            Dom.element("span", "rung", copy.root(), copyValue),
            Dom.element(
                "span",
                "rung",
                new Term(Glossary.LINE_RUNG.key(), "best line").root(),
                lineValue,
                lineDetail));
    root =
        Dom.element(
            "div",
            "chart-legend loss-legend",
            bptt.root(),
            search.root(),
            test.root(),
            band.root(),
            rungs);
    Dom.setHidden(band.root(), true);
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Shows the rungs of another problem. */
  void showRungs(Baselines baselines, boolean predictsInput) {
    copy.name(predictsInput ? "copy the last value" : "copy the input");
    Dom.setText(meanValue, Text.NUMBERS.loss(baselines.mean()));
    Dom.setText(copyValue, Text.NUMBERS.loss(baselines.copy()));
    Dom.setText(lineValue, Text.NUMBERS.loss(baselines.line()));
    Dom.setText(lineDetail, baselines.line() <= LossLines.LEAST ? "(off the scale)" : "");
  }

  /**
   * Shows the losses of both methods.
   *
   * @param pointed work pointed at, NaN for none
   */
  void showLosses(LossLines lines, double pointed) {
    double loss = lines.bpttLoss(pointed);
    if (Double.isNaN(loss)) {
      bptt.show("", "no finite loss yet");
    } else {
      bptt.show(Text.NUMBERS.loss(loss), WORDS.afterEpochs(lines.bpttWork(pointed)));
    }
    double best = lines.searchLoss(pointed);
    if (Double.isNaN(best)) {
      search.show("", "not tried in this run yet");
    } else {
      search.show(Text.NUMBERS.loss(best), WORDS.afterTries(lines.triesAt(pointed)));
    }
    Dom.setHidden(band.root(), !lines.showsSeeds());
  }

  /** Shows the loss on the steps that do not train, if there are any. */
  void showTest(State state) {
    int steps = state.problem().steps() - state.problem().trainSteps();
    Dom.setHidden(test.root(), steps == 0);
    test.show(Text.NUMBERS.loss(state.snapshot().testLoss()), WORDS.onTestSteps(steps));
  }
}
