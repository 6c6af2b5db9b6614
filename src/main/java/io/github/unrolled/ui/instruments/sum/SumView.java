package io.github.unrolled.ui.instruments.sum;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.FittedFigure;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.GridCursor;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The gradient of the parameter pointed at, or of the last one that was, as a sum of the steps'
 * contributions: stacked from zero, positive ones to the right and negative ones to the left; and
 * as a bar for each step over time.
 */
public final class SumView implements View {
  private static final SumWords WORDS = new SumWords(Text.NUMBERS);

  private static final double PERIOD_MS = 250;

  private final Consumer<Event> dispatch;
  private final Canvas canvas = new Canvas("sum-canvas");
  private final Grid grid;
  private final HTMLElement title = Dom.element("p", "sum-title");
  private final HTMLElement words = Dom.element("p", "hint");
  private final HTMLElement step = Dom.element("p", "sum-step");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final DataTable table = new DataTable("Sum over time", SumWords.HEADERS, this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final FittedFigure figure;
  private final Browser.Observer sizeObserver;

  private final Seen seen = new Seen();
  private @Nullable SumDrawing drawing;
  private SumParts parts = SumParts.none();
  private SumLayout layout = new SumLayout(parts, 0, 0);

  /** The cursor that walks through the steps. */
  private final class Grid extends GridCursor {
    Grid(HTMLElement picture) {
      super("sum-grid", "Sum over time, steps", picture);
    }

    @Override
    protected boolean has(int row, int column) {
      return row == 0 && column >= 0 && column < parts.steps();
    }

    @Override
    protected int rowAt(double x, double y) {
      return 0;
    }

    @Override
    protected int columnAt(double x, double y) {
      return layout.stepAt(x, y);
    }

    @Override
    protected void cover(HTMLElement element, int row, int column) {
      int left = layout.columnLeft(column);
      int right = Math.max(left + 2, layout.columnLeft(column + 1));
      int top = layout.barsTop();
      place(element, left, top, right - left, layout.barsBottom() - top);
    }

    @Override
    protected String name(int row, int column) {
      return WORDS.name(parts, column);
    }

    @Override
    protected void onPoint() {
      dispatch.accept(new Command.StepPointedAt(isPointing() ? shownColumn() + 1 : 0));
      dispatch.accept(new Command.ParameterPointedAt(isPointing() ? parts.index() : -1));
      read();
    }
  }

  public SumView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    HTMLElement picture = Dom.element("div", "sum-picture", canvas.element());
    picture.setAttribute("aria-hidden", "true");
    grid = new Grid(picture);
    HTMLElement label =
        Dom.text("div", "chart-label", "parts from 0: negative left, positive right; their sum");
    HTMLElement caption =
        Dom.text(
            "p",
            "caption",
            Instrument.SUM_OVER_TIME.question()
                + " Every step uses it and contributes a part: look which steps dominate, and"
                + " which cancel each other.");
    figure =
        new FittedFigure("sum", "Sum over time")
            .picture(summary, title, label, grid.root())
            .picture(Dom.text("div", "chart-label chart-label-x", "step t"))
            .rest(step, words, caption, table.root());
    sizeObserver =
        Browser.observeSize(
            grid.root(),
            () -> {
              HTMLElement box = grid.root();
              layout = new SumLayout(parts, box.getClientWidth(), box.getClientHeight());
              draw();
            });
  }

  @Override
  public HTMLElement root() {
    return figure.root();
  }

  @Override
  public void close() {
    sizeObserver.disconnect();
    figure.close();
    if (grid.isPointing()) {
      dispatch.accept(new Command.StepPointedAt(0));
      dispatch.accept(new Command.ParameterPointedAt(-1));
    }
  }

  @Override
  public void render(State next, Palette palette) {
    seen.take(next, palette);
    if (seen.hasNewColors()) {
      drawing = new SumDrawing(canvas, palette);
    }
    int before = parts.index();
    int index = indexOf(next);
    boolean changed = seen.hasNewColors() || seen.isNew(State::snapshot) || before != index;
    boolean running = next.isRunning();
    if (changed) {
      takeApart(next, index);
    }
    if (changed || seen.isNew(State::focusStep)) {
      if (!grid.isPointing() && next.focusStep() > 0) {
        grid.startAt(grid.row(), next.focusStep() - 1);
      }
      draw();
      read();
    }
    writing.frame(changed, running && before == index);
    table.frame(changed, running);
  }

  /** Index of the parameter pointed at last, or else of the first recurrent weight. */
  private static int indexOf(State state) {
    int last = state.pointed().lastParameter();
    return last < 0 ? new Arithmetic(state.experiment().shape()).recurrentWeight(0, 0) : last;
  }

  private void takeApart(State state, int index) {
    int steps = state.problem().steps();
    if (parts.steps() != steps) {
      grid.startAt(grid.row(), Math.min(grid.column(), steps - 1));
    }
    parts = SumParts.of(state, index);
    layout = new SumLayout(parts, layout.width(), layout.height());
  }

  private void draw() {
    SumDrawing current = drawing;
    State state = seen.state();
    if (current != null && state != null && layout.hasSize()) {
      current.draw(parts, layout, state.focusStep() - 1);
      grid.show();
    }
  }

  /** Writes out the part of the step pointed at, else of the one under the cursor. */
  private void read() {
    grid.show();
    if (grid.has(0, grid.shownColumn())) {
      Dom.setText(step, WORDS.step(parts, grid.shownColumn()));
    }
  }

  private void write() {
    Formula.write(title, WORDS.heading(parts));
    Dom.setText(words, WORDS.parameter(parts));
    Dom.setText(figure.sentence(), WORDS.meaning(parts));
    Dom.setText(summary, WORDS.summary(parts));
  }

  private List<String[]> rows() {
    return WORDS.rows(parts);
  }
}
