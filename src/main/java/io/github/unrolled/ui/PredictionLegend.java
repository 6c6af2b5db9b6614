package io.github.unrolled.ui;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.TakeoverFan;
import org.teavm.jso.dom.html.HTMLElement;

/** What is drawn in the prediction chart, with the numbers of the step that is read. */
final class PredictionLegend {
  private final Entry expected = new Entry("key-expected", "expected");
  private final Entry output = new Entry("key-output", "output");
  private final Entry error = new Entry("key-error", "");
  private final Entry free = new Entry("key-free", "free running");
  private final Entry freeError = new Entry("key-none", "its error");
  private final Entry fan = new Entry("key-fan", "");
  private final Entry test = new Entry("key-test", "");
  private final HTMLElement root =
      Dom.element(
          "div",
          "chart-legend prediction-legend",
          expected.root,
          output.root,
          error.root,
          free.root,
          freeError.root,
          fan.root,
          test.root);

  /** A mark of the chart, its name, and its number. */
  private static final class Entry {
    final HTMLElement name;
    final HTMLElement value = Dom.element("span", "legend-value");
    final HTMLElement detail = Dom.element("span", "legend-detail");
    final HTMLElement root;

    Entry(String key, String name) {
      this.name = Dom.text("span", "", name);
      root =
          Dom.element(
              "div", "legend-entry", Dom.element("i", "key " + key), this.name, value, detail);
    }

    void show(String number, String more) {
      Dom.setText(value, number);
      Dom.setText(detail, more);
    }
  }

  /** Its element. */
  HTMLElement root() {
    return root;
  }

  /** Writes the numbers of a step, or none if it is 0. */
  void write(PredictedSteps steps, int step, boolean inTwoUnits) {
    if (step == 0) {
      for (Entry entry : new Entry[] {expected, output, error, free, freeError}) {
        entry.show("", "");
      }
      Dom.setText(error.name, "Point at a step to read it.");
      return;
    }
    expected.show(steps.expectedText(step), raw(inTwoUnits, steps.rawExpectedText(step)));
    output.show(steps.outputText(step), raw(inTwoUnits, steps.rawOutputText(step)));
    Dom.setText(error.name, "error at t = " + step);
    error.show(steps.errorText(step), "");
    free.show(steps.freeText(step), raw(inTwoUnits, steps.rawFreeText(step)));
    freeError.show(steps.freeErrorText(step), "");
  }

  private static String raw(boolean inTwoUnits, String text) {
    return inTwoUnits && !text.equals(PredictedSteps.NONE) ? "(raw " + text + ")" : "";
  }

  /** Shows what there is beside the lines of teacher forcing. */
  void showParts(State state, FreeRunning running) {
    boolean on = running.isOn();
    free.root.setHidden(!on);
    freeError.root.setHidden(!on);
    fan.root.setHidden(!on);
    TakeoverFan complete = running.fan();
    int all = state.problem().steps();
    Dom.setText(
        fan.name,
        complete == null || complete.size() == all
            ? "free running from each of the " + all + " steps"
            : "free running from " + complete.size() + " of the " + all + " steps");
    int trained = state.problem().trainSteps();
    test.root.setHidden(trained == all);
    Dom.setText(test.name, "test part: loss");
    test.show(
        LossWords.loss(state.snapshot().testLoss()),
        "on the training part " + LossWords.loss(state.snapshot().loss()));
  }
}
