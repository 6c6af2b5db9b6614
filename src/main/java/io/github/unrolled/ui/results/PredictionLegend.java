package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.Glossary;
import org.teavm.jso.dom.html.HTMLElement;

/** The legend of the prediction chart, with the numbers of the step that is read. */
final class PredictionLegend {
  private final LegendEntry expected = new LegendEntry("key-expected", "expected");
  private final LegendEntry output = new LegendEntry("key-output", "output");
  private final LegendEntry error = new LegendEntry("key-error", "");
  private final LegendEntry free =
      new LegendEntry("key-free", new Term(Glossary.FREE_RUNNING.key(), "free running").root());
  private final LegendEntry freeError = new LegendEntry("key-none", "its error");
  private final LegendEntry fan = new LegendEntry("key-fan", "");
  private final LegendEntry test = new LegendEntry("key-test", "");
  private final HTMLElement root =
      Dom.element(
          "div",
          "chart-legend prediction-legend",
          expected.root(),
          output.root(),
          error.root(),
          free.root(),
          freeError.root(),
          fan.root(),
          test.root());

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  /** Writes the numbers of a step; none for step 0. */
  void write(PredictedSteps steps, int step, boolean inTwoUnits) {
    if (step == 0) {
      for (LegendEntry entry : new LegendEntry[] {expected, output, error, free, freeError}) {
        entry.show("", "");
      }
      error.name("Point at or tap a step.");
      return;
    }
    expected.show(steps.expectedText(step), raw(inTwoUnits, steps.rawExpectedText(step)));
    output.show(steps.outputText(step), raw(inTwoUnits, steps.rawOutputText(step)));
    error.name("error at t = " + step);
    error.show(steps.errorText(step), "");
    free.show(steps.freeText(step), raw(inTwoUnits, steps.rawFreeText(step)));
    freeError.show(steps.freeErrorText(step), "");
  }

  private static String raw(boolean inTwoUnits, String text) {
    return inTwoUnits && !text.equals(PredictedSteps.NONE) ? "(raw " + text + ")" : "";
  }

  /** Shows the entries for everything but the lines of teacher forcing. */
  void showParts(State state, FreeRunning running) {
    boolean on = running.isOn();
    Dom.setHidden(free.root(), !on);
    Dom.setHidden(freeError.root(), !on);
    Dom.setHidden(fan.root(), !on);
    int all = state.problem().steps();
    fan.name(PredictionWords.fan(running.fan(), all));
    int trained = state.problem().trainSteps();
    Dom.setHidden(test.root(), trained == all);
    test.name("test part: loss");
    test.show(
        Text.NUMBERS.loss(state.snapshot().testLoss()),
        "on the training part " + Text.NUMBERS.loss(state.snapshot().loss()));
  }
}
