package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.WideningRange;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Pointing;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The loss over a plane through the network shown, the path that training took over it, and its
 * start, which can be moved. The losses are worked out in slices, and anew whenever the plane
 * moves; what lies on the picture follows each state.
 */
public final class LandscapeView implements View {
  /** How long a call may work, in milliseconds. */
  private static final double BUDGET_MS = 3;

  /** A picture that takes longer is shown as far as it is. */
  private static final double PATIENCE_MS = 1500;

  /** Work between two looks at the clock: passes times parameters. */
  private static final int BATCH = 400;

  private static final double PERIOD_MS = 200;

  /** Rows and columns of the data table. */
  private static final int TABLE_SIZE = 7;

  /** Steps of an arrow key; with Shift it is one. */
  private static final double STEPS = 10;

  private final Consumer<Event> dispatch;
  private final Runnable requestFrame;
  private final LandscapeControls controls = new LandscapeControls(this::choosePlane);
  private final LandscapeDrawing drawing = new LandscapeDrawing(this::draw);
  private final HTMLElement acrossName = Dom.element("div", "chart-label chart-label-x");
  private final HTMLElement upName = Dom.element("div", "chart-label");
  private final HTMLElement reading = Dom.element("p", "landscape-reading");
  private final HTMLElement slice = Dom.element("p", "hint landscape-slice");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final DataTable table = new DataTable("Loss landscape", new String[0], this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final HTMLElement root;

  /** Whether the surface is not computed to its end yet. */
  private boolean unfinished;

  private @Nullable State state;
  private @Nullable Palette palette;
  private @Nullable ParameterPlane plane;
  private @Nullable LossLandscape landscape;
  private ParameterNames names = new ParameterNames(NetworkShape.unit(Activation.TANH));
  private WideningRange across = range(false);
  private WideningRange up = across;

  /** Where training starts, also before the state says so. */
  private Numbers start = Numbers.of();

  /** Whether the next new run is of a start moved here, for which the axes keep still. */
  private boolean moved;

  private boolean chosen;

  /** Whether the plane is another than that of the losses. */
  private boolean stale;

  /** Whether losses of these axes are being worked out, or are done. */
  private boolean begun;

  /** Whether losses of these axes, all of them, are shown, be it of a plane before. */
  private boolean pictured;

  private double workSince;
  private @Nullable ParameterPlane tablePlane;
  private double tableEnd;
  private boolean dragging;
  private boolean onHandle;

  // Where it is pointed at; NaN for nowhere.
  private double pointedAcross = Double.NaN;
  private double pointedUp = Double.NaN;

  /**
   * Makes the view.
   *
   * @param requestFrame has {@link #render} called in the next frame
   */
  public LandscapeView(Consumer<Event> dispatch, Runnable requestFrame) {
    this.dispatch = dispatch;
    this.requestFrame = requestFrame;
    HTMLElement caption =
        Dom.text(
            "p",
            "caption",
            "What does the loss look like from where the network stands? Look for valleys, cliffs"
                + " and flat ground, and for where the path of training goes; drag the square, or"
                + " move it by arrow keys, to start training elsewhere.");
    root = Dom.element("figure", "figure chart landscape", controls.root(), upName, drawing.root());
    Dom.append(root, acrossName, drawing.scale(), drawing.legend(), reading);
    Dom.append(root, slice, summary, table.root(), caption);
    root.setAttribute("aria-label", "Loss landscape");
    listen();
  }

  private void listen() {
    HTMLElement surface = drawing.surface();
    HTMLElement handle = drawing.handle();
    Dom.Listener point =
        event -> {
          pointedAcross = (2 * fraction(surface, event, false) - 1) * across.end();
          pointedUp = (2 * fraction(surface, event, true) - 1) * up.end();
          read();
        };
    Dom.on(surface, "pointermove", point);
    // After a tap the finger has left; a click is what stays of it.
    Dom.on(surface, "click", point);
    Dom.on(
        surface,
        "pointerleave",
        event -> {
          pointedAcross = Double.NaN;
          read();
        });
    Dom.on(
        handle,
        "pointerdown",
        event -> {
          dragging = true;
          capture(handle, event);
        });
    Dom.on(
        handle,
        "pointermove",
        event -> {
          if (dragging) {
            moveStart(
                (2 * fraction(surface, event, false) - 1) * across.end(),
                (2 * fraction(surface, event, true) - 1) * up.end());
          }
        });
    Dom.on(handle, "pointerup", event -> dragging = false);
    Dom.on(handle, "pointercancel", event -> dragging = false);
    Dom.on(handle, "keydown", event -> key((KeyboardEvent) event));
    Pointing.at(handle, () -> pointAtHandle(true), () -> pointAtHandle(false));
  }

  private void pointAtHandle(boolean on) {
    onHandle = on;
    read();
  }

  @JSBody(
      params = {"element", "event"},
      script = "element.setPointerCapture(event.pointerId);")
  private static native void capture(HTMLElement element, org.teavm.jso.dom.events.Event event);

  @JSBody(
      params = {"element", "event", "up"},
      script =
          "var box = element.getBoundingClientRect();"
              + "return up ? (box.bottom - event.clientY) / box.height"
              + "  : (event.clientX - box.left) / box.width;")
  private static native double fraction(
      HTMLElement element, org.teavm.jso.dom.events.Event event, boolean up);

  private void key(KeyboardEvent event) {
    String key = event.getKey();
    int right = key.equals("ArrowRight") ? 1 : key.equals("ArrowLeft") ? -1 : 0;
    int higher = key.equals("ArrowUp") ? 1 : key.equals("ArrowDown") ? -1 : 0;
    ParameterPlane through = plane;
    if (through == null
        || right == higher
        || event.isAltKey()
        || event.isCtrlKey()
        || event.isMetaKey()) {
      return;
    }
    event.preventDefault();
    double steps = event.isShiftKey() ? 1 : STEPS;
    through.locate(this::startAt);
    moveStart(
        through.locatedAcross() + right * steps * across.step(),
        through.locatedUp() + higher * steps * up.step());
  }

  /** A parameter of the start as the network has it. */
  private double startAt(int index) {
    State shown = state;
    boolean held = shown != null && shown.experiment().shape().holdsAtZero(index);
    return held ? 0 : start.get(index);
  }

  private void moveStart(double toAcross, double toUp) {
    ParameterPlane through = plane;
    if (through == null) {
      return;
    }
    Numbers wanted = through.moved(start, rounded(toAcross, across), rounded(toUp, up));
    for (int i = 0; i < wanted.size(); i++) {
      if (!Start.isParameter(wanted.get(i))) {
        return;
      }
    }
    if (!wanted.equals(start)) {
      start = wanted;
      moved = true;
      placeHandle(through);
      dispatch.accept(new Command.StartMoved(wanted));
    }
  }

  /** Within the axis, and as round as that of a slider. */
  private static double rounded(double value, WideningRange range) {
    double within = Math.max(-range.end(), Math.min(range.end(), value));
    double steps = Math.floor(within / range.step() + 0.5);
    return range.step() < 0.1 ? steps / 100 : steps * range.step();
  }

  private static WideningRange range(boolean random) {
    return random ? new WideningRange(1, 10) : new WideningRange(3, 100);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void close() {
    drawing.close();
  }

  private void choosePlane() {
    chosen = true;
    requestFrame.run();
  }

  @Override
  public void render(State next, Palette colors) {
    final State last = state;
    final boolean themed = palette != colors;
    final boolean changed = last == null || next.snapshot() != last.snapshot();
    state = next;
    palette = colors;
    start = next.experiment().start().parameters();
    final ParameterPlane through = plane(last, next);
    if (changed || !pictured) {
      stale |= through.goThrough(next.snapshot().parameters());
      drawing.follow(next, through);
      drawing.widen(across, up);
      through.locate(this::startAt);
      across.include(through.locatedAcross());
      up.include(through.locatedUp());
    }
    unfinished = work(through, next.isRunning());
    if (themed) {
      drawing.color(colors);
    }
    if (changed || themed || unfinished) {
      draw();
    }
    boolean running = unfinished || next.isRunning();
    writing.frame(changed || unfinished, running);
    table.frame(changed || unfinished, running);
  }

  @Override
  public boolean isUnfinished() {
    return unfinished;
  }

  /** The plane that is chosen; made anew where another is, or where it would not suit any more. */
  private ParameterPlane plane(@Nullable State last, State next) {
    final Experiment experiment = next.experiment();
    final NetworkShape shape = experiment.shape();
    final boolean otherShape = last == null || !shape.equals(last.experiment().shape());
    final boolean otherTask = last == null || next.problem() != last.problem();
    if (otherShape) {
      names = new ParameterNames(shape);
      controls.setShape(shape, names);
    }
    ParameterPlane through = plane;
    final boolean otherSeed =
        last != null && experiment.start().seed() != last.experiment().start().seed();
    if (through == null || chosen || otherShape || (otherSeed && through.isRandom())) {
      through = controls.plane(shape, next.snapshot().parameters());
      through.goThrough(next.snapshot().parameters());
    }
    if (through != plane || otherTask) {
      across = range(through.isRandom());
      up = range(through.isRandom());
      drawing.forgetDecades();
      nameAxes(through);
      forgetPicture();
    } else if (last != null && next.run().number() != last.run().number() && !moved) {
      across.reset();
      up.reset();
      forgetPicture();
    }
    moved &= last != null && next.run().number() == last.run().number();
    chosen = false;
    plane = through;
    if (landscape == null || otherShape || otherTask) {
      int steps = next.problem().trainSteps();
      landscape =
          new LossLandscape(
              shape,
              next.problem().inputs().slice(0, steps).toArray(),
              next.problem().targets().slice(0, steps).toArray(),
              through);
      forgetPicture();
    }
    return through;
  }

  private void forgetPicture() {
    begun = false;
    pictured = false;
    stale = true;
  }

  /** Works at the losses for a while, longer at rest; returns whether there is more to do. */
  private boolean work(ParameterPlane through, boolean running) {
    LossLandscape losses = landscape;
    if (losses == null) {
      return false;
    }
    drawing.setEnds(across.end(), up.end());
    final double now = Browser.now();
    if (losses.endAcross() != across.end() || losses.endUp() != up.end()) {
      forgetPicture();
    }
    if (!begun) {
      drawing.clear();
    }
    boolean late = now - workSince > PATIENCE_MS && losses.isShowable();
    if (stale && (!begun || losses.isDone() || late)) {
      if (begun && !losses.isDone()) {
        drawing.picture(losses.losses(), false);
      }
      losses.start(through, across.end(), up.end());
      workSince = now;
      begun = true;
      stale = false;
      late = false;
    }
    if (losses.isDone()) {
      return stale;
    }
    int batch = Math.max(1, BATCH / start.size());
    do {
      losses.work(batch);
    } while (!losses.isDone() && Browser.now() - now < (running ? BUDGET_MS : 2 * BUDGET_MS));
    if (losses.isDone() || late || (!pictured && losses.isShowable())) {
      drawing.picture(losses.losses(), losses.isDone());
      pictured |= losses.isDone();
    }
    return true;
  }

  private void draw() {
    Palette colors = palette;
    ParameterPlane through = plane;
    if (colors != null && through != null) {
      drawing.draw(colors);
      placeHandle(through);
    }
  }

  private void placeHandle(ParameterPlane through) {
    through.locate(this::startAt);
    drawing.placeHandle(through.locatedAcross(), through.locatedUp());
    HTMLElement handle = drawing.handle();
    Dom.setAttribute(handle, "aria-valuemin", Text.plain(-across.end()));
    Dom.setAttribute(handle, "aria-valuemax", Text.plain(across.end()));
    Dom.setAttribute(handle, "aria-valuenow", Text.plain(through.locatedAcross()));
    Dom.setAttribute(
        handle, "aria-valuetext", place(through, through.locatedAcross(), through.locatedUp()));
  }

  private void nameAxes(ParameterPlane through) {
    Formula.write(upName, "↑ " + name(through, false));
    Formula.write(acrossName, name(through, true) + " →");
  }

  private String name(ParameterPlane through, boolean ofAcross) {
    if (through.isRandom()) {
      return ofAcross ? "direction 1" : "direction 2";
    }
    return names.symbol(ofAcross ? through.first() : through.second());
  }

  private String place(ParameterPlane through, double a, double b) {
    return name(through, true)
        + " = "
        + Text.NUMBERS.significant(a)
        + ", "
        + name(through, false)
        + " = "
        + Text.NUMBERS.significant(b);
  }

  private static String loss(double loss) {
    return Math.abs(loss) <= Double.MAX_VALUE
        ? "loss " + Text.NUMBERS.loss(loss)
        : "the loss overflows";
  }

  /** Says the loss where it is pointed at, else at the network shown. */
  private void read() {
    ParameterPlane through = plane;
    LossLandscape losses = landscape;
    State shown = state;
    if (through == null || losses == null || shown == null) {
      return;
    }
    String where = "Here: ";
    through.locate(shown.snapshot().parameters()::get);
    double a = through.locatedAcross();
    double b = through.locatedUp();
    double value = shown.snapshot().loss();
    if (onHandle) {
      where = "This slice where the start is: ";
      through.locate(this::startAt);
      a = through.locatedAcross();
      b = through.locatedUp();
      value = losses.loss(a, b);
    } else if (!Double.isNaN(pointedAcross)) {
      where = "At ";
      a = pointedAcross;
      b = pointedUp;
      value = losses.loss(a, b);
    }
    Formula.write(reading, where + place(through, a, b) + ": " + loss(value));
  }

  private void write() {
    ParameterPlane through = plane;
    State shown = state;
    if (through == null || shown == null) {
      return;
    }
    read();
    Formula.write(slice, slice(through, shown));
    Dom.setText(summary, summary(through, shown));
  }

  private String slice(ParameterPlane through, State shown) {
    NetworkShape shape = shown.experiment().shape();
    Numbers present = shown.snapshot().parameters();
    if (through.isRandom()) {
      return "A slice through the network shown, along two random directions (seed "
          + controls.seed()
          + ") that change all weights, each unit’s in proportion to their size. Biases stay. Path"
          + " and tries lie outside of it: what is seen is their projection.";
    }
    int held =
        shape.holdsAtZero(through.first())
            ? through.first()
            : shape.holdsAtZero(through.second()) ? through.second() : -1;
    String constant =
        held < 0
            ? ""
            : " " + names.symbol(held) + " is held at zero: the loss does not change along it.";
    if (!shape.isScalar()) {
      return "A slice: the other "
          + Text.NUMBERS.integer(present.size() - 2)
          + " parameters keep the values of the network shown."
          + constant;
    }
    String text = "";
    for (int i = 0; i < present.size(); i++) {
      if (i != through.first() && i != through.second()) {
        text +=
            (text.isEmpty() ? "" : ", ")
                + names.symbol(i)
                + " = "
                + Text.NUMBERS.significant(present.get(i));
      }
    }
    return "Slice through " + text + "." + constant;
  }

  private String summary(ParameterPlane through, State shown) {
    through.locate(shown.snapshot().parameters()::get);
    String text =
        "The network shown is at "
            + place(through, through.locatedAcross(), through.locatedUp())
            + ": "
            + loss(shown.snapshot().loss())
            + ". ";
    boolean cut = shown.experiment().training().window() < shown.problem().trainSteps();
    if (shown.snapshot().overflow() == null && !cut) {
      Numbers gradient = shown.snapshot().gradient();
      text +=
          "The slope there is "
              + Text.NUMBERS.significant(through.slopeAcross(gradient))
              + " across and "
              + Text.NUMBERS.significant(through.slopeUp(gradient))
              + " up. ";
    }
    int cell = drawing.lowest();
    LossLandscape losses = landscape;
    if (cell < 0 || losses == null) {
      return text;
    }
    double a = LossLandscape.middle(cell % LossLandscape.SIZE, across.end());
    double b = LossLandscape.middle(cell / LossLandscape.SIZE, up.end());
    return text
        + "Lowest in the picture: "
        + loss(losses.losses()[cell])
        + ", near "
        + place(through, a, b)
        + ".";
  }

  /** Losses at {@link #TABLE_SIZE} times as many places, the highest row first. */
  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    ParameterPlane through = plane;
    LossLandscape losses = landscape;
    if (through == null || losses == null) {
      return rows;
    }
    if (tablePlane != through || tableEnd != across.end()) {
      tablePlane = through;
      tableEnd = across.end();
      String[] headers = new String[TABLE_SIZE + 1];
      headers[0] = name(through, false) + " \\ " + name(through, true);
      for (int column = 0; column < TABLE_SIZE; column++) {
        headers[column + 1] = Text.NUMBERS.significant(tick(column, tableEnd));
      }
      table.setHeaders(headers);
    }
    for (int row = TABLE_SIZE - 1; row >= 0; row--) {
      double b = tick(row, up.end());
      String[] cells = new String[TABLE_SIZE + 1];
      cells[0] = Text.NUMBERS.significant(b);
      for (int column = 0; column < TABLE_SIZE; column++) {
        cells[column + 1] = Text.NUMBERS.loss(losses.loss(tick(column, across.end()), b));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static double tick(int number, double end) {
    return (2.0 * number / (TABLE_SIZE - 1) - 1) * end;
  }
}
