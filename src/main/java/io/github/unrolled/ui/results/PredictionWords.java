package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.TakeoverFan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the prediction chart shows, in words and as a table. */
final class PredictionWords {
  private static final String[] HEADERS = {
    "Step t", "Expected", "Output", "Error", "Expected, raw", "Output, raw"
  };
  private static final String[] FREE_HEADERS = {
    "Step t",
    "Expected",
    "Output",
    "Error",
    "Free running",
    "Free-running error",
    "Expected, raw",
    "Output, raw",
    "Free running, raw"
  };

  private PredictionWords() {}

  /** The table's columns; a free run adds some. */
  static String[] headers(boolean free) {
    return free ? FREE_HEADERS : HEADERS;
  }

  /** The table's rows, one for each step. */
  static List<String[]> rows(PredictedSteps steps) {
    List<String[]> rows = new ArrayList<>();
    for (int step = 1; step <= steps.count(); step++) {
      rows.add(steps.isFree() ? freeRow(steps, step) : row(steps, step));
    }
    return rows;
  }

  private static String[] row(PredictedSteps steps, int step) {
    return new String[] {
      Integer.toString(step),
      steps.expectedText(step),
      steps.outputText(step),
      steps.errorText(step),
      steps.rawExpectedText(step),
      steps.rawOutputText(step)
    };
  }

  private static String[] freeRow(PredictedSteps steps, int step) {
    return new String[] {
      Integer.toString(step),
      steps.expectedText(step),
      steps.outputText(step),
      steps.errorText(step),
      steps.freeText(step),
      steps.freeErrorText(step),
      steps.rawExpectedText(step),
      steps.rawOutputText(step),
      steps.rawFreeText(step)
    };
  }

  /** The units of the axis. */
  static String units(State state) {
    return "value (" + unitsOf(state) + ")";
  }

  private static String unitsOf(State state) {
    return state.problem().units().normalizes() ? "normalized" : "raw";
  }

  /** Describes the chart for readers who do not see it. */
  static String summary(State state, PredictedSteps steps) {
    int all = steps.sequence();
    int cursor = state.experiment().cursor();
    int trained = state.problem().trainSteps();
    int end = steps.count();
    return "A chart of expected and actual output over "
        + all
        + " time steps, "
        + unitsOf(state)
        + ". At step 1 "
        + spoken(steps, 1)
        + "; at step "
        + all
        + " "
        + spoken(steps, all)
        + "."
        + (cursor == 0 ? "" : " At the cursor, step " + cursor + ", " + spoken(steps, cursor) + ".")
        + (trained == all ? "" : " The steps after " + trained + " are the test part, shaded.")
        + (steps.isFree()
            ? " Free running from step "
                + steps.takeover()
                + " on, a dashed line, goes on past the end to step "
                + end
                + ", where it puts out "
                + steps.freeText(end)
                + "; expected there: "
                + steps.expectedText(end)
                + "."
            : "");
  }

  private static String spoken(PredictedSteps steps, int step) {
    return steps.expectedText(step) + " is expected and " + steps.outputText(step) + " put out";
  }

  /** Says which free runs make up the fan, or will once it is complete. */
  static String fan(@Nullable TakeoverFan complete, int steps) {
    return complete == null || complete.size() == steps
        ? "free running from each of the " + steps + " steps"
        : "free running from " + complete.size() + " of the " + steps + " steps";
  }
}
