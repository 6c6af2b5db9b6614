package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What the network puts out against what is expected of it, over the time steps: with each input
 * given, and on its own output if that is asked for.
 */
public final class PredictionView implements View {
  private static final int RIGHT_MARGIN = 10;

  /** Share of the ground in the colour of what is after the cursor. */
  private static final double FAINTNESS = 0.55;

  /** Share of the ground in the colour of the fan. */
  private static final double FAN_FAINTNESS = 0.68;

  /**
   * How far free running and what is expected past the end may widen the axis to each side, in
   * spans of the rest: what grows evenly stays in sight, what explodes does not flatten all else.
   */
  private static final double MOST_WIDENING = 1.5;

  /** Room above the chart for the names of its parts, in CSS pixels. */
  private static final int PART_HEIGHT = 12;

  private static final int TICK_DISTANCE = 22;
  private static final int TICK_WIDTH = 26;
  private static final double SUMMARY_PERIOD_MS = 1000;
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

  private final Consumer<Event> dispatch;
  private final FreeRunning free = new FreeRunning(this::fanCompleted);
  private final FreeRunControls controls;
  private final HorizonView horizon = new HorizonView();
  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final HTMLElement testBand = area.markBelow("mark-test");
  private final HTMLElement pastBand = area.markBelow("mark-past");
  private final HTMLElement takeoverMark = area.markBelow("mark-takeover");
  private final HTMLElement cursorBand = area.markBelow("mark-cursor");
  private final HTMLElement pointedBand = area.markBelow("mark-pointed");
  private final HTMLElement errorBar = area.markBelow("mark-error");
  private final HTMLElement outputMark = area.markAbove("mark-output");
  private final HTMLElement freeMark = area.markAbove("mark-free");
  private final HTMLElement expectedMark = area.markAbove("mark-expected");
  private final HTMLElement units = Dom.element("div", "chart-label");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final PredictionLegend legend = new PredictionLegend();
  private final HTMLElement offAxis =
      Dom.text("p", "caption off-axis", "What leaves the axis is in the table.");
  private final DataTable table = new DataTable("Prediction", HEADERS, this::rows);
  private final Paced summing = new Paced(SUMMARY_PERIOD_MS, this::summarize);
  private final HTMLElement root;

  private @Nullable State state;
  private @Nullable Palette palette;
  private @Nullable AxisRange values;
  private boolean freeShown;

  /** Step pointed at past the end of the sequence; 0 for none. */
  private int pastPointed;

  /** Makes the view; pointing at a step and choosing one are dispatched. */
  public PredictionView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    controls = new FreeRunControls(dispatch);
    HTMLElement figure =
        Dom.element(
            "figure",
            "figure chart",
            summary,
            units,
            area.root(),
            Dom.text("div", "chart-label chart-label-x", "time step t"),
            legend.root(),
            offAxis,
            table.root());
    figure.setAttribute("aria-label", "Prediction");
    root = Dom.element("div", "", controls.root(), figure);
    testBand.appendChild(Dom.text("span", "part-name", "test"));
    pastBand.appendChild(Dom.text("span", "part-name", "past the end"));
    area.onPoint(this::pointAt);
    area.onChoose(this::choose);
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
    boolean newPointed = last == null || last.pointed().step() != next.pointed().step();
    int lastTakeover = free.takeover();
    boolean newFan = free.follow(next, isRunning(next));
    boolean newRun = newFan || lastTakeover != free.takeover();
    // At rest the axis may fit tightly again.
    boolean cameToRest = last != null && isRunning(last) && !isRunning(next);
    boolean newColors = palette != colors;
    state = next;
    palette = colors;
    if (newProblem || free.isOn() != freeShown) {
      values = null;
      pastPointed = 0;
      Dom.setText(
          units, next.problem().units().normalizes() ? "value (normalized)" : "value (raw)");
    }
    if (free.isOn() != freeShown) {
      freeShown = free.isOn();
      table.setHeaders(freeShown ? FREE_HEADERS : HEADERS);
    }
    controls.render(next);
    if (newProblem || newOutput || newCursor || newRun || newColors || cameToRest) {
      draw();
    } else if (newPointed) {
      placeMarks(next);
    }
    if (newProblem || newOutput || newCursor || newPointed || newRun) {
      writeLegend(next);
    }
    showHorizon(next, newFan, colors);
    table.frame(newProblem || newOutput || newRun, isRunning(next));
    summing.frame(newProblem || newOutput || newCursor || newRun, isRunning(next));
  }

  private static boolean isRunning(State state) {
    return state.isRunning();
  }

  private void fanCompleted() {
    State current = state;
    Palette colors = palette;
    if (current != null && colors != null) {
      draw();
      writeLegend(current);
      showHorizon(current, true, colors);
    }
  }

  private void showHorizon(State current, boolean newFan, Palette colors) {
    boolean attached = horizon.root().getParentNode() != null;
    if (free.isOn() && !attached) {
      root.appendChild(horizon.root());
    } else if (!free.isOn() && attached) {
      root.removeChild(horizon.root());
    }
    horizon.show(free.fan(), current.problem().steps(), isRunning(current), newFan, colors);
  }

  @Override
  public void close() {
    free.forget();
    area.close();
    horizon.close();
  }

  private void pointAt(double fraction) {
    State current = state;
    if (current == null) {
      return;
    }
    int step = Double.isNaN(fraction) ? 0 : ChartArea.stepAt(fraction, steps(current).count());
    int past = step > current.problem().steps() ? step : 0;
    if (past != pastPointed) {
      pastPointed = past;
      placeMarks(current);
      writeLegend(current);
    }
    int within = past > 0 ? 0 : step;
    if (within != current.pointed().step()) {
      dispatch.accept(new Command.StepPointedAt(within));
    }
  }

  private void choose(double fraction) {
    State current = state;
    if (current != null) {
      int step = ChartArea.stepAt(fraction, steps(current).count());
      if (step <= current.problem().steps()) {
        dispatch.accept(new Change.StepChosen(step));
      }
    }
  }

  private PredictedSteps steps(State current) {
    return new PredictedSteps(current, free);
  }

  private int focusStep(State current) {
    return pastPointed > 0 ? pastPointed : current.focusStep();
  }

  private void draw() {
    State current = state;
    Palette colors = palette;
    if (current == null || colors == null || !area.hasSize()) {
      return;
    }
    int count = steps(current).count();
    AxisRange up = valueRange(current);
    boolean parts = free.isOn() || current.problem().trainSteps() < current.problem().steps();
    area.setHeadroom(parts ? PART_HEIGHT : 0);
    area.begin(
        colors,
        ChartArea.stepRange(count),
        AxisTicks.steps(count, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.linear(up, area.ticksUp(TICK_DISTANCE)));
    drawSeries(current, colors);
    placeParts(current, count);
    placeMarks(current);
  }

  private AxisRange valueRange(State current) {
    Extent extent = new Extent();
    extent.add(current.problem().targets().toArray());
    extent.spread();
    for (int t = 0; t < current.problem().steps(); t++) {
      extent.include(current.snapshot().pass().output(t));
    }
    boolean fits = true;
    if (free.isOn()) {
      Extent whole = new Extent();
      whole.add(free.expected());
      whole.add(free.line());
      TakeoverFan fan = free.fan();
      for (int run = 0; fan != null && run < fan.size(); run++) {
        whole.add(fan.outputs(run));
      }
      fits = extent.widenTo(whole, MOST_WIDENING);
    }
    Dom.setHidden(offAxis, !free.isOn());
    Dom.toggleClass(offAxis, "off", fits);
    AxisRange fitting = AxisRange.around(extent.low(), extent.high());
    AxisRange last = values;
    AxisRange range =
        last != null && isRunning(current)
            ? last.adapted(fitting, extent.low(), extent.high())
            : fitting;
    values = range;
    return range;
  }

  private void drawSeries(State current, Palette colors) {
    int steps = current.problem().steps();
    int cursor = current.experiment().cursor();
    double[] times = new double[steps(current).count()];
    double[] outputs = new double[steps];
    for (int t = 0; t < times.length; t++) {
      times[t] = t + 1;
    }
    for (int t = 0; t < steps; t++) {
      outputs[t] = current.snapshot().pass().output(t);
    }
    area.clip();
    Rgb green = Rgb.parse(colors.output());
    TakeoverFan fan = free.fan();
    String thin = green.mix(Rgb.parse(colors.paper()), FAN_FAINTNESS).css();
    for (int run = 0; fan != null && run < fan.size(); run++) {
      area.thinLine(times, fan.outputs(run), fan.takeover(run) - 1, thin);
    }
    // With no cursor all of it is equally important.
    int done = cursor == 0 ? steps : cursor;
    String faint = green.mix(Rgb.parse(colors.paper()), FAINTNESS).css();
    area.line(times, outputs, done - 1, steps, faint, colors.paper());
    area.line(times, outputs, 0, done, colors.output(), colors.paper());
    if (free.isOn()) {
      area.dashedLine(times, free.line(), free.takeover() - 1, colors.output());
      area.openDots(times, free.expected(), steps, colors.ink(), colors.paper());
    }
    area.dots(times, current.problem().targets().toArray(), colors.ink());
    area.unclip();
  }

  /** Shows which steps only test, which are past the end, and where the network is left alone. */
  private void placeParts(State current, int count) {
    double width = 1.0 / count;
    int all = current.problem().steps();
    int trained = current.problem().trainSteps();
    double tests = trained < all ? trained * width : Double.NaN;
    double past = count > all ? all * width : Double.NaN;
    ChartArea.stretch(testBand, tests, (all - trained) * width, 0, 1);
    ChartArea.stretch(pastBand, past, (count - all) * width, 0, 1);
    ChartArea.stretch(takeoverMark, past + (free.takeover() - 0.5 - all) * width, 0, 0, 1);
  }

  private static double fractionOf(AxisRange range, double value) {
    double fraction = Double.isFinite(value) ? range.fraction(value) : Double.NaN;
    return fraction >= 0 && fraction <= 1 ? fraction : Double.NaN;
  }

  private void placeMarks(State current) {
    PredictedSteps steps = steps(current);
    int cursor = current.experiment().cursor();
    int pointed = pastPointed > 0 ? pastPointed : current.pointed().step();
    placeBand(cursorBand, steps, cursor);
    placeBand(pointedBand, steps, pointed == cursor ? 0 : pointed);
    AxisRange up = values;
    int focus = focusStep(current);
    if (up == null || focus == 0) {
      for (HTMLElement mark : new HTMLElement[] {errorBar, expectedMark, outputMark, freeMark}) {
        ChartArea.hide(mark);
      }
      return;
    }
    double x = ChartArea.stepRange(steps.count()).fraction(focus);
    double expected = fractionOf(up, steps.expected(focus));
    double output = fractionOf(up, steps.output(focus));
    double alone = fractionOf(up, steps.freeOutput(focus));
    double markX = pointed > 0 ? x : Double.NaN;
    ChartArea.place(expectedMark, markX, expected);
    ChartArea.place(outputMark, markX, output);
    ChartArea.place(freeMark, markX, alone);
    double end = pastPointed > 0 ? alone : output;
    ChartArea.stretch(errorBar, x, 0, Math.min(expected, end), Math.max(expected, end));
  }

  private static void placeBand(HTMLElement band, PredictedSteps steps, int step) {
    if (step == 0) {
      ChartArea.hide(band);
    } else {
      double width = 1.0 / steps.count();
      ChartArea.stretch(band, (step - 1) * width, width, 0, 1);
    }
  }

  private void writeLegend(State current) {
    legend.write(steps(current), focusStep(current), current.problem().units().normalizes());
    legend.showParts(current, free);
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    State current = state;
    if (current == null) {
      return rows;
    }
    PredictedSteps steps = steps(current);
    for (int step = 1; step <= steps.count(); step++) {
      rows.add(free.isOn() ? freeRow(steps, step) : row(steps, step));
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

  private void summarize() {
    State current = state;
    if (current == null) {
      return;
    }
    PredictedSteps steps = steps(current);
    int all = steps.sequence();
    int cursor = current.experiment().cursor();
    int trained = current.problem().trainSteps();
    int end = steps.count();
    Dom.setText(
        summary,
        "A chart of expected and actual output over "
            + all
            + " time steps, "
            + (current.problem().units().normalizes() ? "normalized" : "raw")
            + ". At step 1 "
            + spoken(steps, 1)
            + "; at step "
            + all
            + " "
            + spoken(steps, all)
            + "."
            + (cursor == 0
                ? ""
                : " At the cursor, step " + cursor + ", " + spoken(steps, cursor) + ".")
            + (trained == all ? "" : " The steps after " + trained + " are the test part, shaded.")
            + (free.isOn()
                ? " Free running from step "
                    + free.takeover()
                    + " on, a dashed line, goes on past the end to step "
                    + end
                    + ", where it puts out "
                    + steps.freeText(end)
                    + "; expected there: "
                    + steps.expectedText(end)
                    + "."
                : ""));
  }

  private static String spoken(PredictedSteps steps, int step) {
    return steps.expectedText(step) + " is expected and " + steps.outputText(step) + " put out";
  }
}
