package io.github.unrolled.ui.instruments.statemap;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.PhasePlane;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Contours;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Palette;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States of two numbers: where a step at one input leads from any point, and the true states. */
final class PhaseDrawing extends StateDrawing {
  /** Grid points from one arrow to the next. */
  private static final int EVERY = 3;

  /** Length of the longest arrow, in CSS pixels. */
  private static final double LONGEST = 17;

  private static final double SHORTEST = 2;

  /** Count of states along each axis from which fixed points are sought. */
  private static final int STARTS = 5;

  /** Spans of the states beyond which fixed points do not stretch the axes. */
  private static final double MOST_SPANS = 1;

  /** Most fixed points written out in the sentence. */
  private static final int WRITTEN = 2;

  private static final int LAST = PhasePlane.GRID - 1;

  private final NetworkShape shape;
  private final boolean lstm;
  private final PhasePlane plane;
  private final Contours first;
  private final Contours second;
  private State state;

  PhaseDrawing(NetworkShape shape, State state) {
    this.shape = shape;
    this.state = state;
    lstm = shape.cell().hasCellState();
    plane = new PhasePlane(shape);
    first = contours(0);
    second = contours(1);
  }

  private Contours contours(int number) {
    return new Contours(plane.changes(number), PhasePlane.GRID, PhasePlane.GRID, 2 * LAST * LAST);
  }

  @Override
  void show(State next, double[] parameters, int focus, boolean fresh) {
    state = next;
    step = focus;
    Pass pass = next.snapshot().pass();
    int steps = next.problem().steps();
    resize(steps);
    for (int t = 0; t <= steps; t++) {
      us[t] = after(pass, t, 0);
      vs[t] = after(pass, t, 1);
    }
    plane.set(parameters, next.problem().inputs().get(Math.max(1, focus) - 1));
    plane.seek(us[step], vs[step]);
    plane.seek(0, 0);
    AxisRange acrossBounds = bounds(shape, us[0]);
    AxisRange upBounds = lstm ? null : bounds(shape, vs[0]);
    across = acrossBounds != null ? acrossBounds : range(us, 0, fresh ? null : across);
    up = upBounds != null ? upBounds : range(vs, 1, fresh ? null : up);
    plane.sample(across.min(), across.max(), up.min(), up.max());
    plane.seekWhereSampled(across.min(), across.max(), up.min(), up.max());
    for (int row = 0; row < STARTS; row++) {
      for (int column = 0; column < STARTS; column++) {
        plane.seek(
            across.min() + across.span() * (column + 0.5) / STARTS,
            up.min() + up.span() * (row + 0.5) / STARTS);
      }
    }
  }

  private AxisRange range(double[] numbers, int number, @Nullable AxisRange last) {
    Extent extent = new Extent();
    extent.add(numbers);
    Extent wider = new Extent();
    wider.include(0);
    for (int i = 0; i < plane.count(); i++) {
      wider.include(plane.point(i, number));
    }
    extent.widenTo(wider, MOST_SPANS);
    return adapted(last, extent.low(), extent.high());
  }

  @Override
  void draw(ChartArea area, Palette palette) {
    begin(area, palette);
    drawField(area, palette);
    drawNullcline(area, first);
    area.canvas().stroke(palette.ink(), 1.5);
    area.canvas().dashed(5, 3);
    drawNullcline(area, second);
    area.canvas().stroke(palette.ink(), 1.5);
    area.canvas().solid();
    drawTrajectory(area, palette);
    for (int i = 0; i < plane.count(); i++) {
      drawFixedPoint(
          area.canvas(),
          area.x(plane.point(i, 0)),
          area.y(plane.point(i, 1)),
          plane.isStable(i),
          plane.isMarginal(i),
          palette);
    }
    labelStep(area, palette);
    area.unclip();
  }

  private double x(ChartArea area, double column) {
    return area.x(across.min() + across.span() * column / LAST);
  }

  private double y(ChartArea area, double row) {
    return area.y(up.min() + up.span() * row / LAST);
  }

  private void drawField(ChartArea area, Palette palette) {
    Canvas canvas = area.canvas();
    canvas.startPath();
    for (int row = 1; row < LAST; row += EVERY) {
      for (int column = 1; column < LAST; column += EVERY) {
        double x = x(area, column);
        double y = y(area, row);
        double dx = plane.change(row, column, 0) / across.span() * area.plotWidth();
        double dy = -area.pixelsUp(plane.change(row, column, 1));
        double size = Math.sqrt(dx * dx + dy * dy);
        if (size > 0 && size < 1e100) {
          // A square root shortens long arrows, and none is longer than its room.
          double length = Math.min(LONGEST, SHORTEST + 1.6 * Math.sqrt(size));
          arrow(canvas, x, y, dx / size * length, dy / size * length);
        }
      }
    }
    canvas.stroke(palette.inkSoft() + "99", 1);
  }

  private static void arrow(Canvas canvas, double x, double y, double dx, double dy) {
    double toX = x + dx;
    double toY = y + dy;
    canvas.moveTo(x, y);
    canvas.lineTo(toX, toY);
    canvas.moveTo(toX - 0.35 * dx - 0.2 * dy, toY - 0.35 * dy + 0.2 * dx);
    canvas.lineTo(toX, toY);
    canvas.lineTo(toX - 0.35 * dx + 0.2 * dy, toY - 0.35 * dy - 0.2 * dx);
  }

  /** Draws the curve on which a step leaves one number unchanged. */
  private void drawNullcline(ChartArea area, Contours lines) {
    Canvas canvas = area.canvas();
    lines.clear();
    lines.add(0);
    canvas.startPath();
    for (int i = 0; i < lines.size(); i++) {
      // Contours count from the edge of cells whose middles are the points of the grid.
      canvas.moveTo(x(area, lines.coordinate(i, 0) - 0.5), y(area, lines.coordinate(i, 1) - 0.5));
      canvas.lineTo(x(area, lines.coordinate(i, 2) - 0.5), y(area, lines.coordinate(i, 3) - 0.5));
    }
  }

  @Override
  String acrossLabel() {
    return lstm ? "hidden state h" : "unit 1, h_1";
  }

  @Override
  String upLabel() {
    return lstm ? "cell state c" : "unit 2, h_2";
  }

  @Override
  String reading() {
    String at = " at " + input(state, step) + (step == 0 ? " (the first input)" : "");
    if (plane.hasMore()) {
      return "Fixed points" + at + ": more than " + PhasePlane.MOST + ", perhaps lines of them.";
    }
    if (plane.count() == 0) {
      return "Fixed points" + at + ": none found.";
    }
    StringBuilder text = new StringBuilder(lstm ? "(h, c)" : "(h_1, h_2)");
    text.append(" of the fixed point").append(plane.count() > 1 ? "s" : "").append(at).append(": ");
    for (int i = 0; i < plane.count() && i < WRITTEN; i++) {
      text.append(i > 0 ? "; " : "").append(place(i)).append(" ").append(kind(i));
    }
    int rest = plane.count() - WRITTEN;
    return text.append(rest > 0 ? "; and " + rest + " more, in the data table." : ".").toString();
  }

  private String place(int index) {
    return "(" + number(plane.point(index, 0)) + ", " + number(plane.point(index, 1)) + ")";
  }

  private String kind(int index) {
    if (Double.isNaN(plane.larger(index))) {
      return "marginal, at a kink of ReLU";
    }
    String sizes =
        plane.isSpiral(index)
            ? number(plane.larger(index)) + " twice"
            : number(plane.larger(index)) + " and " + number(plane.smaller(index));
    String stability =
        plane.isStable(index)
            ? "stable"
            : plane.isMarginal(index) ? "marginal" : plane.isSaddle(index) ? "saddle" : "unstable";
    String form = plane.isSaddle(index) ? "" : plane.isSpiral(index) ? " spiral" : " node";
    return stability + form + ", |λ| = " + sizes;
  }

  @Override
  String meaning() {
    if (!shape.memory()) {
      return "Memory is off: all arrows end in one state. The input alone makes the state.";
    }
    int stables = 0;
    int stable = 0;
    boolean marginal = false;
    for (int i = 0; i < plane.count(); i++) {
      marginal |= plane.isMarginal(i);
      if (plane.isStable(i)) {
        stables++;
        stable = i;
      }
    }
    if (stables == 0) {
      return marginal
          ? "No fixed point is stable for certain: at a marginal one, eigenvalues alone do not tell"
              + " whether differences in the state shrink."
          : "No stable fixed point was found: nothing draws the state to one place.";
    }
    if (stables > 1) {
      return SEVERAL;
    }
    if (plane.larger(stable) == 0) {
      return "Near the stable fixed point a difference in the state is gone after two steps.";
    }
    return "Near the stable fixed point a difference in the state shrinks in the long run to "
        + rest(plane.larger(stable))
        + " each step"
        + (plane.isSpiral(stable) ? " while it turns" : "")
        + ".";
  }

  @Override
  String[] names() {
    return lstm ? new String[] {"h_t", "c_t"} : new String[] {"Unit 1", "Unit 2"};
  }

  @Override
  void addRows(List<String[]> rows) {
    for (int i = 0; i < plane.count(); i++) {
      rows.add(
          new String[] {
            "fixed point, " + kind(i),
            input(state, step),
            number(plane.point(i, 0)),
            number(plane.point(i, 1))
          });
    }
  }
}
