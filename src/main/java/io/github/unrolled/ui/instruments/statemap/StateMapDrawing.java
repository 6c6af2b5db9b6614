package io.github.unrolled.ui.instruments.statemap;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.StateMap;
import io.github.unrolled.insight.StepMap;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Palette;
import java.util.List;

/** The state of one unit: its map at one input, the diagonal, and the cobweb of the true states. */
final class StateMapDrawing extends StateDrawing {
  private static final int SAMPLES = 160;

  /** Count of steps before the one in focus whose maps are drawn. */
  private static final int EARLIER = 4;

  /** Spans of the states beyond which fixed points do not stretch the axes. */
  private static final double MOST_SPANS = 2;

  /** Most fixed points written out in the sentence. */
  private static final int WRITTEN = 5;

  private final NetworkShape shape;
  private final StateMap map;
  private final StepMap curve;
  private final double[] places = new double[SAMPLES + 1];
  private final double[] values = new double[SAMPLES + 1];
  private double[] parameters = {};
  private State state;

  StateMapDrawing(NetworkShape shape, State state) {
    this.shape = shape;
    this.state = state;
    map = new StateMap(shape);
    curve = new StepMap(shape);
  }

  StateMap map() {
    return map;
  }

  @Override
  void show(State next, double[] numbers, int focus, boolean fresh) {
    state = next;
    parameters = numbers;
    step = focus;
    Pass pass = next.snapshot().pass();
    int steps = next.problem().steps();
    resize(steps);
    us[0] = after(pass, 0, 0);
    vs[0] = us[0];
    for (int t = 1; t <= steps; t++) {
      us[t] = after(pass, t - 1, 0);
      vs[t] = after(pass, t, 0);
    }
    map.set(numbers, inputOf(Math.max(1, focus)));
    AxisRange bounds = bounds(shape, us[0]);
    if (bounds != null) {
      across = bounds;
    } else {
      Extent extent = new Extent();
      extent.include(0);
      extent.add(vs);
      Extent wider = new Extent();
      wider.include(0);
      for (int i = 0; i < map.count(); i++) {
        wider.include(map.point(i));
      }
      extent.widenTo(wider, MOST_SPANS);
      across = adapted(fresh ? null : across, extent.low(), extent.high());
    }
    up = across;
  }

  private double inputOf(int t) {
    return state.problem().inputs().get(t - 1);
  }

  @Override
  void draw(ChartArea area, Palette palette) {
    begin(area, palette);
    Canvas canvas = area.canvas();
    double low = across.min();
    double high = across.max();
    canvas.dashed(4, 4);
    canvas.line(area.x(low), area.y(low), area.x(high), area.y(high), palette.inkSoft(), 1);
    canvas.solid();
    int last = Math.max(1, step);
    for (int t = Math.max(1, last - EARLIER); t <= last; t++) {
      sample(inputOf(t));
      if (t == last) {
        area.plainLine(places, values, 0, SAMPLES + 1, palette.ink(), 2.5);
      } else {
        area.plainLine(places, values, 0, SAMPLES + 1, faded(palette.ink(), last - t + 2), 1);
      }
    }
    for (int t = 1; t <= step; t++) {
      String color = faded(palette.accent(), step - t);
      double before = area.x(us[t]);
      double after = area.y(vs[t]);
      canvas.line(before, area.y(us[t]), before, after, color, 1.5);
      canvas.line(before, after, area.x(vs[t]), after, color, 1.5);
    }
    drawPoints(area, palette);
    drawInterval(area, palette);
    for (int i = 0; i < map.count(); i++) {
      double h = map.point(i);
      double slope = map.slope(i);
      drawFixedPoint(
          canvas,
          area.x(h),
          area.y(h),
          StateMap.isStable(slope),
          StateMap.isMarginal(slope),
          palette);
    }
    labelStep(area, palette);
    area.unclip();
  }

  private void drawInterval(ChartArea area, Palette palette) {
    if (map.everyFrom() <= map.everyTo()) {
      double from = Math.max(across.min(), map.everyFrom());
      double to = Math.min(across.max(), map.everyTo());
      area.canvas()
          .line(area.x(from), area.y(from), area.x(to), area.y(to), palette.ink() + "55", 9);
    }
  }

  private void sample(double input) {
    curve.set(parameters, input);
    double[] h = new double[1];
    for (int i = 0; i <= SAMPLES; i++) {
      h[0] = across.min() + across.span() * i / SAMPLES;
      places[i] = h[0];
      curve.apply(h, h);
      values[i] = h[0];
    }
  }

  @Override
  String acrossLabel() {
    return "state before the step";
  }

  @Override
  String upLabel() {
    return "state after the step";
  }

  @Override
  String reading() {
    String at = " at " + input(state, step);
    String first = step == 0 ? " (the first input)" : "";
    boolean every = map.everyFrom() <= map.everyTo();
    StringBuilder text = new StringBuilder("Fixed point");
    text.append(every || map.count() != 1 ? "s" : "").append(at).append(first).append(": ");
    if (every) {
      text.append("every h").append(interval());
    } else if (map.count() == 0) {
      text.append("none");
    }
    for (int i = 0; i < map.count() && i < WRITTEN; i++) {
      text.append(every || i > 0 ? "; " : "").append("h = ").append(number(map.point(i)));
      text.append(" (").append(kind(map.slope(i))).append(")");
    }
    return text.append(map.count() > WRITTEN ? "; and more." : ".").toString();
  }

  private String interval() {
    double from = map.everyFrom();
    double to = map.everyTo();
    return from <= -1 && to >= 1
        ? ""
        : to > 1 ? " from 0 on" : " from about " + number(from) + " to " + number(to);
  }

  private static String kind(double slope) {
    String name =
        StateMap.isStable(slope) ? "stable" : StateMap.isMarginal(slope) ? "marginal" : "unstable";
    return name + ", slope " + number(slope);
  }

  @Override
  String meaning() {
    if (!shape.memory()) {
      return "Memory is off: the map is flat. The input alone makes the state.";
    }
    if (map.everyFrom() <= map.everyTo()) {
      return "Every state"
          + interval()
          + " stays as it is while this input lasts: nothing"
          + (map.everyTo() - map.everyFrom() < 2 ? " of it" : "")
          + " is forgotten.";
    }
    int stable = -1;
    int stables = 0;
    int other = -1;
    for (int i = 0; i < map.count(); i++) {
      if (StateMap.isStable(map.slope(i))) {
        stable = i;
        stables++;
      } else {
        other = i;
      }
    }
    if (map.count() == 0) {
      return "While this input lasts, the state moves on without end.";
    }
    if (stables > 1) {
      return SEVERAL;
    }
    if (stables == 1) {
      double slope = map.slope(stable);
      String runs =
          other >= 0 && shape.mostState() == Double.POSITIVE_INFINITY
              ? " From beyond the unstable one the state grows without end."
              : "";
      return "Near the stable fixed point a difference in the state "
          + (slope == 0
              ? "is gone after one step: what came before is forgotten."
              : "shrinks to "
                  + rest(Math.abs(slope))
                  + " each step"
                  + (slope < 0 ? ", with its sign turned" : "")
                  + ": what came before fades.")
          + runs;
    }
    double slope = map.slope(other);
    if (StateMap.isMarginal(slope)) {
      return "Near the fixed point a difference in the state neither shrinks nor grows at first.";
    }
    return "Near the fixed point a difference in the state grows "
        + number(Math.abs(slope))
        + "-fold each step"
        + (shape.cell() == CellType.GRU
            ? ": the state does not settle there."
            : shape.leastState() == Double.NEGATIVE_INFINITY || slope > 0
                ? ": the state leaves it for good."
                : ": the state comes to alternate between two values.");
  }

  @Override
  String[] names() {
    return new String[] {"State before", "State after"};
  }

  @Override
  void addRows(List<String[]> rows) {
    for (int i = 0; i < map.count(); i++) {
      String h = number(map.point(i));
      rows.add(new String[] {"fixed point", input(state, step), h, h + ", " + kind(map.slope(i))});
    }
  }
}
