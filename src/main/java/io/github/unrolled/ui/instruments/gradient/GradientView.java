package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.GradientThroughTime;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.DecadeScale;
import io.github.unrolled.plot.Rgb;
import io.github.unrolled.plot.TriangleLayout;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.GridCursor;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * How much of each step's loss reaches each earlier state, as a lower-triangular matrix on one
 * fixed scale; under it by what each step back multiplies the gradient; and the chain of factors
 * behind the entry pointed at.
 */
public final class GradientView implements View {
  /** Of the entries: always the same, so that pictures can be compared. */
  private static final DecadeScale ENTRIES = new DecadeScale(-8, 2);

  /** Of the factors, with 1 in the middle. */
  private static final DecadeScale FACTORS = new DecadeScale(-1, 1);

  private static final int LEVELS = 100;

  /** The least colour of what is not 0. */
  private static final double FAINTEST = 0.07;

  /** About so many multiplications are done within 4 ms. */
  private static final int BUDGET = 1_000_000;

  private static final double PERIOD_MS = 250;

  /** A smaller share is told as a factor. */
  private static final double LEAST_PERCENTAGE = 1e-4;

  private static final String OVERFLOWED =
      "A number overflowed in this pass: there is no gradient to follow.";
  private static final int FONT_SIZE = 11;

  /** Cells that are smaller have no marks in them. */
  private static final int LEAST_MARKED = 4;

  /** Factors that are written out at the beginning and at the end of a chain. */
  private static final int FIRST_FACTORS = 3;

  private static final int LAST_FACTORS = 2;

  private final Consumer<Event> dispatch;
  private final Canvas canvas = new Canvas("gradient-canvas");
  private final HTMLElement rowMark = Dom.element("div", "gradient-row");
  private final HTMLElement columnMark = Dom.element("div", "gradient-column");
  private final Grid grid;
  private final HTMLElement entry = Dom.element("p", "gradient-entry");
  private final HTMLElement chain = Dom.element("p", "gradient-chain");
  private final HTMLElement numbers = Dom.element("p", "gradient-chain gradient-numbers");
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final HTMLElement factorLabel = Dom.element("div", "chart-label");
  private final HTMLElement note = Dom.element("p", "hint");
  private final HTMLElement negativeKey;
  private final HTMLElement cutKey;
  private final DataTable table = new DataTable("Gradient through time", new String[0], this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final HTMLElement root;
  private final Browser.Observer sizeObserver;
  private final String[] fills = new String[LEVELS + 1];
  private final String[] cutFills = new String[LEVELS + 1];

  private @Nullable State state;
  private @Nullable Palette palette;

  /** What is shown, and what is being worked out: they take turns. */
  private @Nullable GradientThroughTime shown;

  private @Nullable GradientThroughTime next;

  /** The state that is being worked out, or was last. */
  private @Nullable State begun;

  private boolean finished;

  private TriangleLayout layout = new TriangleLayout(0, 1);
  private int headers;
  private int firstHeader;
  private int width;

  /** The matrix, to be walked through. */
  private final class Grid extends GridCursor {
    Grid(HTMLElement picture) {
      super("gradient-grid", "Gradient through time, entries", picture);
    }

    @Override
    protected boolean has(int row, int column) {
      return column >= 0 && column <= row && row < layout.count() && shown != null;
    }

    @Override
    protected int rowAt(double x, double y) {
      return layout.rowAt(y);
    }

    @Override
    protected int columnAt(double x, double y) {
      return layout.columnAt(x);
    }

    @Override
    protected void cover(HTMLElement element, int row, int column) {
      int left = layout.left(column);
      int top = layout.top(row);
      place(element, left, top, layout.left(column + 1) - left, layout.top(row + 1) - top);
    }

    @Override
    protected String name(int row, int column) {
      GradientThroughTime now = shown;
      return now == null ? "" : entryText(now, now.first() + row, now.first() + column);
    }

    @Override
    protected void onPoint() {
      GradientThroughTime now = shown;
      int step = now != null && isPointing() ? now.first() + shownColumn() + 1 : 0;
      dispatch.accept(new Command.StepPointedAt(step));
      read();
    }
  }

  public GradientView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    HTMLElement picture =
        Dom.element("div", "gradient-picture", canvas.element(), rowMark, columnMark);
    picture.setAttribute("aria-hidden", "true");
    grid = new Grid(picture);
    negativeKey = new LegendEntry("key-negative", "negative factor").root();
    cutKey = new LegendEntry("key-cut", "cut off by the BPTT window").root();
    HTMLElement scale =
        Dom.element(
            "div",
            "gradient-scale",
            Dom.text("span", "", "≤ 1e−8"),
            Dom.element("i", "gradient-ramp"),
            Dom.text("span", "", "≥ 100"),
            Dom.element("span", "gradient-ticks"));
    HTMLElement ticks = (HTMLElement) scale.getLastChild();
    for (String tick : new String[] {"1e−6", "1e−4", "0.01", "1"}) {
      ticks.appendChild(Dom.text("span", "", tick));
    }
    HTMLElement label = Dom.element("div", "chart-label");
    Formula.write(label, "|dL_t/dh_k|: loss of step t down, state k across");
    root =
        Dom.element(
            "figure",
            "figure gradient",
            summary,
            label,
            grid.root(),
            factorLabel,
            Dom.element(
                "div",
                "gradient-legend",
                scale,
                new LegendEntry("key-zero", "exactly 0").root(),
                cutKey,
                negativeKey),
            note,
            entry,
            chain,
            numbers,
            sentence,
            Dom.text(
                "p",
                "caption",
                "How far back does the network learn from an error? Go along a row from right to"
                    + " left: where it fades, earlier steps are hardly told; where it darkens, the"
                    + " gradient explodes."),
            table.root());
    root.setAttribute("aria-label", "Gradient through time");
    sizeObserver =
        Browser.observeSize(
            grid.root(),
            () -> {
              width = grid.root().getClientWidth();
              draw();
              read();
            });
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    sizeObserver.disconnect();
    if (grid.isPointing()) {
      dispatch.accept(new Command.StepPointedAt(0));
    }
  }

  @Override
  public void render(State now, Palette colors) {
    State last = state;
    state = now;
    boolean changed = work(now);
    if (palette != colors) {
      palette = colors;
      mix(Rgb.parse(colors.bptt()), Rgb.parse(colors.paper()), fills);
      mix(Rgb.parse(colors.inkSoft()), Rgb.parse(colors.paper()), cutFills);
      changed = true;
    }
    // What is still of another network than the others show is not shown.
    Dom.toggleClass(root, "awaited", shown == null);
    changed |= last == null || last.experiment() != now.experiment();
    if (changed) {
      draw();
      read();
    } else if (last == null || last.pointed().step() != now.pointed().step()) {
      placeMarks();
    }
    boolean running = now.isRunning();
    writing.frame(changed, running);
    table.frame(changed, running);
  }

  @Override
  public boolean isUnfinished() {
    return !finished;
  }

  private static void mix(Rgb color, Rgb paper, String[] fills) {
    for (int i = 0; i < fills.length; i++) {
      fills[i] = paper.mix(color, FAINTEST + (1 - FAINTEST) * i / LEVELS).css();
    }
  }

  /** Works for a while; whether there is something new to show. */
  private boolean work(State now) {
    State last = begun;
    GradientThroughTime working = next;
    boolean other =
        last == null
            || last.problem() != now.problem()
            || !last.experiment().shape().equals(now.experiment().shape());
    if (last == null
        || other
        || (finished
            && (last.snapshot() != now.snapshot()
                || last.experiment().cursor() != now.experiment().cursor()))) {
      if (working == null || other) {
        working = newGradients(now);
      }
      shown = other ? null : shown;
      next = working;
      begun = now;
      finished = false;
      working.begin(now.snapshot().parameters(), now.experiment().cursor() - 1);
    }
    if (finished || working == null || !working.work(BUDGET)) {
      return false;
    }
    finished = true;
    next = shown;
    shown = working;
    return true;
  }

  private static GradientThroughTime newGradients(State now) {
    return new GradientThroughTime(
        now.experiment().shape(),
        now.problem().inputs(),
        now.problem().targets(),
        now.problem().trainSteps());
  }

  private boolean isCut(int t, int k) {
    State now = state;
    return now != null && GradientThroughTime.isCut(t, k, now.experiment().training().window());
  }

  private void draw() {
    GradientThroughTime now = shown;
    Palette colors = palette;
    if (now == null || colors == null || width == 0) {
      return;
    }
    int first = now.first();
    layout = new TriangleLayout(width, now.last() - first + 1);
    if (!grid.isPointing()) {
      int row = cursorRow(now);
      grid.startAt(row < 0 ? layout.count() - 1 : row, 0);
    }
    canvas.begin(width, layout.height());
    canvas.font(400, FONT_SIZE);
    for (int row = 0; row < layout.count(); row++) {
      int top = layout.top(row);
      int height = layout.top(row + 1) - top;
      if (row % layout.rowsPerLabel() == 0) {
        String label = first + row + 1 + "";
        canvas.textRight(label, TriangleLayout.LEFT - 5, top + height / 2.0, colors.inkSoft());
      }
      for (int column = 0; column <= row; column++) {
        int left = layout.left(column);
        drawCell(
            now.entry(first + row, first + column),
            isCut(first + row, first + column),
            left,
            top,
            layout.left(column + 1) - left,
            height,
            colors);
      }
    }
    drawFactors(now, colors);
    grid.show();
    placeMarks();
  }

  private void drawCell(
      double value, boolean cut, int left, int top, int width, int height, Palette colors) {
    boolean marked = height >= LEAST_MARKED;
    int gap = marked ? 1 : 0;
    int right = left + width - gap;
    int bottom = top + height - gap;
    if (value == 0) {
      canvas.fillRect(left, top, right - left, bottom - top, colors.paper());
      int dot = marked ? 2 : 1;
      canvas.fillRect(left + (width - dot) / 2, top + (height - dot) / 2, dot, dot, colors.ink());
    } else {
      int level = (int) (ENTRIES.position(value) * LEVELS + 0.5);
      String fill = cut ? cutFills[level] : fills[level];
      canvas.fillRect(left, top, right - left, bottom - top, fill);
    }
    if (cut && marked) {
      canvas.line(left, bottom, right, top, colors.paper(), 1.5);
    }
  }

  private void drawFactors(GradientThroughTime now, Palette colors) {
    int top = layout.barsTop();
    int middle = top + TriangleLayout.BARS / 2;
    int right = layout.left(layout.count());
    int x = TriangleLayout.LEFT - 5;
    canvas.line(TriangleLayout.LEFT, middle + 0.5, right, middle + 0.5, colors.inkSoft(), 1);
    canvas.textRight("≥10", x, top + 4, colors.inkSoft());
    canvas.textRight("1", x, middle, colors.inkSoft());
    canvas.textRight("≤0.1", x, top + TriangleLayout.BARS - 4, colors.inkSoft());
    for (int column = 0; column < layout.count(); column++) {
      int left = layout.left(column);
      double width = Math.max(1, layout.left(column + 1) - left - 1);
      if (column % layout.columnsPerLabel() == 0) {
        String label = now.first() + column + 1 + "";
        double y = top - TriangleLayout.LABELS / 2.0;
        canvas.textCentered(label, left + layout.columnWidth() / 2, y, colors.inkSoft());
      }
      if (column > 0) {
        double factor = now.factor(now.first() + column);
        double reach = (0.5 - FACTORS.position(factor)) * TriangleLayout.BARS;
        double from = middle + Math.min(0, reach);
        double height = Math.max(1, Math.abs(reach));
        canvas.fillRect(left, from, width, height, colors.bptt());
        if (factor < 0 && width > 3 && height > 3) {
          canvas.fillRect(left + 1, from + 1, width - 2, height - 2, colors.paper());
        }
      }
    }
  }

  /** The row of the step under the cursor; -1 if there is none. */
  private int cursorRow(GradientThroughTime now) {
    State of = state;
    int row = of == null ? -1 : of.experiment().cursor() - 1 - now.first();
    return row < layout.count() ? row : -1;
  }

  private void placeMarks() {
    GradientThroughTime now = shown;
    State of = state;
    if (now == null || of == null) {
      return;
    }
    int row = cursorRow(now);
    Dom.setHidden(rowMark, row < 0);
    GridCursor.place(
        rowMark,
        TriangleLayout.LEFT,
        layout.top(row),
        layout.left(row + 1) - TriangleLayout.LEFT,
        layout.top(row + 1) - layout.top(row));
    int column = of.pointed().step() - 1 - now.first();
    Dom.setHidden(columnMark, column < 0 || column >= layout.count());
    int top = layout.top(column);
    GridCursor.place(
        columnMark,
        layout.left(column),
        top,
        layout.left(column + 1) - layout.left(column),
        layout.height() - top);
  }

  private static String number(double value) {
    return Text.NUMBERS.significant(value);
  }

  private String entryText(GradientThroughTime now, int t, int k) {
    return "Loss of step "
        + (t + 1)
        + ", state of step "
        + (k + 1)
        + ": "
        + number(now.entry(t, k))
        + (isCut(t, k) ? ", cut off by the BPTT window" : "");
  }

  /** Writes out the entry pointed at. */
  private void read() {
    GradientThroughTime now = shown;
    State of = state;
    grid.show();
    if (now == null || of == null || !grid.has(grid.shownRow(), grid.shownColumn())) {
      return;
    }
    int t = now.first() + grid.shownRow();
    int k = now.first() + grid.shownColumn();
    boolean scalar = of.experiment().shape().isScalar();
    Dom.setText(entry, entryText(now, t, k));
    Formula.write(
        chain,
        scalar
            ? "= dL_t/dy_t · W_output · W_hidden f′(a_t) ⋯ W_hidden f′(a_s), s = k + 1"
            : "≤ |dL_t/dh_t| · ‖J_t‖ ⋯ ‖J_s‖, s = k + 1");
    StringBuilder text = new StringBuilder();
    double product;
    if (scalar) {
      double weight = of.snapshot().parameters().get(ElmanUnit.OUTPUT_WEIGHT);
      product = now.outputGradient(t) * weight;
      text.append("= ").append(number(now.outputGradient(t))).append(" · ").append(number(weight));
    } else {
      product = now.entry(t, t);
      text.append(t == k ? "" : "≤ ").append(number(product));
    }
    double leftOut = 1;
    int count = 0;
    for (int step = t; step > k; step--) {
      double factor = now.factor(step);
      product *= factor;
      boolean far = t - k > FIRST_FACTORS + LAST_FACTORS + 1;
      if (far && step <= t - FIRST_FACTORS && step > k + LAST_FACTORS) {
        leftOut *= factor;
        count++;
        if (step == k + LAST_FACTORS + 1) {
          text.append(" · [").append(count).append(" more: ").append(number(leftOut)).append(']');
        }
      } else {
        text.append(" · ").append(number(factor));
      }
    }
    Dom.setText(numbers, t == k && !scalar ? "" : text.append(" = ").append(number(product)) + "");
  }

  private void write() {
    GradientThroughTime now = shown;
    State of = state;
    if (now == null || of == null) {
      return;
    }
    NetworkShape shape = of.experiment().shape();
    boolean lstm = shape.cell().hasCellState();
    Formula.write(
        factorLabel,
        shape.isScalar()
            ? "factor W_hidden f′(a_k) of each step, log scale"
            : "norm ‖J_k‖ of each step’s Jacobian" + (lstm ? ", h and c" : "") + ", log scale");
    int count = now.last() - now.first() + 1;
    boolean negative = false;
    boolean cut = false;
    for (int k = now.first() + 1; k <= now.last(); k++) {
      negative |= now.factor(k) < 0;
      cut |= isCut(k, k - 1);
    }
    Dom.setHidden(negativeKey, !negative);
    Dom.setHidden(cutKey, !cut);
    if (headers != count || firstHeader != now.first()) {
      headers = count;
      firstHeader = now.first();
      table.setHeaders(headers(now.first(), count));
    }
    Dom.setText(note, noteText(of, now));
    String text = of.snapshot().overflow() == null ? meaning(of, now) : OVERFLOWED;
    Formula.write(sentence, text);
    Dom.setText(
        summary,
        "Matrix of the gradient of each step’s loss by each earlier state, steps "
            + (now.first() + 1)
            + " to "
            + (now.last() + 1)
            + ". "
            + text);
  }

  private static String noteText(State of, GradientThroughTime now) {
    int steps = of.problem().steps();
    int trainSteps = of.problem().trainSteps();
    String text =
        trainSteps < steps
            ? "Only the first "
                + trainSteps
                + " steps train; the others have no gradient and are left out. "
            : "";
    return now.last() - now.first() + 1 < trainSteps
        ? text
            + "Of a long sequence, "
            + GradientThroughTime.MAX_STEPS
            + " steps are shown: up to the cursor, or the last."
        : text;
  }

  private String meaning(State of, GradientThroughTime now) {
    int first = now.first();
    int last = now.last();
    if (first == last) {
      return "One step trains: there is no way back through time.";
    }
    int row = cursorRow(now);
    int t = row > 0 ? first + row : last;
    double share = Math.abs(now.entry(t, first)) / Math.abs(now.entry(t, t));
    boolean cut = share > 0 && isCut(t, first);
    String from = "Of the gradient that step " + (t + 1) + "’s loss has at its own state, ";
    String reaches = (cut ? " would reach" : " reaches") + " step " + (first + 1);
    String text =
        !(share >= 0)
            ? "Step " + (t + 1) + "’s loss sends no gradient back"
            : share == 0
                ? from + "nothing" + reaches
                : share <= 1 && share >= LEAST_PERCENTAGE
                    ? from + number(100 * share) + "\u00a0%" + reaches
                    : from + number(share) + " times as much" + reaches;
    if (cut) {
      text += ", but the BPTT window cuts it off";
    }
    return text + ". " + factorsText(of, now) + radiusText(of, now);
  }

  private static String factorsText(State of, GradientThroughTime now) {
    NetworkShape shape = of.experiment().shape();
    if (!shape.memory()) {
      return "Memory is off: nothing passes from step to step.";
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int k = now.first() + 1; k <= now.last(); k++) {
      least = Math.min(least, Math.abs(now.factor(k)));
      most = Math.max(most, Math.abs(now.factor(k)));
    }
    boolean scalar = shape.isScalar();
    String name = scalar ? "factor" : "norm";
    String subject = shape.cell().hasCellState() ? "the gradient of h and c" : "the gradient";
    if (most < 1) {
      return "Every " + name + " is below 1: " + subject + " shrinks at each step back.";
    }
    return scalar && least > 1
        ? "Every factor is above 1: the gradient grows at each step back."
        : "The "
            + name
            + "s are between "
            + number(least)
            + " and "
            + number(most)
            + (scalar ? "." : "; above 1 the gradient can grow.");
  }

  private static String radiusText(State of, GradientThroughTime now) {
    NetworkShape shape = of.experiment().shape();
    String radius = number(now.radius());
    if (shape.isScalar()) {
      return " Spectral radius: |W_hidden| = " + radius + ".";
    }
    return shape.cell() == CellType.ELMAN
        ? " Spectral radius of W_hh: " + radius + "."
        : " Spectral radius of the Jacobian at step "
            + (now.radiusStep() + 1)
            + ": "
            + radius
            + ".";
  }

  private static String[] headers(int first, int count) {
    String[] headers = new String[count + 1];
    headers[0] = "Loss of step";
    for (int i = 1; i <= count; i++) {
      headers[i] = "state " + (first + i);
    }
    return headers;
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    GradientThroughTime now = shown;
    for (int t = now == null ? 1 : now.first(); now != null && t <= now.last(); t++) {
      String[] row = new String[now.last() - now.first() + 2];
      row[0] = t + 1 + "";
      for (int i = 1; i < row.length; i++) {
        int k = now.first() + i - 1;
        row[i] = k > t ? "" : number(now.entry(t, k)) + (isCut(t, k) ? " (cut off)" : "");
      }
      rows.add(row);
    }
    return rows;
  }
}
