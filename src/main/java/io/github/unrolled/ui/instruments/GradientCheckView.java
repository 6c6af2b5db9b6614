package io.github.unrolled.ui.instruments;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.SliderRow;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The gradient of backpropagation held against difference quotients, and how good they are for any
 * ε. It checks anew whenever the network rests at other numbers, or when it is asked to.
 */
public final class GradientCheckView implements View {
  /** Time that checking may take of a frame, in milliseconds. */
  private static final double SLICE_MS = 3;

  /** Time between two states of the numbers while it checks, in milliseconds. */
  private static final double PERIOD_MS = 100;

  /** Parameters checked between two looks at the clock, of a network that has as many. */
  private static final int BATCH = 64;

  /** Most parameters that are listed; of more, those with the largest errors. */
  private static final int MOST_ROWS = 12;

  private static final int LAST = GradientCheck.EPSILONS - 1;

  /** ε at first: 1e-5. */
  private static final int FIRST_EPSILON = 8;

  /** From this error on, of the whole gradient, the sentence calls both apart. */
  private static final double AGREEMENT = 1e-4;

  private static final double FLOOR = -16;
  private static final double CEILING = 1;
  private static final int RIGHT_MARGIN = 10;
  private static final int TICK_WIDTH = 54;
  private static final int TICK_DISTANCE = 22;

  private final SliderRow epsilons;
  private final HTMLElement body = Dom.element("tbody", "");
  private final List<HTMLElement[]> rows = new ArrayList<>();
  private final HTMLElement note = Dom.element("p", "hint");
  private final HTMLElement sentence = Dom.element("p", "verdict-text");
  private final HTMLElement curveLabel = Dom.element("div", "chart-label");
  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final HTMLElement mark = area.markBelow("mark-hover");
  private final DataTable table =
      new DataTable(
          "Relative error over epsilon", new String[] {"ε", "Relative error"}, this::curveRows);
  private final Paced showing = new Paced(PERIOD_MS, this::show);
  private final HTMLElement root;

  private @Nullable Palette palette;

  /** What is checked, which may be over: training goes on meanwhile. */
  private @Nullable State checked;

  /** Whether the network shown is another by now. */
  private boolean passed;

  private @Nullable GradientCheck check;
  private @Nullable EpsilonCurve curve;
  private int position = FIRST_EPSILON;
  private boolean wanted = true;

  /**
   * Makes the view.
   *
   * @param requestFrame has it shown again in the next frame
   */
  public GradientCheckView(Runnable requestFrame) {
    epsilons =
        new SliderRow(
            "Epsilon",
            0,
            LAST,
            at -> {
              position = LAST - at;
              check = null;
              requestFrame.run();
            });
    HTMLElement head = Dom.element("tr", "");
    for (String heading : new String[] {"dL/d…", "BPTT", "difference quotient", "relative error"}) {
      HTMLElement cell = Dom.text("th", "", heading);
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    HTMLElement checks = Dom.element("table", "check-table", Dom.element("thead", "", head), body);
    checks.setAttribute("aria-label", "Gradient check");
    HTMLElement again =
        Dom.button(
            "button small",
            "Check now",
            () -> {
              wanted = true;
              requestFrame.run();
            });
    HTMLElement figure =
        Dom.element(
            "figure",
            "figure chart check-curve",
            curveLabel,
            area.root(),
            Dom.text("div", "chart-label chart-label-x", "ε"),
            table.root());
    figure.setAttribute("aria-label", "Relative error over epsilon");
    root =
        Dom.element(
            "div",
            "check",
            Dom.element("div", "check-controls", epsilons.root(), again),
            note,
            checks,
            sentence,
            figure,
            Dom.text(
                "p",
                "caption",
                "Is the gradient right? Backpropagation is held against (L(w + ε) − L(w − ε)) / 2ε,"
                    + " which needs nothing but the loss: a large ε measures a bend instead of a"
                    + " slope, a small one drowns in rounding, hence the U."));
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    area.close();
  }

  @Override
  public void render(State next, Palette colors) {
    boolean changed = palette != colors;
    palette = colors;
    State of = checked;
    if (of == null || wanted || isPast(of, next)) {
      wanted = false;
      of = next;
      checked = next;
      check = null;
      curve = null;
      changed = true;
    }
    boolean other = !of.snapshot().parameters().equals(next.snapshot().parameters());
    changed |= other != passed || work(of, next.isRunning());
    passed = other;
    boolean unfinished = !isDone(of);
    if (changed) {
      draw();
    }
    showing.frame(changed, unfinished);
    table.frame(changed, unfinished);
  }

  @Override
  public boolean isUnfinished() {
    return checked != null && !isDone(checked);
  }

  /** Whether it is of no interest any more, and not just of a moment that training has passed. */
  private static boolean isPast(State of, State now) {
    return of.problem() != now.problem()
        || !of.experiment().shape().equals(now.experiment().shape())
        || of.run().number() != now.run().number()
        || (!now.isRunning() && of.snapshot() != now.snapshot());
  }

  private boolean isDone(State of) {
    GradientCheck checking = check;
    EpsilonCurve measuring = curve;
    return of.snapshot().overflow() != null
        || (checking != null && checking.isDone() && measuring != null && measuring.isDone());
  }

  /** Goes on checking for a slice of time, longer at rest; whether there was anything to do. */
  private boolean work(State of, boolean running) {
    if (isDone(of)) {
      return false;
    }
    GradientCheck checking = check;
    if (checking == null) {
      checking = newCheck(of);
      check = checking;
    }
    EpsilonCurve measuring = curve;
    if (measuring == null) {
      measuring = new EpsilonCurve(newCheck(of));
      curve = measuring;
    }
    int batch = Math.max(1, BATCH / checking.size());
    double end = Browser.now() + (running ? SLICE_MS : 2 * SLICE_MS);
    do {
      for (int i = 0; i < batch; i++) {
        if (!checking.isDone()) {
          checking.next();
        } else if (!measuring.isDone()) {
          measuring.next();
        }
      }
    } while (!isDone(of) && Browser.now() < end);
    return true;
  }

  private GradientCheck newCheck(State of) {
    return new GradientCheck(
        of.experiment().shape(),
        of.problem().inputs(),
        of.problem().targets(),
        of.problem().trainSteps(),
        of.snapshot().parameters(),
        of.snapshot().gradient(),
        GradientCheck.epsilon(position));
  }

  private void show() {
    epsilons.show(LAST - position, epsilonText(position));
    State of = checked;
    if (of == null) {
      return;
    }
    Snapshot snapshot = of.snapshot();
    Dom.setText(
        note,
        (snapshot.method() == Method.RANDOM_SEARCH
                ? "Checked: the best of " + Text.NUMBERS.count(snapshot.tries()) + " random tries"
                : "Checked at epoch " + Text.NUMBERS.count(snapshot.epochs()))
            + (passed ? "; the weights have changed since." : "."));
    GradientCheck checking = check;
    if (checking == null) {
      fill(new int[0], null, null);
      Dom.setText(sentence, "The numbers overflowed: there is no gradient to check.");
      return;
    }
    int[] listed = checking.worst(MOST_ROWS);
    fill(listed, checking, new ParameterNames(of.experiment().shape()));
    Dom.setText(sentence, sentence(of, checking, listed.length));
  }

  private static String sentence(State of, GradientCheck checking, int listed) {
    if (!checking.isDone()) {
      return "Checking: "
          + Text.NUMBERS.count(checking.done())
          + " of "
          + Text.NUMBERS.count(checking.size());
    }
    double error = checking.error();
    String all =
        "All "
            + Text.NUMBERS.count(checking.size())
            + " parameters are checked"
            + (listed < checking.size() ? "; those with the largest errors are listed" : "")
            + ". ";
    if (!(error <= Double.MAX_VALUE)) {
      return all + "Some have no quotient: the loss overflows within ε, or ε is lost beside them.";
    }
    all += "Relative error of the whole gradient: " + Text.NUMBERS.significant(error) + ".";
    if (error < AGREEMENT) {
      return all;
    }
    if (of.experiment().training().window() < of.problem().trainSteps()) {
      return all + " BPTT is cut by its window and leaves out what reaches further back.";
    }
    NetworkShape shape = of.experiment().shape();
    boolean kinked = shape.cell() == CellType.ELMAN && shape.activation() == Activation.RELU;
    return all
        + (kinked
            ? " Here ε does not suit, or a ReLU's kink lies within it."
            : " Here ε does not suit: try one in the middle of the U.");
  }

  private void fill(
      int[] listed, @Nullable GradientCheck checking, @Nullable ParameterNames names) {
    while (rows.size() > listed.length) {
      rows.remove(rows.size() - 1);
      body.removeChild(body.getLastChild());
    }
    if (checking == null || names == null) {
      return;
    }
    for (int i = 0; i < listed.length; i++) {
      if (i == rows.size()) {
        addRow();
      }
      HTMLElement[] cells = rows.get(i);
      int index = listed[i];
      Formula.write(cells[0], names.symbol(index));
      boolean held = checking.isHeld(index);
      Dom.setText(cells[1], Text.NUMBERS.significant(checking.gradient(index)));
      Dom.setText(cells[2], held ? "held" : Text.NUMBERS.significant(checking.quotient(index)));
      Dom.setText(cells[3], held ? "–" : Text.NUMBERS.loss(checking.error(index)));
    }
  }

  private void addRow() {
    HTMLElement row = Dom.element("tr", "");
    HTMLElement[] cells = new HTMLElement[4];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Dom.element(i == 0 ? "th" : "td", "");
      row.appendChild(cells[i]);
    }
    cells[0].setAttribute("scope", "row");
    rows.add(cells);
    body.appendChild(row);
  }

  private static String epsilonText(int at) {
    return Text.NUMBERS.significant(GradientCheck.epsilon(at));
  }

  private void draw() {
    Palette colors = palette;
    if (colors == null || !area.hasSize()) {
      return;
    }
    AxisRange across = new AxisRange(-1 - LAST / 2.0, -1);
    AxisRange up = new AxisRange(FLOOR, CEILING);
    area.begin(
        colors,
        across,
        AxisTicks.log10(across, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.log10(up, area.ticksUp(TICK_DISTANCE)));
    EpsilonCurve measured = curve;
    GradientCheck checking = check;
    int count = measured == null ? 0 : measured.done();
    if (measured != null && checking != null) {
      boolean some = measured.parameters() < checking.size();
      Dom.setText(
          curveLabel,
          "relative error, log scale"
              + (some ? ", of " + measured.parameters() + " parameters all over" : ""));
    }
    double[] logs = new double[count];
    double[] errors = new double[count];
    for (int i = 0; i < count && measured != null; i++) {
      logs[i] = -1 - i / 2.0;
      errors[i] = measured.error(i);
    }
    ChartArea.takeLog10(errors, FLOOR);
    area.line(logs, errors, 0, count, colors.bptt(), colors.paper());
    ChartArea.stretch(mark, across.fraction(-1 - position / 2.0), 0, 0, 1);
  }

  private List<String[]> curveRows() {
    List<String[]> texts = new ArrayList<>();
    EpsilonCurve measured = curve;
    for (int i = 0; measured != null && i < measured.done(); i++) {
      texts.add(new String[] {epsilonText(i), Text.NUMBERS.loss(measured.error(i))});
    }
    return texts;
  }
}
