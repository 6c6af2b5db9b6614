package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.GradientThroughTime;
import io.github.unrolled.ui.kit.Browser;
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
 * How much of each step's loss reaches each earlier state, as a lower-triangular matrix on one
 * fixed scale; below it, the factor by which each step back multiplies the gradient; and the chain
 * of factors behind the entry pointed at.
 */
public final class GradientView implements View {
  private static final GradientWords WORDS = new GradientWords(Text.NUMBERS);

  private static final double PERIOD_MS = 250;

  private final Consumer<Event> dispatch;
  private final Seen seen = new Seen();
  private final GradientWork work = new GradientWork();
  private final GradientDrawing drawing = new GradientDrawing();
  private final GradientLegend legend = new GradientLegend();
  private final Grid grid = new Grid(drawing.root());
  private final HTMLElement entry = Dom.element("p", "gradient-entry");
  private final HTMLElement chain = Dom.element("p", "gradient-chain");
  private final HTMLElement numbers = Dom.element("p", "gradient-chain gradient-numbers");
  private final HTMLElement factors = Dom.element("p", "hint gradient-factors");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final HTMLElement factorLabel = Dom.element("div", "chart-label");
  private final HTMLElement note = Dom.element("p", "hint");
  private final DataTable table = new DataTable("Gradient through time", new String[0], this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final FittedFigure figure;
  private final Browser.Observer sizeObserver;
  private int width;
  private int height;

  /** Count of the table's columns, and the step of the first. */
  private int headers;

  private int firstHeader;

  /** The cursor that walks through the matrix. */
  private final class Grid extends GridCursor {
    Grid(HTMLElement picture) {
      super("gradient-grid", "Gradient through time, entries", picture);
    }

    @Override
    protected boolean has(int row, int column) {
      return column >= 0 && column <= row && row < drawing.layout().count() && work.shown() != null;
    }

    @Override
    protected int rowAt(double x, double y) {
      return drawing.layout().rowAt(y);
    }

    @Override
    protected int columnAt(double x, double y) {
      return drawing.layout().columnAt(x);
    }

    @Override
    protected void cover(HTMLElement element, int row, int column) {
      drawing.cover(element, row, column);
    }

    @Override
    protected String name(int row, int column) {
      GradientMatrix matrix = matrix();
      return matrix == null ? "" : WORDS.entry(matrix, row, column);
    }

    @Override
    protected void onPoint() {
      GradientMatrix matrix = matrix();
      int step = matrix != null && isPointing() ? matrix.step(shownColumn()) : 0;
      dispatch.accept(new Command.StepPointedAt(step));
      read();
    }
  }

  public GradientView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    HTMLElement label = Dom.element("div", "chart-label");
    Formula.write(label, "|dL_t/dh_k|: loss of step t down, state k across");
    HTMLElement caption =
        Dom.text(
            "p",
            "caption",
            Instrument.GRADIENT_THROUGH_TIME.question()
                + " Go along a row from right to left: where it fades, earlier steps are hardly"
                + " told; where it darkens, the gradient explodes.");
    figure =
        new FittedFigure("gradient", "Gradient through time")
            .picture(summary, label, grid.root(), factorLabel)
            .rest(entry, chain, numbers, factors, legend.root(), note, caption, table.root());
    sizeObserver =
        Browser.observeSize(
            grid.root(),
            () -> {
              width = grid.root().getClientWidth();
              height = grid.root().getClientHeight();
              draw();
              read();
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
    }
  }

  @Override
  public void render(State now, Palette colors) {
    seen.take(now, colors);
    boolean changed = work.follow(now);
    if (seen.hasNewColors()) {
      drawing.color(colors);
      changed = true;
    }
    // Hides a matrix that still belongs to another network than the other panels show.
    Dom.toggleClass(figure.root(), "awaited", work.shown() == null);
    changed |= seen.isNew(State::experiment);
    if (changed) {
      draw();
      read();
    } else if (seen.isNew(State::pointed)) {
      placeMarks();
    }
    boolean running = now.isRunning();
    writing.frame(changed, running);
    table.frame(changed, running);
  }

  @Override
  public boolean isUnfinished() {
    return !work.isFinished();
  }

  /** The matrix shown; null as long as there is none. */
  private @Nullable GradientMatrix matrix() {
    GradientThroughTime shown = work.shown();
    State state = seen.state();
    return shown == null || state == null ? null : new GradientMatrix(shown, state);
  }

  private void draw() {
    GradientMatrix matrix = matrix();
    Palette colors = seen.colors();
    if (matrix == null || colors == null || width == 0 || height == 0) {
      return;
    }
    drawing.draw(matrix, width, height, colors);
    if (!grid.isPointing()) {
      int row = matrix.cursorRow();
      grid.startAt(row < 0 ? matrix.count() - 1 : row, 0);
    }
    grid.show();
    drawing.placeMarks(matrix);
  }

  private void placeMarks() {
    GradientMatrix matrix = matrix();
    if (matrix != null) {
      drawing.placeMarks(matrix);
    }
  }

  /** Writes out the entry pointed at. */
  private void read() {
    GradientMatrix matrix = matrix();
    grid.show();
    int row = grid.shownRow();
    int column = grid.shownColumn();
    if (matrix != null && grid.has(row, column)) {
      Dom.setText(entry, WORDS.entry(matrix, row, column));
      Formula.write(chain, WORDS.chain(matrix));
      Dom.setText(numbers, WORDS.chainNumbers(matrix, row, column));
    }
  }

  private void write() {
    GradientMatrix matrix = matrix();
    if (matrix == null) {
      return;
    }
    Formula.write(factorLabel, WORDS.factorLabel(matrix.state().experiment().shape()));
    legend.show(matrix);
    if (headers != matrix.count() || firstHeader != matrix.step(0)) {
      headers = matrix.count();
      firstHeader = matrix.step(0);
      table.setHeaders(GradientWords.headers(firstHeader, headers));
    }
    Dom.setText(note, WORDS.note(matrix));
    Formula.write(figure.sentence(), WORDS.reach(matrix));
    Formula.write(factors, WORDS.factors(matrix));
    Dom.setText(summary, WORDS.summary(matrix));
  }

  private List<String[]> rows() {
    GradientMatrix matrix = matrix();
    return matrix == null ? List.of() : WORDS.rows(matrix);
  }
}
