package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.SeedSweep;
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
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.GhostWords;
import io.github.unrolled.ui.words.MemoryWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The loss of both methods over the work they took, held against what can be had without memory and
 * earlier runs, with the timeline that goes back in it.
 */
public final class LossView implements View {
  private static final GhostWords GHOSTS = new GhostWords(Text.NUMBERS);
  private static final MemoryWords MEMORY = new MemoryWords(Text.NUMBERS);

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

  /** Of the ghosts' curves, by number, in CSS pixels. */
  private static final double[] DASHES = {0.01, 0.01, 3, 8};

  private static final double[] GAPS = {4, 7, 5, 5};

  /** Share of the x axis that the mark of the moment shown is wide. */
  private static final double MOMENT_WIDTH = 0.02;

  /** Lets a band shine through. */
  private static final String BAND_ALPHA = "2e";

  private static final Snapshot.Curve NOTHING = new Snapshot.Curve(Numbers.of(), Numbers.of());

  private static final String[] HEADERS = {"Work", "BPTT", "Best of random search"};
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
  private final HTMLElement momentLine = area.markBelow("mark-cursor");
  private final HTMLElement clipEntry =
      Dom.element("span", "", Dom.element("i", "key-clip"), Dom.text("span", "", "clipped epochs"));
  private final TimelineView timeline;
  private final GhostsView ghostsView;
  private final LegendEntry testEntry = new LegendEntry("key-none", "test loss");
  private final LegendEntry bandEntry =
      new LegendEntry("key-band", "medians and middle 16 of 20 seeds");
  private final RungEntry rungEntry = new RungEntry();
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement floorNote =
      Dom.text("span", "", " Losses below 1e−18 are drawn there.");
  private final DataTable table = new DataTable("Loss", HEADERS, this::rows);
  private final Paced summing = new Paced(SUMMARY_PERIOD_MS, this::summarize);
  private final HTMLElement root;

  private @Nullable State state;
  private @Nullable Palette palette;
  private @Nullable AxisRange losses;
  private Line bptt = new Line(NOTHING);
  private Line search = new Line(NOTHING);
  private double[] clipped = {};
  private @Nullable Bands bands;
  private List<Ghost> ghosts = List.of();
  private Line[] ghostLines = {};
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
      ChartArea.takeLog10(log, FLOOR);
    }

    /** Work of the last point, 0 if there is none. */
    double end() {
      return work.length == 0 ? 0 : work[work.length - 1];
    }
  }

  /** What many seeds came to, ready to be drawn. */
  private static final class Bands {
    final SeedSweep sweep;
    final double[] work;
    final double[][] logs = new double[6][];

    Bands(SeedSweep sweep) {
      this.sweep = sweep;
      work = sweep.work();
      int at = 0;
      for (Method method : Method.values()) {
        logs[at++] = sweep.low(method);
        logs[at++] = sweep.median(method);
        logs[at++] = sweep.high(method);
      }
      for (double[] log : logs) {
        ChartArea.takeLog10(log, FLOOR);
      }
    }

    /** Draws the band of a method; what is above all is cut off. */
    void draw(ChartArea area, Method method, String color) {
      int from = method == Method.BPTT ? 0 : 3;
      area.band(work, logs[from], logs[from + 2], color + BAND_ALPHA);
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
      Dom.setText(meanValue, Text.NUMBERS.loss(baselines.mean()));
      Dom.setText(copyValue, Text.NUMBERS.loss(baselines.copy()));
      Dom.setText(lineValue, Text.NUMBERS.loss(baselines.line()));
      Dom.setText(lineDetail, baselines.line() == 0 ? "(off the scale)" : "");
    }
  }

  public LossView(Consumer<Event> dispatch) {
    timeline = new TimelineView(dispatch);
    ghostsView = new GhostsView(dispatch);
    root =
        Dom.element(
            "figure",
            "figure chart",
            summary,
            Dom.text("div", "chart-label", "loss (MSE), log scale"),
            area.root(),
            Dom.element(
                "div",
                "chart-label loss-axis",
                clipEntry,
                Dom.text("span", "", "work (forward passes)")),
            timeline.root(),
            Dom.element(
                "div",
                "chart-legend loss-legend",
                bpttEntry.root(),
                searchEntry.root(),
                testEntry.root(),
                bandEntry.root(),
                rungEntry.root),
            ghostsView.root(),
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
    Dom.setHidden(bandEntry.root(), true);
    root.setAttribute("aria-label", "Loss");
    root.setTabIndex(-1);
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
    if (last == null || last.run().number() != next.run().number()) {
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
      bptt = new Line(snapshot.bpttCurve());
      search = new Line(snapshot.searchCurve());
      clipped = snapshot.clippedWork().toArray();
    }
    SeedSweep sweep = next.compared().seeds();
    SeedSweep finished = sweep == null || !sweep.isDone() ? null : sweep;
    boolean newBands = finished != (bands == null ? null : bands.sweep);
    if (newBands) {
      bands = finished == null ? null : new Bands(finished);
      Dom.setHidden(bandEntry.root(), finished == null);
    }
    boolean newGhosts = next.compared().ghosts() != ghosts;
    if (newGhosts) {
      takeGhosts(next.compared().ghosts());
    }
    if (newCurves || newColors || newGhosts || newBands) {
      draw();
      writeLegend();
      writeVerdict(next);
    }
    boolean running = next.isRunning();
    table.frame(newCurves || newGhosts, running);
    summing.frame(newCurves || newGhosts || newBands, running);
    timeline.render(next, colors);
    ghostsView.render(next, colors);
  }

  private void takeGhosts(List<Ghost> next) {
    ghosts = next;
    ghostLines = new Line[next.size()];
    String[] headers = Arrays.copyOf(HEADERS, HEADERS.length + next.size());
    for (int i = 0; i < ghostLines.length; i++) {
      ghostLines[i] = new Line(next.get(i).curve());
      // An underscore would make a subscript.
      headers[HEADERS.length + i] = GHOSTS.name(next.get(i)).replace('_', ' ');
    }
    table.setHeaders(headers);
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
    Bands seeds = bands;
    if (seeds != null) {
      area.clip();
      seeds.draw(area, Method.BPTT, colors.bptt());
      seeds.draw(area, Method.RANDOM_SEARCH, colors.search());
      area.thinLine(seeds.work, seeds.logs[1], 0, colors.bptt());
      area.dashedLine(seeds.work, seeds.logs[4], 0, colors.search());
      area.unclip();
    }
    for (double rung : rungs) {
      area.level(rung, colors.inkSoft());
    }
    String faint = Rgb.parse(colors.bptt()).mix(Rgb.parse(colors.paper()), FAINTNESS).css();
    for (int i = 0; i < ghostLines.length; i++) {
      int slot = ghosts.get(i).slot();
      area.brokenCurve(
          ghostLines[i].work, ghostLines[i].log, DASHES[slot - 1], GAPS[slot - 1], faint);
    }
    area.ticks(clipped, colors.bptt());
    Dom.setFlag(clipEntry, "hidden", clipped.length == 0);
    area.curve(search.work, search.log, true, colors.search(), colors.paper());
    area.curve(bptt.work, bptt.log, false, colors.bptt(), colors.bptt());
    for (int i = 0; i < ghostLines.length; i++) {
      Line line = ghostLines[i];
      int last = line.work.length - 1;
      area.endLabel(
          line.work[last],
          line.log[last],
          "" + ghosts.get(i).slot(),
          colors.bptt(),
          colors.paper());
    }
    labelRungs(colors);
    placeMarks();
  }

  /** A copy is a line, so that the best line is always the lowest rung. */
  private void setRungs(Baselines baselines) {
    boolean copyIsHigher = baselines.copy() > baselines.mean();
    double high = Math.max(baselines.copy(), baselines.mean());
    double low = Math.min(baselines.copy(), baselines.mean());
    double[] losses = {high, low, baselines.line()};
    ChartArea.takeLog10(losses, FLOOR);
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
    double end = Math.max(bptt.end(), search.end());
    for (Line line : ghostLines) {
      end = Math.max(end, line.end());
    }
    if (bands != null) {
      end = Math.max(end, bands.work[bands.work.length - 1]);
    }
    return new AxisRange(0, Math.max(LEAST_WORK, end));
  }

  private AxisRange lossRange() {
    Extent curves = new Extent();
    curves.add(bptt.log);
    curves.add(search.log);
    for (Line line : ghostLines) {
      curves.add(line.log);
    }
    if (bands != null) {
      curves.add(bands.logs[0]);
      curves.add(bands.logs[1]);
      curves.add(bands.logs[3]);
      curves.add(bands.logs[4]);
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
    AxisRange across = workRange();
    ChartArea.hide(momentLine);
    if (showsPast()) {
      ChartArea.stretch(
          momentLine, across.fraction(shownWork()) - MOMENT_WIDTH / 2, MOMENT_WIDTH, 0, 1);
    }
    if (workAt() == Double.POSITIVE_INFINITY || up == null) {
      ChartArea.hide(hoverLine);
      ChartArea.hide(bpttMark);
      ChartArea.hide(searchMark);
      return;
    }
    if (Double.isNaN(pointed)) {
      ChartArea.hide(hoverLine);
    } else {
      ChartArea.stretch(hoverLine, pointed, 0, 0, 1);
    }
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
    return !Double.isNaN(pointed)
        ? pointed * workRange().max()
        : showsPast() ? shownWork() : Double.POSITIVE_INFINITY;
  }

  private boolean showsPast() {
    State current = state;
    return current != null && current.showsPast();
  }

  /** Work of BPTT up to the network that the page shows. */
  private double shownWork() {
    State current = state;
    return current == null ? 0 : current.snapshot().epochs() * Bptt.WORK_PER_EPOCH;
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
      searchEntry.show("", "not tried in this run yet");
    } else {
      searchEntry.show(
          Text.NUMBERS.significant(search.loss[j]),
          "after " + counted(triesAt(), " try", " tries"));
    }
  }

  private void writeVerdict(State current) {
    int testSteps = current.problem().steps() - current.problem().trainSteps();
    Dom.setHidden(testEntry.root(), testSteps == 0);
    testEntry.show(
        Text.NUMBERS.loss(current.snapshot().testLoss()),
        "on " + counted(testSteps, " step", " steps") + " that did not train");
    Yardsticks known = yardsticks;
    if (known != null) {
      Dom.setText(sentence, MEMORY.ofMemory(current, known));
    }
  }

  private static String counted(double count, String one, String many) {
    return Text.NUMBERS.integer(count) + (count == 1 ? one : many);
  }

  private List<String[]> rows() {
    double[] works = Ascending.union(bptt.work, search.work);
    for (Line line : ghostLines) {
      works = Ascending.union(works, line.work);
    }
    List<String[]> rows = new ArrayList<>();
    int count = Math.min(MOST_ROWS, works.length);
    for (int row = 0; row < count; row++) {
      // Evenly from the first to the last.
      double work = works[count == 1 ? 0 : row * (works.length - 1) / (count - 1)];
      String[] cells = new String[HEADERS.length + ghostLines.length];
      cells[0] = Text.NUMBERS.integer(work);
      cells[1] = lossAt(bptt, work);
      cells[2] = lossAt(search, work);
      for (int i = 0; i < ghostLines.length; i++) {
        cells[HEADERS.length + i] = lossAt(ghostLines[i], work);
      }
      rows.add(cells);
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
    Baselines baselines = known.baselines();
    Dom.setText(
        summary,
        "A chart of the loss on a logarithmic axis over the work done. BPTT: "
            + course(bptt, current.run().presentEpoch(), " epoch", " epochs")
            + pastWords(current)
            + " Random search: "
            + course(search, current.snapshot().tries(), " try", " tries")
            + ghostWords()
            + (bands == null ? "" : bandWords(bands.sweep))
            + " Rungs: predicting the mean "
            + Text.NUMBERS.loss(baselines.mean())
            + ", copying the input "
            + Text.NUMBERS.loss(baselines.copy())
            + ", best line without memory, with slope "
            + Text.NUMBERS.significant(baselines.slope())
            + " and intercept "
            + Text.NUMBERS.significant(baselines.intercept())
            + ", "
            + Text.NUMBERS.loss(baselines.line())
            + ".");
  }

  private String pastWords(State current) {
    return (current.showsPast()
            ? " Shown is epoch "
                + Text.NUMBERS.integer(current.snapshot().epochs())
                + ", loss "
                + Text.NUMBERS.loss(current.snapshot().loss())
                + "."
            : "")
        + (clipped.length == 0 ? "" : " Clipping acted, as the ticks on the axis show.");
  }

  private static String bandWords(SeedSweep sweep) {
    double[] trained = sweep.median(Method.BPTT);
    double[] drawn = sweep.median(Method.RANDOM_SEARCH);
    return " Of 20 seeds the median after "
        + Text.NUMBERS.integer(sweep.epochs())
        + " epochs is "
        + Text.NUMBERS.lossOrInfinity(trained[trained.length - 1])
        + " with BPTT and "
        + Text.NUMBERS.lossOrInfinity(drawn[drawn.length - 1])
        + " with random search at the same work.";
  }

  private String ghostWords() {
    String words = "";
    for (int i = 0; i < ghostLines.length; i++) {
      Ghost ghost = ghosts.get(i);
      words +=
          " Ghost "
              + ghost.slot()
              + ", "
              + GHOSTS.name(ghost)
              + ": "
              + course(ghostLines[i], ghost.epochs(), " epoch", " epochs");
    }
    return words;
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
}
