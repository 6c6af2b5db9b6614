package io.github.unrolled.ui;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.task.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** What the network puts out against what is expected of it, over the time steps. */
final class PredictionView implements View {
  private static final int RIGHT_MARGIN = 6;

  /** Share of the ground in the colour of what is after the cursor. */
  private static final double FAINTNESS = 0.55;

  private static final int TICK_DISTANCE = 22;
  private static final int TICK_WIDTH = 26;
  private static final double SUMMARY_PERIOD_MS = 1000;

  private final Consumer<Event> dispatch;
  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final HTMLElement cursorBand = area.markBelow("mark-cursor");
  private final HTMLElement pointedBand = area.markBelow("mark-pointed");
  private final HTMLElement errorBar = area.markBelow("mark-error");
  private final HTMLElement outputMark = area.markAbove("mark-output");
  private final HTMLElement expectedMark = area.markAbove("mark-expected");
  private final HTMLElement units = Dom.element("div", "chart-label");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final HTMLElement expectedValue = Dom.element("span", "legend-value");
  private final HTMLElement outputValue = Dom.element("span", "legend-value");
  private final HTMLElement expectedRaw = Dom.element("span", "legend-detail");
  private final HTMLElement outputRaw = Dom.element("span", "legend-detail");
  private final HTMLElement error = Dom.element("span", "");
  private final HTMLElement errorValue = Dom.element("span", "legend-value");
  private final DataTable table =
      new DataTable(
          "Prediction",
          new String[] {"Step t", "Expected", "Output", "Error", "Expected, raw", "Output, raw"},
          this::rows);
  private final Paced summing = new Paced(SUMMARY_PERIOD_MS, this::summarize);
  private final HTMLElement root;

  private @Nullable State state;
  private @Nullable Palette palette;
  private @Nullable AxisRange values;

  /** Makes the view; pointing at a step and choosing one are dispatched. */
  PredictionView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    root =
        Dom.element(
            "figure",
            "figure chart",
            summary,
            units,
            area.root(),
            Dom.text("div", "chart-label chart-label-x", "time step t"),
            Dom.element(
                "div",
                "chart-legend prediction-legend",
                legendEntry(
                    "key-expected", Dom.text("span", "", "expected"), expectedValue, expectedRaw),
                legendEntry("key-output", Dom.text("span", "", "output"), outputValue, outputRaw),
                legendEntry("key-error", error, errorValue)),
            table.root());
    root.setAttribute("aria-label", "Prediction");
    area.onPoint(this::pointAt);
    area.onChoose(fraction -> dispatch.accept(new Change.StepChosen(stepAt(fraction))));
  }

  private static HTMLElement legendEntry(String key, HTMLElement... texts) {
    HTMLElement entry = Dom.element("div", "legend-entry", Dom.element("i", "key " + key));
    Dom.append(entry, texts);
    return entry;
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette colors) {
    State last = state;
    boolean newProblem = last == null || last.problem() != next.problem();
    boolean newOutput = last == null || last.snapshot() != next.snapshot();
    boolean newCursor = last == null || last.experiment().cursor() != next.experiment().cursor();
    boolean newPointed = last == null || last.pointedStep() != next.pointedStep();
    // At rest the axis may fit tightly again.
    boolean cameToRest = last != null && isRunning(last) && !isRunning(next);
    boolean newColors = palette != colors;
    state = next;
    palette = colors;
    if (newProblem) {
      values = null;
      Dom.setText(
          units, next.problem().units().normalizes() ? "value (normalized)" : "value (raw)");
    }
    if (newProblem || newOutput || newCursor || newColors || cameToRest) {
      draw();
    } else if (newPointed) {
      placeMarks(next);
    }
    if (newProblem || newOutput || newCursor || newPointed) {
      writeLegend(next);
    }
    table.frame(newProblem || newOutput, isRunning(next));
    summing.frame(newProblem || newOutput || newCursor, isRunning(next));
  }

  private static boolean isRunning(State state) {
    return state.training() || state.searching();
  }

  @Override
  public void close() {
    area.close();
  }

  private void pointAt(double fraction) {
    State current = state;
    int step = stepAt(fraction);
    if (current != null && step != current.pointedStep()) {
      dispatch.accept(new Command.StepPointedAt(step));
    }
  }

  /** The step nearest to a place on the x axis; 0 for none. */
  private int stepAt(double fraction) {
    State current = state;
    if (current == null || Double.isNaN(fraction)) {
      return 0;
    }
    int steps = current.problem().steps();
    return Math.max(1, Math.min(steps, 1 + (int) Math.floor(fraction * steps)));
  }

  /** Half a step is left free on both sides, so that each step owns a column. */
  private static AxisRange stepRange(int steps) {
    return new AxisRange(0.5, steps + 0.5);
  }

  private void draw() {
    State current = state;
    Palette colors = palette;
    if (current == null || colors == null || !area.hasSize()) {
      return;
    }
    int steps = current.problem().steps();
    AxisRange across = stepRange(steps);
    AxisRange up = valueRange(current);
    area.begin(
        colors,
        across,
        AxisTicks.steps(steps, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.linear(up, area.ticksUp(TICK_DISTANCE)));
    drawSeries(current, colors);
    placeMarks(current);
  }

  private AxisRange valueRange(State current) {
    Numbers targets = current.problem().targets();
    Pass pass = current.snapshot().pass();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < targets.size(); t++) {
      low = Math.min(low, targets.get(t));
      high = Math.max(high, targets.get(t));
      double output = pass.output(t);
      if (Double.isFinite(output)) {
        low = Math.min(low, output);
        high = Math.max(high, output);
      }
    }
    AxisRange fitting = AxisRange.around(low, high);
    AxisRange last = values;
    AxisRange range =
        last != null && isRunning(current) ? last.adapted(fitting, low, high) : fitting;
    values = range;
    return range;
  }

  private void drawSeries(State current, Palette colors) {
    int steps = current.problem().steps();
    int cursor = current.experiment().cursor();
    double[] times = new double[steps];
    double[] outputs = new double[steps];
    for (int t = 0; t < steps; t++) {
      times[t] = t + 1;
      outputs[t] = current.snapshot().pass().output(t);
    }
    // With no cursor all of it is equally important.
    int done = cursor == 0 ? steps : cursor;
    String faint = Rgb.parse(colors.output()).mix(Rgb.parse(colors.paper()), FAINTNESS).css();
    area.line(times, outputs, done - 1, steps, faint, colors.paper());
    area.line(times, outputs, 0, done, colors.output(), colors.paper());
    area.dots(times, current.problem().targets().toArray(), colors.ink());
  }

  private static double fractionOf(AxisRange range, double value) {
    return Double.isFinite(value) ? range.fraction(value) : Double.NaN;
  }

  private void placeMarks(State current) {
    int cursor = current.experiment().cursor();
    int pointed = current.pointedStep();
    placeBand(cursorBand, current, cursor);
    placeBand(pointedBand, current, pointed == cursor ? 0 : pointed);
    AxisRange up = values;
    int focus = current.focusStep();
    if (up == null || focus == 0) {
      ChartArea.hide(errorBar);
      ChartArea.hide(expectedMark);
      ChartArea.hide(outputMark);
      return;
    }
    double x = stepRange(current.problem().steps()).fraction(focus);
    double expected = fractionOf(up, current.problem().targets().get(focus - 1));
    double output = fractionOf(up, current.snapshot().pass().output(focus - 1));
    ChartArea.place(expectedMark, pointed > 0 ? x : Double.NaN, expected);
    ChartArea.place(outputMark, pointed > 0 ? x : Double.NaN, output);
    double end = Double.isNaN(output) ? expected : output;
    ChartArea.stretch(errorBar, x, 0, Math.min(expected, end), Math.max(expected, end));
  }

  private static void placeBand(HTMLElement band, State current, int step) {
    if (step == 0) {
      ChartArea.hide(band);
    } else {
      double width = 1.0 / current.problem().steps();
      ChartArea.stretch(band, (step - 1) * width, width, 0, 1);
    }
  }

  private void writeLegend(State current) {
    int step = current.focusStep();
    if (step == 0) {
      for (HTMLElement text :
          new HTMLElement[] {expectedValue, expectedRaw, outputValue, outputRaw, errorValue}) {
        Dom.setText(text, "");
      }
      Dom.setText(error, "Point at a step to read it.");
      return;
    }
    Problem problem = current.problem();
    double expected = problem.targets().get(step - 1);
    double output = current.snapshot().pass().output(step - 1);
    boolean inTwoUnits = problem.units().normalizes();
    Dom.setText(expectedValue, Text.NUMBERS.significant(expected));
    Dom.setText(expectedRaw, inTwoUnits ? "(raw " + rawExpected(problem, step) + ")" : "");
    Dom.setText(outputValue, Text.NUMBERS.significant(output));
    Dom.setText(outputRaw, inTwoUnits ? "(raw " + rawOutput(current, step) + ")" : "");
    Dom.setText(error, "error at t = " + step);
    Dom.setText(errorValue, Text.NUMBERS.significant(output - expected));
  }

  private static String rawExpected(Problem problem, int step) {
    Numbers raw = problem.rawTargets();
    return Text.NUMBERS.forSeries(raw.toArray()).apply(raw.get(step - 1));
  }

  private static String rawOutput(State current, int step) {
    double output = current.snapshot().pass().output(step - 1);
    return Text.NUMBERS.significant(current.problem().units().toRaw(output));
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    State current = state;
    if (current == null) {
      return rows;
    }
    for (int step = 1; step <= current.problem().steps(); step++) {
      double expected = current.problem().targets().get(step - 1);
      double output = current.snapshot().pass().output(step - 1);
      rows.add(
          new String[] {
            Integer.toString(step),
            Text.NUMBERS.significant(expected),
            Text.NUMBERS.significant(output),
            Text.NUMBERS.significant(output - expected),
            rawExpected(current.problem(), step),
            rawOutput(current, step)
          });
    }
    return rows;
  }

  private void summarize() {
    State current = state;
    if (current == null) {
      return;
    }
    int steps = current.problem().steps();
    int cursor = current.experiment().cursor();
    String text =
        "A chart of expected and actual output over "
            + steps
            + " time steps, "
            + (current.problem().units().normalizes() ? "normalized" : "raw")
            + ". At step 1 "
            + spoken(current, 1)
            + "; at step "
            + steps
            + " "
            + spoken(current, steps)
            + ".";
    Dom.setText(
        summary,
        cursor == 0
            ? text
            : text + " At the cursor, step " + cursor + ", " + spoken(current, cursor) + ".");
  }

  private static String spoken(State current, int step) {
    return Text.NUMBERS.significant(current.problem().targets().get(step - 1))
        + " is expected and "
        + Text.NUMBERS.significant(current.snapshot().pass().output(step - 1))
        + " put out";
  }
}
