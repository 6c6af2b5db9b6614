package io.github.unrolled.ui.instruments.statemap;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.BifurcationStrip;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.DataTable;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.FittedFigure;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.LegendEntry;
import io.github.unrolled.ui.kit.Paced;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Slider;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The effect of one step on any state: the map of one number, the plane of two, the first two
 * principal components of more; and under the map of an Elman unit, its fixed points over the
 * hidden weight, which can be moved there.
 */
public final class StateMapView implements View {
  private static final double PERIOD_MS = 250;
  private static final int RIGHT_MARGIN = 14;

  /** Half the width of a slider's thumb, in CSS pixels. */
  private static final int THUMB = 8;

  private final Consumer<Event> dispatch;
  private final ChartArea area = new ChartArea(RIGHT_MARGIN, this::draw);
  private final ChartArea stripArea = new ChartArea(RIGHT_MARGIN, this::draw);
  private final Slider steps;
  private final Slider hand;
  private final HTMLElement acrossLabel = Dom.element("div", "chart-label chart-label-x");
  private final HTMLElement upLabel = Dom.element("div", "chart-label");
  private final HTMLElement stripNote = Dom.element("p", "state-note");
  private final HTMLElement strip;
  private final HTMLElement legend = Dom.element("div", "chart-legend state-legend");
  private final HTMLElement reading = Dom.element("p", "state-reading");
  private final HTMLElement caption = Dom.element("p", "caption");
  private final HTMLElement summary = Dom.element("p", "visually-hidden");
  private final DataTable table = new DataTable("Hidden-state map", new String[0], this::rows);
  private final Paced writing = new Paced(PERIOD_MS, this::write);
  private final BifurcationDrawing bifurcations = new BifurcationDrawing();
  private final FittedFigure figure;

  private final Seen seen = new Seen();
  private @Nullable StateDrawing drawing;
  private int pointed;
  private boolean unfinished;

  public StateMapView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    steps =
        new Slider(
            "Step of the state map",
            1,
            1,
            1,
            1,
            value -> dispatch.accept(new Command.StepPointedAt((int) value)));
    Dom.on(steps.input(), "blur", event -> dispatch.accept(new Command.StepPointedAt(0)));
    hand =
        new Slider(
            "W_hidden in the bifurcation strip",
            -BifurcationStrip.REACH,
            BifurcationStrip.REACH,
            0.01,
            0,
            value -> dispatch.accept(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, value)));
    HTMLElement field = field(area, steps, "state-plot");
    Dom.on(field, "pointermove", event -> point((MouseEvent) event));
    Dom.on(field, "pointerleave", event -> pointAt(0));
    Dom.on(field, "click", event -> choose((MouseEvent) event));
    HTMLElement stripLabel = Dom.element("div", "chart-label chart-label-x");
    Formula.write(stripLabel, "hidden weight W_hidden");
    strip =
        Dom.element(
            "div",
            "",
            Dom.text("div", "chart-label", "fixed points h"),
            field(stripArea, hand, "strip-plot"),
            stripLabel);
    figure =
        new FittedFigure("chart state-map", "Hidden-state map")
            .picture(summary, upLabel, field, acrossLabel)
            .rest(reading, strip, stripNote, legend, caption, table.root());
  }

  private static HTMLElement field(ChartArea area, Slider slider, String className) {
    Dom.toggleClass(area.root(), className, true);
    Dom.toggleClass(slider.input(), "state-hand", true);
    return Dom.element("div", "state-field", area.root(), slider.input());
  }

  @Override
  public HTMLElement root() {
    return figure.root();
  }

  @Override
  public void close() {
    pointAt(0);
    area.close();
    stripArea.close();
    figure.close();
  }

  @Override
  public void render(State next, Palette colors) {
    seen.take(next, colors);
    NetworkShape network = next.experiment().shape();
    boolean fresh = seen.isNew(state -> state.run().number()) || seen.isNew(State::problem);
    boolean changed = fresh || seen.isNew(State::snapshot) || seen.isNew(State::focusStep);
    StateDrawing current = drawing;
    if (current == null || seen.isNew(state -> state.experiment().shape())) {
      current = drawingOf(next, network);
      drawing = current;
      describe(network, current);
    }
    if (changed) {
      double[] parameters = next.snapshot().parameters().toArray();
      current.show(next, parameters, next.focusStep(), fresh);
      int t = Math.max(1, next.focusStep());
      steps.setRange(1, next.problem().steps(), 1);
      steps.show(t, "step " + t);
      if (network.isScalar()) {
        double weight = parameters[ElmanUnit.HIDDEN_WEIGHT];
        hand.setEnabled(network.memory());
        hand.show(weight, Text.NUMBERS.significant(weight));
      }
    }
    boolean more = current.advance();
    boolean ready = changed || (unfinished && !more);
    if (ready || more || seen.hasNewColors()) {
      draw();
    }
    unfinished = more;
    boolean running = next.isRunning();
    table.frame(ready, running);
    writing.frame(ready, running);
  }

  @Override
  public boolean isUnfinished() {
    return unfinished;
  }

  private static StateDrawing drawingOf(State state, NetworkShape shape) {
    int size = shape.cell().stateSize(shape.hiddenSize());
    return size == 1
        ? new StateMapDrawing(shape, state)
        : size == 2
            ? new PhaseDrawing(shape, state)
            : new TrajectoryDrawing(shape, state, Browser::now);
  }

  /** Writes the texts that do not change with the numbers. */
  private void describe(NetworkShape network, StateDrawing current) {
    boolean map = current instanceof StateMapDrawing;
    boolean plane = current instanceof PhaseDrawing;
    Dom.setHidden(strip, !network.isScalar());
    Dom.setText(
        stripNote,
        network.memory()
            ? map && !network.isScalar() ? "No strip: a GRU has three hidden weights." : ""
            : "The hidden weights are held at 0.");
    legend.clear();
    if (map) {
      entry("key-map", "one step at this input; faint: at inputs before");
      entry("key-diagonal", "diagonal: the state stays as it is");
      entry("key-way", "cobweb of the true states; grey: later");
    } else {
      if (plane) {
        boolean lstm = network.cell().hasCellState();
        entry("key-map", (lstm ? "h" : "unit 1") + " stays as it is");
        entry("key-other", (lstm ? "c" : "unit 2") + " stays as it is");
      }
      entry("key-way", "true states from the square on; grey: later");
    }
    if (map || plane) {
      entry("key-stable", "stable fixed point");
      entry("key-unstable", "unstable; hatched: neither");
    }
    if (network.isScalar()) {
      entry("key-cycle", "two states in turn");
    }
    Dom.setText(
        caption,
        map
            ? "What does one step do to the state? Look where the curve crosses the diagonal and how"
                + " steep it is there. Each step of the cobweb was made by its own input, so only"
                + " the last lies on the bold curve."
            : plane
                ? "Where does one step at this input lead? Follow the arrows, whose lengths are scaled,"
                    + " to where both lines cross. Each step of the sequence was made by its own"
                    + " input."
                : "Which way does the state take? It is seen along the two directions in which the"
                    + " states vary most; steps that need different answers should lie apart.");
    String[] names = current.names();
    table.setHeaders(new String[] {"Step t", "Input x_t", names[0], names[1]});
  }

  private void entry(String key, String name) {
    legend.appendChild(new LegendEntry(key, name).root());
  }

  private void draw() {
    State now = seen.state();
    Palette colors = seen.colors();
    StateDrawing current = drawing;
    if (now == null || colors == null || current == null) {
      return;
    }
    if (area.hasSize()) {
      current.draw(area, colors);
      cover(area, steps);
    }
    if (current instanceof StateMapDrawing map
        && now.experiment().shape().isScalar()
        && stripArea.hasSize()) {
      bifurcations.draw(
          stripArea,
          colors,
          now.experiment().shape().activation(),
          map.map(),
          now.snapshot().parameters().get(ElmanUnit.HIDDEN_WEIGHT),
          map.up);
      cover(stripArea, hand);
    }
  }

  /** Puts a slider over a plotting area, so that its thumb lies at its value. */
  private static void cover(ChartArea area, Slider slider) {
    Browser.setStyle(slider.input(), "left", area.left() - THUMB + "px");
    Browser.setStyle(slider.input(), "width", area.plotWidth() + 2 * THUMB + "px");
  }

  private int stepAt(MouseEvent event) {
    StateDrawing current = drawing;
    return current == null || !area.hasSize()
        ? 0
        : current.stepAt(area, event.getOffsetX(), event.getOffsetY());
  }

  private void point(MouseEvent event) {
    pointAt(stepAt(event));
  }

  private void pointAt(int step) {
    if (step != pointed) {
      pointed = step;
      dispatch.accept(new Command.StepPointedAt(step));
    }
  }

  private void choose(MouseEvent event) {
    int step = stepAt(event);
    if (step > 0) {
      dispatch.accept(new Change.StepChosen(step));
    }
  }

  private void write() {
    StateDrawing current = drawing;
    State now = seen.state();
    if (current == null || now == null) {
      return;
    }
    Formula.write(acrossLabel, current.acrossLabel() + " →");
    Formula.write(upLabel, "↑ " + current.upLabel());
    Formula.write(reading, current.reading());
    Dom.setText(figure.sentence(), current.meaning());
    Dom.setText(summary, "At " + where(now) + ": " + current.meaning());
  }

  private static String where(State now) {
    int step = now.focusStep();
    return step == 0 ? "step 0, the first input" : "step " + step;
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    StateDrawing current = drawing;
    State now = seen.state();
    if (current == null || now == null) {
      return rows;
    }
    for (int t = 0; t < current.us.length; t++) {
      String input = t == 0 ? "" : StateDrawing.number(now.problem().inputs().get(t - 1));
      rows.add(
          new String[] {
            Integer.toString(t),
            input,
            StateDrawing.number(current.us[t]),
            StateDrawing.number(current.vs[t])
          });
    }
    current.addRows(rows);
    return rows;
  }
}
