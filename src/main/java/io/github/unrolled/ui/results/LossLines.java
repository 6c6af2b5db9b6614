package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.SeedSweep;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.plot.Ascending;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.chart.Band;
import io.github.unrolled.ui.chart.Level;
import io.github.unrolled.ui.chart.LineMarks;
import io.github.unrolled.ui.chart.LinePicture;
import io.github.unrolled.ui.chart.LineTable;
import io.github.unrolled.ui.chart.Lines;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Series;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.words.GhostWords;
import io.github.unrolled.ui.words.LossWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines in the loss chart: both methods over their work, and what they are compared with. */
final class LossLines implements Lines {
  /** Base-10 logarithm of the smallest loss that is drawn. */
  static final double FLOOR = -18;

  /** Smallest loss that is drawn. */
  static final double LEAST = 1e-18;

  /** Least span of the loss axis, in powers of ten: enough for two labels. */
  private static final double LEAST_DECADES = 0.8;

  /** Least end of the work axis, so that the first epochs are not stretched over all of it. */
  private static final double LEAST_WORK = 10;

  /** Share of the background in the colour of an earlier run. */
  private static final double FAINTNESS = 0.4;

  /** Dash lengths of the ghosts' curves, by slot, in CSS pixels. */
  private static final double[] DASHES = {0.01, 0.01, 3, 8};

  private static final double[] GAPS = {4, 7, 5, 5};
  private static final int MOST_ROWS = 50;

  private final LogScale scale;
  private final NumberFormat numbers;
  private final GhostWords ghostWords;
  private final LossWords words;

  private LossCurve bptt;
  private LossCurve search;
  private double[] clipped = {};
  private List<Ghost> ghosts = List.of();
  private LossCurve[] ghostCurves = {};
  private @Nullable SeedSweep seeds;
  private List<Band> bands = List.of();
  private List<Level> rungs = List.of();
  private @Nullable State state;
  private @Nullable Yardsticks yardsticks;
  private LineTable table;
  private @Nullable LinePicture picture;

  /**
   * Makes lines that show nothing yet.
   *
   * @param scale scale of the losses, down to {@link #FLOOR}
   */
  LossLines(LogScale scale, NumberFormat numbers) {
    this.scale = scale;
    this.numbers = numbers;
    ghostWords = new GhostWords(numbers);
    words = new LossWords(numbers);
    bptt = new LossCurve(Snapshot.Curve.EMPTY, scale);
    search = bptt;
    table = newTable();
  }

  /**
   * Takes over a state.
   *
   * @param seen has just taken the same state
   * @return whether there is anything new to show
   */
  boolean take(State next, Seen seen) {
    state = next;
    boolean newProblem = seen.isNew(State::problem);
    boolean newCurves = seen.isNew(State::snapshot);
    boolean newGhosts = seen.isNew(shown -> shown.compared().ghosts());
    if (newProblem) {
      Yardsticks known = new Yardsticks(next.problem());
      yardsticks = known;
      rungs = rungs(known.baselines());
    }
    if (newCurves) {
      bptt = new LossCurve(next.snapshot().bpttCurve(), scale);
      search = new LossCurve(next.snapshot().searchCurve(), scale);
      clipped = next.snapshot().clippedWork().toArray();
    }
    if (newGhosts) {
      takeGhosts(next.compared().ghosts());
    }
    boolean changed = takeSeeds(next.compared().seeds()) || newCurves || newGhosts;
    if (changed || newProblem) {
      picture = null;
    }
    return changed;
  }

  private void takeGhosts(List<Ghost> next) {
    ghosts = next;
    ghostCurves = new LossCurve[next.size()];
    for (int i = 0; i < ghostCurves.length; i++) {
      ghostCurves[i] = new LossCurve(next.get(i).curve(), scale);
    }
    table = newTable();
  }

  // A sweep goes on in place, so only one that is done is kept for comparison.
  private boolean takeSeeds(@Nullable SeedSweep next) {
    SeedSweep done = next == null || !next.isDone() ? null : next;
    if (done == seeds) {
      return false;
    }
    seeds = done;
    bands =
        done == null
            ? List.of()
            : List.of(band(done, Method.BPTT), band(done, Method.RANDOM_SEARCH));
    return true;
  }

  private Band band(SeedSweep sweep, Method method) {
    boolean trained = method == Method.BPTT;
    Function<Palette, String> color = trained ? Palette::bptt : Palette::search;
    double[] medians = scale.of(sweep.median(method));
    Series middle =
        trained
            ? Series.thin(sweep.work(), medians, color)
            : Series.dashed(sweep.work(), medians, color);
    return new Band(scale.of(sweep.low(method)), middle, scale.of(sweep.high(method)), color);
  }

  /**
   * The losses without memory from the highest down, but for those off the scale. Copying is a line
   * too, so the best line is always the lowest.
   */
  private List<Level> rungs(Baselines baselines) {
    double[] logs = scale.of(baselines.mean(), baselines.copy(), baselines.line());
    Level mean = new Level(logs[0], "mean");
    Level copy = new Level(logs[1], "copy");
    boolean copyIsHigher = baselines.copy() > baselines.mean();
    List<Level> shown = new ArrayList<>();
    for (Level level :
        List.of(
            copyIsHigher ? copy : mean, copyIsHigher ? mean : copy, new Level(logs[2], "line"))) {
      if (level.value() > FLOOR) {
        shown.add(level);
      }
    }
    return shown;
  }

  @Override
  public LinePicture picture() {
    LinePicture known = picture;
    if (known == null) {
      known = newPicture();
      picture = known;
    }
    return known;
  }

  private LinePicture newPicture() {
    LinePicture next =
        LinePicture.fitting(new AxisRange(0, end()), LEAST_DECADES, FLOOR, true).with(rungs);
    for (Band band : bands) {
      next.with(band);
    }
    for (int i = 0; i < ghostCurves.length; i++) {
      int slot = ghosts.get(i).slot();
      LossCurve curve = ghostCurves[i];
      double dash = DASHES[slot - 1];
      next.with(
          curve
              .with(
                  Series.broken(curve.work(), curve.log(), dash, GAPS[slot - 1], LossLines::faint))
              .yielding()
              .labelled("" + slot, Palette::bptt));
    }
    return next.with(Series.ticks(clipped, Palette::bptt))
        .with(Series.stairs(search.work(), search.log(), Palette::search))
        .with(bptt.with(Series.curve(bptt.work(), bptt.log(), Palette::bptt)));
  }

  private static String faint(Palette colors) {
    return Rgb.parse(colors.bptt()).mix(Rgb.parse(colors.paper()), FAINTNESS).css();
  }

  private double end() {
    double end = Math.max(LEAST_WORK, Math.max(bptt.end(), search.end()));
    for (LossCurve curve : ghostCurves) {
      end = Math.max(end, curve.end());
    }
    SeedSweep sweep = seeds;
    if (sweep != null) {
      double[] work = sweep.work();
      end = Math.max(end, work[work.length - 1]);
    }
    return end;
  }

  @Override
  public LineMarks marks(double pointed) {
    double present = presentWork();
    if (Double.isNaN(pointed) && Double.isNaN(present)) {
      return new LineMarks(present, List.of(LineMarks.Dot.NONE, LineMarks.Dot.NONE));
    }
    int i = bptt.indexAt(read(pointed));
    int j = search.indexAt(read(pointed));
    return new LineMarks(
        present,
        List.of(
            i < 0 ? LineMarks.Dot.NONE : new LineMarks.Dot(bptt.work()[i], bptt.log()[i]),
            j < 0 ? LineMarks.Dot.NONE : new LineMarks.Dot(triesAt(pointed), search.log()[j])));
  }

  /** Work of BPTT up to the network shown, if that is a past one; else NaN. */
  private double presentWork() {
    State current = state;
    return current != null && current.showsPast()
        ? current.snapshot().epochs() * Bptt.WORK_PER_EPOCH
        : Double.NaN;
  }

  /** Work at which the lines are read: the place pointed at, else the past shown, else the end. */
  private double read(double pointed) {
    double present = presentWork();
    return !Double.isNaN(pointed)
        ? pointed
        : Double.isNaN(present) ? Double.POSITIVE_INFINITY : present;
  }

  /** Loss of BPTT at the work pointed at, or of the network shown; NaN if there is none. */
  double bpttLoss(double pointed) {
    return bptt.lossUpTo(read(pointed));
  }

  /** Work at which BPTT had that loss. */
  double bpttWork(double pointed) {
    return bptt.work()[bptt.indexAt(read(pointed))];
  }

  /** Loss of the best try at the work pointed at; NaN if there is none. */
  double searchLoss(double pointed) {
    return search.lossUpTo(read(pointed));
  }

  /** Tries done at the work pointed at; the best of them may be an earlier one. */
  double triesAt(double pointed) {
    return Math.min(search.end(), Math.floor(read(pointed)));
  }

  /** The work pointed at, or the most that both methods have done; 0 if one has done nothing. */
  double equalWork(double pointed) {
    return Math.floor(Math.min(read(pointed), Math.min(bptt.end(), search.end())));
  }

  /** Whether clipping acted at all. */
  boolean isClipped() {
    return clipped.length > 0;
  }

  /** Whether a loss is drawn at the floor. */
  boolean reachesFloor() {
    return picture().lowest() <= FLOOR;
  }

  /** Whether the bands of many seeds are shown. */
  boolean showsSeeds() {
    return seeds != null;
  }

  /** Yardsticks for the problem's losses; null before the first state. */
  @Nullable Yardsticks yardsticks() {
    return yardsticks;
  }

  @Override
  public LineTable table() {
    return table;
  }

  private LineTable newTable() {
    LineTable columns =
        new LineTable(this::works, MOST_ROWS)
            .column("Work", numbers::integer)
            .column("BPTT", work -> text(bptt, work))
            .column("Best of random search", work -> text(search, work));
    for (int i = 0; i < ghostCurves.length; i++) {
      LossCurve curve = ghostCurves[i];
      // An underscore would make a subscript.
      String name = ghostWords.name(ghosts.get(i)).replace('_', ' ');
      columns.column(name, work -> text(curve, work));
    }
    return columns;
  }

  private double[] works() {
    double[] works = Ascending.union(bptt.work(), search.work());
    for (LossCurve curve : ghostCurves) {
      works = Ascending.union(works, curve.work());
    }
    return works;
  }

  private String text(LossCurve curve, double work) {
    int i = curve.indexAt(work);
    return i < 0 || work > curve.end() ? "–" : numbers.significant(curve.loss()[i]);
  }

  @Override
  public String words() {
    State current = state;
    Yardsticks known = yardsticks;
    return current == null || known == null ? "" : words.summary(current, known.baselines(), seeds);
  }
}
