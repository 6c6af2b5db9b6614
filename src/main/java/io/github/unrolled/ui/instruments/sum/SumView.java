package io.github.unrolled.ui.instruments.sum;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.SumOverTime;
import io.github.unrolled.plot.SignedColor;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.GridCursor;
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
 * The gradient of the parameter pointed at, or of the last one that was, as a sum of what each step
 * contributes: stacked from zero, positive ones to the right and negative ones to the left; and as
 * a bar for each step over time.
 */
public final class SumView implements View {
  private static final double PERIOD_MS = 250;
  private static final int FONT_SIZE = 11;
  private static final int MARGIN = 12;
  private static final int STACK_TOP = 4;
  private static final int STACK_BOTTOM = 30;
  private static final int TOTAL_TOP = 35;
  private static final int TOTAL_BOTTOM = 45;
  private static final int BARS_TOP = 62;
  private static final int BARS_BOTTOM = 162;
  private static final int HEIGHT = 180;

  /** Widths from which a part has a gap beside it, and a number in it. */
  private static final int LEAST_GAP = 4;

  private static final int LEAST_LABEL = 15;

  /** Room for a step's number below the bars. */
  private static final int LABEL_WIDTH = 22;

  private final Consumer<Event> dispatch;
  private final Canvas canvas = new Canvas("sum-canvas");
  private final Grid grid;
  private final HTMLElement title = Dom.element("p", "sum-title");
  private final HTMLElement words = Dom.element("p", "hint");
  private final HTMLElement step = Dom.element("p", "sum-step");
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final DataTable table =
      new DataTable(
          "Sum over time", new String[] {"Step", "Contribution", "Running sum"}, this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final HTMLElement root;
  private final Browser.Observer sizeObserver;

  private @Nullable State state;
  private @Nullable Palette palette;
  private SignedColor colors = new SignedColor("#000000", "#000000", "#000000", "#000000");

  /** What each step contributes, shape [T]. */
  private double[] parts = new double[0];

  private double positive;
  private double negative;
  private double largest;
  private int index;
  private int width;

  /** The steps, to be walked through. */
  private final class Grid extends GridCursor {
    Grid(HTMLElement picture) {
      super("sum-grid", "Sum over time, steps", picture);
    }

    @Override
    protected boolean has(int row, int column) {
      return row == 0 && column >= 0 && column < parts.length;
    }

    @Override
    protected int rowAt(double x, double y) {
      return 0;
    }

    @Override
    protected int columnAt(double x, double y) {
      if (y >= (TOTAL_BOTTOM + BARS_TOP) / 2.0) {
        return (int) Math.floor((x - MARGIN) / columnWidth());
      }
      double right = zero();
      double left = right;
      for (int t = 0; t < parts.length; t++) {
        double length = Math.abs(parts[t]) * unit();
        boolean above = parts[t] > 0;
        right += above ? length : 0;
        left -= above ? 0 : length;
        if (above ? x >= right - length && x < right : x >= left && x < left + length) {
          return t;
        }
      }
      return -1;
    }

    @Override
    protected void cover(HTMLElement element, int row, int column) {
      int left = left(column);
      int right = Math.max(left + 2, left(column + 1));
      place(element, left, BARS_TOP, right - left, BARS_BOTTOM - BARS_TOP);
    }

    @Override
    protected String name(int row, int column) {
      return "Step " + (column + 1) + ": " + number(parts[column]);
    }

    @Override
    protected void onPoint() {
      dispatch.accept(new Command.StepPointedAt(isPointing() ? shownColumn() + 1 : 0));
      dispatch.accept(new Command.ParameterPointedAt(isPointing() ? index : -1));
      read();
    }
  }

  public SumView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    HTMLElement picture = Dom.element("div", "sum-picture", canvas.element());
    picture.setAttribute("aria-hidden", "true");
    grid = new Grid(picture);
    root =
        Dom.element(
            "figure",
            "figure sum",
            summary,
            title,
            words,
            Dom.text(
                "div", "chart-label", "parts from 0: negative left, positive right; their sum"),
            grid.root(),
            Dom.text("div", "chart-label chart-label-x", "step t"),
            step,
            sentence,
            Dom.text(
                "p",
                "caption",
                "Why does a shared weight have the gradient that it has? Every step uses it and"
                    + " contributes a part: look which steps dominate, and which cancel each"
                    + " other."),
            table.root());
    root.setAttribute("aria-label", "Sum over time");
    sizeObserver =
        Browser.observeSize(
            grid.root(),
            () -> {
              width = grid.root().getClientWidth();
              draw();
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
      dispatch.accept(new Command.ParameterPointedAt(-1));
    }
  }

  private static String number(double value) {
    return Text.NUMBERS.significant(value);
  }

  @Override
  public void render(State next, Palette paint) {
    State last = state;
    state = next;
    if (palette != paint) {
      palette = paint;
      colors = new SignedColor(paint.negative(), paint.neutral(), paint.positive(), paint.ink());
      last = null;
    }
    int before = index;
    index = next.pointed().lastParameter();
    if (index < 0) {
      index = new Arithmetic(next.experiment().shape()).recurrentWeight(0, 0);
    }
    boolean changed = last == null || last.snapshot() != next.snapshot() || before != index;
    boolean running = next.isRunning();
    if (changed) {
      takeApart(next);
    }
    if (changed || last == null || last.focusStep() != next.focusStep()) {
      if (!grid.isPointing() && next.focusStep() > 0) {
        grid.startAt(grid.row(), next.focusStep() - 1);
      }
      draw();
      read();
    }
    writing.frame(changed, running && before == index);
    table.frame(changed, running);
  }

  private void takeApart(State of) {
    int steps = of.problem().steps();
    if (parts.length != steps) {
      parts = new double[steps];
      grid.startAt(grid.row(), Math.min(grid.column(), steps - 1));
    }
    SumOverTime sum = new SumOverTime(of.experiment().shape());
    positive = 0;
    negative = 0;
    largest = 0;
    for (int t = 0; t < steps; t++) {
      double part = 0;
      if (of.snapshot().overflow() == null) {
        part =
            sum.arriving(of.snapshot().pass(), of.problem().targets(), index, t)
                * sum.factor(of.snapshot().pass(), of.problem().inputs(), index, t);
      }
      parts[t] = part;
      positive += Math.max(0, part);
      negative += Math.min(0, part);
      largest = Math.max(largest, Math.abs(part));
    }
  }

  private double columnWidth() {
    return (width - 2 * MARGIN) / (double) parts.length;
  }

  private int left(int column) {
    return (int) (MARGIN + columnWidth() * column);
  }

  /** CSS pixels for one unit of the gradient in the stack. */
  private double unit() {
    double all = positive - negative;
    return all > 0 ? (width - 2 * MARGIN) / all : 0;
  }

  /** Where the stack has its zero. */
  private double zero() {
    return MARGIN - negative * unit();
  }

  private void draw() {
    Palette paint = palette;
    State of = state;
    if (paint == null || of == null || width == 0) {
      return;
    }
    canvas.begin(width, HEIGHT);
    canvas.font(400, FONT_SIZE);
    int trainSteps = of.problem().trainSteps();
    if (trainSteps < parts.length) {
      int from = left(trainSteps);
      double reach = width - MARGIN - from;
      canvas.roundedRect(from, BARS_TOP, reach, BARS_BOTTOM - BARS_TOP, 0);
      double middle = (BARS_TOP + BARS_BOTTOM) / 2.0;
      canvas.hatch(from + reach / 2, middle, reach / 2 + BARS_BOTTOM - BARS_TOP, paint.line());
    }
    int marked = of.focusStep() - 1;
    drawStack(paint, marked);
    double total = positive + negative;
    double at = zero();
    double end = at + total * unit();
    canvas.fillRect(
        Math.min(at, end), TOTAL_TOP, Math.abs(end - at), TOTAL_BOTTOM - TOTAL_TOP, paint.bptt());
    canvas.line(at, STACK_TOP - 3, at, TOTAL_BOTTOM + 3, paint.ink(), 1.5);
    canvas.textCentered("0", at, TOTAL_BOTTOM + 9, paint.inkSoft());
    drawBars(paint, marked);
    grid.show();
  }

  private void drawStack(Palette paint, int marked) {
    double right = zero();
    double left = right;
    for (int t = 0; t < parts.length; t++) {
      double length = Math.abs(parts[t]) * unit();
      boolean above = parts[t] > 0;
      left -= above ? 0 : length;
      double from = above ? right : left;
      right += above ? length : 0;
      double gap = length > LEAST_GAP ? 1 : 0;
      int sign = above ? 1 : -1;
      canvas.fillRect(
          from + gap / 2, STACK_TOP, length - gap, STACK_BOTTOM - STACK_TOP, colors.fill(sign));
      if (length >= LEAST_LABEL) {
        double y = (STACK_TOP + STACK_BOTTOM) / 2.0;
        canvas.textCentered(t + 1 + "", from + length / 2, y, colors.ink(sign));
      }
      if (t == marked && length > 0) {
        canvas.roundedRect(
            from, STACK_TOP - 1, Math.max(2, length), STACK_BOTTOM - STACK_TOP + 2, 0);
        canvas.stroke(paint.paper(), 5);
        canvas.stroke(paint.ink(), 2);
      }
    }
  }

  private void drawBars(Palette paint, int marked) {
    double most = 0;
    double least = 0;
    for (double part : parts) {
      most = Math.max(most, part);
      least = Math.min(least, part);
    }
    double height = BARS_BOTTOM - BARS_TOP;
    double scale = most > least ? height / (most - least) : 0;
    double zero = most > least ? BARS_TOP + most * scale : (BARS_TOP + BARS_BOTTOM) / 2.0;
    int every = 1 + (int) (LABEL_WIDTH / columnWidth());
    for (int t = 0; t < parts.length; t++) {
      int left = left(t);
      double wide = Math.max(1, left(t + 1) - left - (columnWidth() > LEAST_GAP ? 2 : 0));
      double tall = Math.abs(parts[t]) * scale;
      double top = parts[t] > 0 ? zero - tall : zero;
      canvas.fillRect(left, top, wide, tall, colors.fill(parts[t] > 0 ? 1 : -1));
      if (t % every == 0 || t == marked) {
        boolean bold = t == marked;
        canvas.font(bold ? 600 : 400, FONT_SIZE);
        if (bold || Math.abs(t - marked) >= every || marked < 0) {
          canvas.textCentered(
              t + 1 + "",
              left + columnWidth() / 2,
              BARS_BOTTOM + 10,
              bold ? paint.ink() : paint.inkSoft());
        }
      }
    }
    canvas.line(MARGIN, zero, width - MARGIN, zero, paint.inkSoft(), 1);
  }

  /** Writes out the part of the step pointed at, else of the one under the cursor. */
  private void read() {
    State of = state;
    grid.show();
    if (of == null || !grid.has(0, grid.shownColumn())) {
      return;
    }
    int t = grid.shownColumn();
    if (of.snapshot().overflow() != null) {
      Dom.setText(step, "");
      return;
    }
    if (t >= of.problem().trainSteps()) {
      Dom.setText(step, "Step " + (t + 1) + " only tests: it contributes nothing.");
      return;
    }
    SumOverTime sum = new SumOverTime(of.experiment().shape());
    Arithmetic arithmetic = new Arithmetic(of.experiment().shape());
    Arithmetic.Place place = arithmetic.placeOf(index);
    double arriving = sum.arriving(of.snapshot().pass(), of.problem().targets(), index, t);
    double factor = sum.factor(of.snapshot().pass(), of.problem().inputs(), index, t);
    boolean output = place.row() < 0;
    String by =
        place.source() == Arithmetic.INPUT
            ? " · x ("
            : output ? " · h (" : " · h of step " + t + " (";
    boolean reset =
        !output
            && arithmetic.isCandidate(place.row())
            && place.source() != Arithmetic.INPUT
            && index != arithmetic.bias(place.row());
    double running = 0;
    for (int i = 0; i <= t; i++) {
      running += parts[i];
    }
    Dom.setText(
        step,
        "Step "
            + (t + 1)
            + ": "
            + (output ? "dL/dy (" : reset ? "dL/da · r (" : "dL/da (")
            + number(arriving)
            + ")"
            + (place.source() == Arithmetic.BIAS ? "" : by + number(factor) + ")")
            + " = "
            + number(parts[t])
            + ". Sum up to here: "
            + number(running)
            + ".");
  }

  private void write() {
    State of = state;
    if (of == null) {
      return;
    }
    ParameterNames names = new ParameterNames(of.experiment().shape());
    boolean finite = of.snapshot().overflow() == null;
    double total = of.snapshot().gradient().get(index);
    String heading = "dL/d" + names.symbol(index) + (finite ? " = " + number(total) : "");
    Formula.write(title, heading);
    Dom.setText(
        words,
        names.words(index)
            + ". Point at another weight, or focus it, to see its sum: "
            + "it lights up at every step of the drawing.");
    String text = finite ? meaning(of) : "A number overflowed in this pass: there is no gradient.";
    Dom.setText(sentence, text);
    Dom.setText(summary, heading + ", a sum over " + parts.length + " steps. " + text);
  }

  private String meaning(State of) {
    if (of.experiment().shape().holdsAtZero(index)) {
      return "Memory is off: this weight is held at 0, and no step uses it.";
    }
    if (largest == 0) {
      return "Every step contributes exactly 0.";
    }
    int most = 0;
    for (int t = 0; t < parts.length; t++) {
      most = Math.abs(parts[t]) > Math.abs(parts[most]) ? t : most;
    }
    double all = positive - negative;
    String text =
        "Step "
            + (most + 1)
            + " contributes most, "
            + number(parts[most])
            + ". Positive parts add up to "
            + number(positive)
            + ", negative ones to "
            + number(negative);
    return positive > 0 && negative < 0
        ? text + ": " + number(100 * (1 - Math.abs(positive + negative) / all)) + " % cancels out."
        : text + ": nothing cancels out.";
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    double running = 0;
    for (int t = 0; t < parts.length; t++) {
      running += parts[t];
      rows.add(new String[] {t + 1 + "", number(parts[t]), number(running)});
    }
    return rows;
  }
}
