package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Instrument;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.FittedFigure;
import io.github.unrolled.ui.kit.Formula;
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
 * The loss over a plane through the network shown, the path that training took over it, and its
 * start, which can be moved. The losses are computed in slices, and anew whenever the plane moves;
 * the marks on the picture follow each state.
 */
public final class LandscapeView implements View {
  private static final LandscapeWords WORDS = new LandscapeWords(Text.NUMBERS);

  private static final double PERIOD_MS = 200;

  private static final String LABEL = Instrument.LOSS_LANDSCAPE.label();

  private static final String LOOK =
      "Look for valleys, cliffs and flat ground, and where training goes; drag the square to start"
          + " it elsewhere.";

  private static final String CAPTION =
      Instrument.LOSS_LANDSCAPE.question()
          + " The square, where training starts, also moves by arrow keys.";

  private final Consumer<Event> dispatch;
  private final Runnable requestFrame;
  private final Seen seen = new Seen();
  private final LandscapeControls controls = new LandscapeControls(this::choosePlane);
  private final SliceChoice choice = new SliceChoice(controls);
  private final StartPoint start = new StartPoint();
  private final LossPicture picture =
      new LossPicture((numbers, floor) -> ChartArea.takeLog10(numbers, floor));
  private final LossWork work = new LossWork(Browser::now, picture);
  private final LandscapeMarks marks = new LandscapeMarks();
  private final LandscapeSurface surface = new LandscapeSurface(new Hand());
  private final LandscapeDrawing drawing = new LandscapeDrawing(surface, this::draw);
  private final HTMLElement acrossName = Dom.element("div", "chart-label chart-label-x");
  private final HTMLElement upName = Dom.element("div", "chart-label");
  private final HTMLElement reading = Dom.element("p", "landscape-reading");
  private final HTMLElement sliceText = Dom.element("p", "hint landscape-slice");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final DataTable table = new DataTable(LABEL, new String[0], this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final FittedFigure figure;

  /** Whether the losses are still incomplete. */
  private boolean unfinished;

  private @Nullable Slice slice;

  /** The plane and the end of the axis across that the table's headers belong to. */
  private @Nullable ParameterPlane tablePlane;

  private double tableEnd;
  private boolean onHandle;

  // Place pointed at; NaN for none.
  private double pointedAcross = Double.NaN;
  private double pointedUp = Double.NaN;

  /** Carries out what the reader does on the surface. */
  private final class Hand implements LandscapeSurface.Listener {
    @Override
    public void pointAt(double across, double up) {
      Slice on = slice;
      if (on != null) {
        pointedAcross = on.acrossAt(across);
        pointedUp = on.upAt(up);
        read();
      }
    }

    @Override
    public void leave() {
      pointedAcross = Double.NaN;
      read();
    }

    @Override
    public void pointAtHandle(boolean on) {
      onHandle = on;
      read();
    }

    @Override
    public void drag(double across, double up) {
      Slice on = slice;
      if (on != null) {
        moveStart(on, on.acrossAt(across), on.upAt(up));
      }
    }

    @Override
    public void step(double across, double up) {
      Slice on = slice;
      if (on != null) {
        start.locateIn(on.plane());
        moveStart(
            on,
            on.plane().locatedAcross() + across * on.across().step(),
            on.plane().locatedUp() + up * on.up().step());
      }
    }
  }

  /**
   * Makes the view.
   *
   * @param requestFrame requests {@link #render} in the next frame
   */
  public LandscapeView(Consumer<Event> dispatch, Runnable requestFrame) {
    this.dispatch = dispatch;
    this.requestFrame = requestFrame;
    figure =
        new FittedFigure("chart landscape", LABEL)
            .picture(upName, drawing.root(), acrossName)
            .rest(drawing.scale(), reading, controls.root(), drawing.legend(), sliceText, summary)
            .rest(Dom.text("p", "caption", CAPTION), table.root());
    Dom.setText(figure.sentence(), LOOK);
  }

  private void moveStart(Slice on, double toAcross, double toUp) {
    Numbers moved = start.move(on, toAcross, toUp);
    if (moved != null) {
      choice.keepAxes();
      placeHandle(on);
      dispatch.accept(new Command.StartMoved(moved));
    }
  }

  @Override
  public HTMLElement root() {
    return figure.root();
  }

  @Override
  public void close() {
    drawing.close();
    figure.close();
  }

  private void choosePlane() {
    choice.choose();
    requestFrame.run();
  }

  @Override
  public void render(State next, Palette colors) {
    seen.take(next, colors);
    start.follow(next.experiment());
    final boolean changed = seen.isNew(State::snapshot);
    final Slice now = choose(next);
    if (changed || !work.isPictured()) {
      work.goThrough(now.plane(), next.snapshot().parameters());
      marks.follow(next, now.plane());
      marks.widen(now);
      start.locateIn(now.plane());
      now.include(now.plane().locatedAcross(), now.plane().locatedUp());
      if (!surface.isDragging()) {
        now.settle();
      }
    }
    unfinished = work.work(now, next.isRunning());
    if (seen.hasNewColors()) {
      drawing.color(colors);
    }
    drawing.paint(picture);
    if (changed || seen.hasNewColors() || unfinished) {
      draw();
    }
    boolean running = unfinished || next.isRunning();
    writing.frame(changed || unfinished, running);
    table.frame(changed || unfinished, running);
  }

  private Slice choose(State next) {
    Slice now = choice.follow(next, seen);
    slice = now;
    work.follow(next, seen, now.plane());
    if (choice.isAnother()) {
      picture.forgetDecades();
      Formula.write(upName, "↑ " + WORDS.upName(now));
      Formula.write(acrossName, WORDS.acrossName(now) + " →");
    }
    if (choice.hasNewAxes()) {
      work.forget();
    }
    return now;
  }

  @Override
  public boolean isUnfinished() {
    return unfinished;
  }

  private void draw() {
    Palette colors = seen.colors();
    Slice shown = slice;
    if (colors != null && shown != null) {
      drawing.draw(shown, picture, marks, colors);
      placeHandle(shown);
    }
  }

  private void placeHandle(Slice on) {
    start.locateIn(on.plane());
    double across = on.plane().locatedAcross();
    double up = on.plane().locatedUp();
    drawing.placeHandle(on, across, up);
    HTMLElement handle = surface.handle();
    Dom.setAttribute(handle, "aria-valuemin", Text.plain(-on.across().end()));
    Dom.setAttribute(handle, "aria-valuemax", Text.plain(on.across().end()));
    Dom.setAttribute(handle, "aria-valuenow", Text.plain(across));
    Dom.setAttribute(handle, "aria-valuetext", WORDS.place(on, across, up));
  }

  /** Writes the loss at the place pointed at, else at the network shown. */
  private void read() {
    Slice on = slice;
    LossLandscape losses = work.losses();
    State shown = seen.state();
    if (on == null || losses == null || shown == null) {
      return;
    }
    String text;
    if (onHandle) {
      start.locateIn(on.plane());
      double across = on.plane().locatedAcross();
      double up = on.plane().locatedUp();
      text =
          "This slice where the start is: "
              + WORDS.reading(on, across, up, losses.loss(across, up));
    } else if (!Double.isNaN(pointedAcross)) {
      double loss = losses.loss(pointedAcross, pointedUp);
      text = "At " + WORDS.reading(on, pointedAcross, pointedUp, loss);
    } else {
      on.plane().locate(shown.snapshot().parameters()::get);
      double across = on.plane().locatedAcross();
      double up = on.plane().locatedUp();
      text = "Here: " + WORDS.reading(on, across, up, shown.snapshot().loss());
    }
    Formula.write(reading, text);
  }

  private void write() {
    Slice on = slice;
    LossLandscape losses = work.losses();
    State shown = seen.state();
    if (on == null || losses == null || shown == null) {
      return;
    }
    read();
    Formula.write(sliceText, WORDS.slice(on, shown, controls.seed()));
    int lowest = picture.lowest();
    String text = WORDS.present(on, shown);
    Dom.setText(summary, lowest < 0 ? text : text + WORDS.lowest(on, losses, lowest));
  }

  private List<String[]> rows() {
    Slice on = slice;
    LossLandscape losses = work.losses();
    if (on == null || losses == null) {
      return List.of();
    }
    if (tablePlane != on.plane() || tableEnd != on.across().end()) {
      tablePlane = on.plane();
      tableEnd = on.across().end();
      table.setHeaders(WORDS.headers(on));
    }
    return WORDS.rows(on, losses);
  }
}
