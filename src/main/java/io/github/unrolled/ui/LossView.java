package io.github.unrolled.ui;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.plot.Ascending;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.plot.LossExtent;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The loss of both methods over the work they took, held against what can be had without memory and
 * an earlier run.
 */
final class LossView implements View {
  /** Base-10 logarithm of the smallest loss that is drawn. */
  private static final double FLOOR = -18;

  /** Least of the loss axis, in powers of ten: enough for two labels. */
  private static final double LEAST_DECADES = 0.8;

  /** Least of the work axis, so that the first epochs are not stretched over all of it. */
  private static final double LEAST_WORK = 10;

  /** Rungs that are closer than this, in CSS pixels, share a label. */
  private static final double LABEL_HEIGHT = 14;

  /** Share of the ground in the colour of the earlier run. */
  private static final double FAINTNESS = 0.4;

  private static final Snapshot.Curve NOTHING = new Snapshot.Curve(Numbers.of(), Numbers.of());

  private static final int RIGHT_MARGIN = 22;
  private static final int TICK_DISTANCE = 20;
  private static final int TICK_WIDTH = 64;
  private static final int MOST_ROWS = 50;
  private static final double SUMMARY_PERIOD_MS = 1000;

  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final HTMLElement hoverLine = area.markBelow("mark-hover");
  private final HTMLElement bpttMark = area.markAbove("mark-bptt");
  private final HTMLElement searchMark = area.markAbove("mark-search");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final LegendEntry bpttEntry = new LegendEntry("key-bptt", "BPTT");
  private final LegendEntry searchEntry = new LegendEntry("key-search", "best of random search");
  private final LegendEntry ghostEntry = new LegendEntry("key-ghost", "");
  private final LegendEntry testEntry = new LegendEntry("key-none", "test loss");
  private final RungEntry rungEntry = new RungEntry();
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement floorNote =
      Dom.text("span", "", " Losses below 1e−18 are drawn there.");
  private final DataTable table =
      new DataTable(
          "Loss",
          new String[] {"Work", "BPTT", "Best of random search", "Earlier run"},
          this::rows);
  private final Paced summing = new Paced(SUMMARY_PERIOD_MS, this::summarize);
  private final HTMLElement root;

  private @Nullable State state;
  private @Nullable Palette palette;
  private @Nullable AxisRange losses;
  private Line bptt = new Line(NOTHING);
  private Line search = new Line(NOTHING);
  private Line ghost = new Line(NOTHING);
  private @Nullable Yardsticks yardsticks;

  /** Base-10 logarithms of the rungs that are on the scale, from the highest down. */
  private double[] rungs = {};

  private String[] rungLabels = {};

  /** Work pointed at, as a fraction of the x axis; NaN for none. */
  private double pointed = Double.NaN;

  /** A curve ready to be drawn: work, and the loss there with its base-10 logarithm. */
  private static final class Line {
    final double[] work;
    final double[] loss;
    final double[] log;

    Line(Snapshot.Curve curve) {
      work = curve.work().toArray();
      loss = curve.loss().toArray();
      log = loss.clone();
      takeLog10(log, FLOOR);
    }

    /** Work of the last point, 0 if there is none. */
    double end() {
      return work.length == 0 ? 0 : work[work.length - 1];
    }
  }

  /** The entry of the rungs: what each is, and its loss. */
  private static final class RungEntry {
    final HTMLElement copy = Dom.element("span", "");
    final HTMLElement meanValue = Dom.element("span", "legend-value");
    final HTMLElement copyValue = Dom.element("span", "legend-value");
    final HTMLElement lineValue = Dom.element("span", "legend-value");
    final HTMLElement lineDetail = Dom.element("span", "legend-detail");
    final HTMLElement root =
        Dom.element(
            "div",
            "legend-entry rungs",
            Dom.element("i", "key key-rung"),
            Dom.element("span", "rung", Dom.text("span", "", "predict the mean"), meanValue),
            Dom.element("span", "rung", copy, copyValue),
            Dom.element("span", "rung", Dom.text("span", "", "best line"), lineValue, lineDetail));

    void show(Baselines baselines, boolean predictsInput) {
      Dom.setText(copy, predictsInput ? "copy the last value" : "copy the input");
      Dom.setText(meanValue, LossWords.loss(baselines.mean()));
      Dom.setText(copyValue, LossWords.loss(baselines.copy()));
      Dom.setText(lineValue, LossWords.loss(baselines.line()));
      Dom.setText(lineDetail, baselines.line() == 0 ? "(off the scale)" : "");
    }
  }

  LossView() {
    root =
        Dom.element(
            "figure",
            "figure chart",
            summary,
            Dom.text("div", "chart-label", "loss (MSE), log scale"),
            area.root(),
            Dom.text("div", "chart-label chart-label-x", "work (forward passes)"),
            Dom.element(
                "div",
                "chart-legend loss-legend",
                bpttEntry.root(),
                searchEntry.root(),
                ghostEntry.root(),
                testEntry.root(),
                rungEntry.root),
            sentence,
            Dom.element(
                "p",
                "caption",
                Dom.text(
                    "span",
                    "",
                    "Work: one forward pass = 1; an epoch of BPTT = 3 (forward, backward, update);"
                        + " a random try = 1."),
                floorNote),
            table.root());
    root.setAttribute("aria-label", "Loss");
    area.onPoint(this::pointAt);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State next, Palette colors) {
    State last = state;
    boolean newCurves = last == null || last.snapshot() != next.snapshot();
    boolean newColors = palette != colors;
    if (last == null || last.runNumber() != next.runNumber()) {
      losses = null;
    }
    state = next;
    palette = colors;
    if (last == null || last.problem() != next.problem()) {
      Yardsticks known = new Yardsticks(next.problem());
      yardsticks = known;
      rungEntry.show(known.baselines(), next.problem().predictsInput());
      setRungs(known.baselines());
    }
    if (newCurves) {
      Snapshot snapshot = next.snapshot();
      Ghost earlier = next.ghost();
      bptt = new Line(snapshot.bpttCurve());
      search = new Line(snapshot.searchCurve());
      ghost = new Line(earlier == null ? NOTHING : earlier.curve());
    }
    if (newCurves || newColors) {
      draw();
      writeLegend();
      writeVerdict(next);
    }
    boolean running = next.training() || next.searching();
    table.frame(newCurves, running);
    summing.frame(newCurves, running);
  }

  @Override
  public void close() {
    area.close();
  }

  private void draw() {
    State current = state;
    Palette colors = palette;
    if (current == null || colors == null || !area.hasSize()) {
      return;
    }
    AxisRange across = workRange();
    AxisRange up = lossRange();
    area.begin(
        colors,
        across,
        AxisTicks.counts(across, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.log10(up, area.ticksUp(TICK_DISTANCE)));
    for (double rung : rungs) {
      area.level(rung, colors.inkSoft());
    }
    String faint = Rgb.parse(colors.bptt()).mix(Rgb.parse(colors.paper()), FAINTNESS).css();
    area.dottedCurve(ghost.work, ghost.log, faint);
    area.curve(search.work, search.log, true, colors.search(), colors.paper());
    area.curve(bptt.work, bptt.log, false, colors.bptt(), colors.bptt());
    labelRungs(colors);
    placeMarks();
  }

  /** A copy is a line, so that the best line is always the lowest rung. */
  private void setRungs(Baselines baselines) {
    boolean copyIsHigher = baselines.copy() > baselines.mean();
    double high = Math.max(baselines.copy(), baselines.mean());
    double low = Math.min(baselines.copy(), baselines.mean());
    double[] losses = {high, low, baselines.line()};
    takeLog10(losses, FLOOR);
    rungs = losses;
    rungLabels =
        new String[] {copyIsHigher ? "copy" : "mean", copyIsHigher ? "mean" : "copy", "best line"};
  }

  private void labelRungs(Palette colors) {
    String label = "";
    double top = 0;
    for (int i = 0; i < rungs.length; i++) {
      if (!area.showsLevel(rungs[i])) {
        continue;
      }
      if (label.isEmpty()) {
        top = rungs[i];
      }
      label = label.isEmpty() ? rungLabels[i] : label + ", " + rungLabels[i];
      boolean shared =
          i + 1 < rungs.length
              && area.showsLevel(rungs[i + 1])
              && area.pixelsUp(top - rungs[i + 1]) < LABEL_HEIGHT;
      if (!shared) {
        area.label(top, label, colors.inkSoft(), colors.paper());
        label = "";
      }
    }
  }

  private AxisRange workRange() {
    double end = Math.max(ghost.end(), Math.max(bptt.end(), search.end()));
    return new AxisRange(0, Math.max(LEAST_WORK, end));
  }

  private AxisRange lossRange() {
    Extent curves = new Extent();
    for (Line line : new Line[] {bptt, search, ghost}) {
      curves.add(line.log);
    }
    Dom.setFlag(floorNote, "hidden", curves.low() > FLOOR);
    if (curves.low() > curves.high()) {
      return new AxisRange(-1, 1);
    }
    LossExtent.widen(curves, rungs, FLOOR);
    AxisRange fitting = AxisRange.around(curves.low(), curves.high(), LEAST_DECADES);
    AxisRange last = losses;
    AxisRange range = last == null ? fitting : last.adapted(fitting, curves.low(), curves.high());
    losses = range;
    return range;
  }

  private void pointAt(double fraction) {
    pointed = Math.max(0, Math.min(1, fraction));
    placeMarks();
    writeLegend();
  }

  private void placeMarks() {
    AxisRange up = losses;
    if (Double.isNaN(pointed) || up == null) {
      ChartArea.hide(hoverLine);
      ChartArea.hide(bpttMark);
      ChartArea.hide(searchMark);
      return;
    }
    ChartArea.stretch(hoverLine, pointed, 0, 0, 1);
    AxisRange across = workRange();
    int i = indexAt(bptt);
    if (i >= 0) {
      ChartArea.place(bpttMark, across.fraction(bptt.work[i]), up.fraction(bptt.log[i]));
    }
    int j = indexAt(search);
    if (j >= 0) {
      ChartArea.place(searchMark, across.fraction(triesAt()), up.fraction(search.log[j]));
    }
    Dom.setFlag(bpttMark, "hidden", i < 0);
    Dom.setFlag(searchMark, "hidden", j < 0);
  }

  /** The last point up to the work pointed at, or the last of all; -1 for none. */
  private int indexAt(Line line) {
    return Ascending.lastUpTo(line.work, workAt());
  }

  private double workAt() {
    return Double.isNaN(pointed) ? Double.POSITIVE_INFINITY : pointed * workRange().max();
  }

  /** Tries done at the work pointed at, the best of which was found some time before. */
  private double triesAt() {
    return Math.min(search.end(), Math.floor(workAt()));
  }

  private void writeLegend() {
    int i = indexAt(bptt);
    if (i < 0) {
      bpttEntry.show("", "no finite loss yet");
    } else {
      double work = bptt.work[i];
      bpttEntry.show(
          Text.NUMBERS.significant(bptt.loss[i]),
          "after "
              + counted(work / Bptt.WORK_PER_EPOCH, " epoch", " epochs")
              + " (work "
              + Text.NUMBERS.integer(work)
              + ")");
    }
    int j = indexAt(search);
    if (j < 0) {
      searchEntry.show("", "not tried yet");
    } else {
      searchEntry.show(
          Text.NUMBERS.significant(search.loss[j]),
          "after " + counted(triesAt(), " try", " tries"));
    }
  }

  private void writeVerdict(State current) {
    Ghost earlier = current.ghost();
    ghostEntry.root().setHidden(earlier == null);
    if (earlier != null) {
      ghostEntry.name(earlier.name());
      double epochs = ghost.end() / Bptt.WORK_PER_EPOCH;
      ghostEntry.show(
          LossWords.loss(LossWords.finalLoss(earlier)),
          "after " + counted(epochs, " epoch", " epochs"));
    }
    int testSteps = current.problem().steps() - current.problem().trainSteps();
    testEntry.root().setHidden(testSteps == 0);
    testEntry.show(
        LossWords.loss(current.snapshot().testLoss()),
        "on " + counted(testSteps, " step", " steps") + " that did not train");
    Yardsticks known = yardsticks;
    if (known != null) {
      Dom.setText(sentence, LossWords.ofMemory(current, known));
    }
  }

  private static String counted(double count, String one, String many) {
    return Text.NUMBERS.integer(count) + (count == 1 ? one : many);
  }

  private List<String[]> rows() {
    double[] works = Ascending.union(Ascending.union(bptt.work, search.work), ghost.work);
    List<String[]> rows = new ArrayList<>();
    int count = Math.min(MOST_ROWS, works.length);
    for (int row = 0; row < count; row++) {
      // Evenly from the first to the last.
      double work = works[count == 1 ? 0 : row * (works.length - 1) / (count - 1)];
      rows.add(
          new String[] {
            Text.NUMBERS.integer(work),
            lossAt(bptt, work),
            lossAt(search, work),
            lossAt(ghost, work)
          });
    }
    return rows;
  }

  private static String lossAt(Line line, double work) {
    int i = Ascending.lastUpTo(line.work, work);
    return i < 0 || work > line.end() ? "–" : Text.NUMBERS.significant(line.loss[i]);
  }

  private void summarize() {
    State current = state;
    Yardsticks known = yardsticks;
    if (current == null || known == null) {
      return;
    }
    Ghost earlier = current.ghost();
    Baselines baselines = known.baselines();
    Dom.setText(
        summary,
        "A chart of the loss on a logarithmic axis over the work done. BPTT: "
            + course(bptt, current.snapshot().epochs(), " epoch", " epochs")
            + " Random search: "
            + course(search, current.snapshot().tries(), " try", " tries")
            + (earlier == null
                ? ""
                : " Earlier, "
                    + earlier.name()
                    + ": "
                    + course(ghost, ghost.end() / Bptt.WORK_PER_EPOCH, " epoch", " epochs"))
            + " Rungs: predicting the mean "
            + LossWords.loss(baselines.mean())
            + ", copying the input "
            + LossWords.loss(baselines.copy())
            + ", best line without memory, with slope "
            + Text.NUMBERS.significant(baselines.slope())
            + " and intercept "
            + Text.NUMBERS.significant(baselines.intercept())
            + ", "
            + LossWords.loss(baselines.line())
            + ".");
  }

  private static String course(Line line, double count, String one, String many) {
    int size = line.loss.length;
    if (size == 0) {
      return "no loss yet.";
    }
    return "from "
        + Text.NUMBERS.significant(line.loss[0])
        + " to "
        + Text.NUMBERS.significant(line.loss[size - 1])
        + " after "
        + counted(count, one, many)
        + ".";
  }

  /** Replaces each number by its base-10 logarithm, or by a floor where that is lower. */
  @JSBody(
      params = {"numbers", "floor"},
      script =
          "for (var i = 0; i < numbers.length; i++)"
              + "  numbers[i] = Math.max(floor, Math.log10(numbers[i]));")
  static native void takeLog10(@JSByRef double[] numbers, double floor);
}
