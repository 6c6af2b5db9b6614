package io.github.unrolled.ui.instruments.statemap;

import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Canvas;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the hidden-state map draws and says for one kind of state. Each step of the sequence is a
 * point of the plane; step 0 is the start state before the first.
 */
abstract class StateDrawing {
  private static final int TICK_DISTANCE = 32;
  private static final int TICK_WIDTH = 44;

  /** Distance within which a point counts as pointed at, in CSS pixels. */
  private static final double REACH = 24;

  /** Length of the axis shown beyond each bound of the states. */
  private static final double BEYOND = 0.1;

  /** Opacities of the steps before the one in focus, latest first. */
  private static final String[] FADING = {"ff", "cc", "99", "77", "5c", "47", "38"};

  /** Meaning of several stable fixed points. */
  static final String SEVERAL =
      "Several stable fixed points: at which of them the state ends depends on where it starts."
          + " While this input lasts, that much is remembered.";

  /** The points of steps 0 to T, as far as they are finite; empty while none are known. */
  double[] us = {};

  double[] vs = {};

  /** Step in focus, 0 to T. */
  int step;

  AxisRange across = new AxisRange(-1, 1);
  AxisRange up = across;

  /**
   * Takes over a state, and leaves long work to {@link #advance}.
   *
   * @param parameters parameters of the snapshot, shape [P]. Not modified.
   * @param focus the step in focus, 0 to T
   * @param fresh whether the state is from a new run, so that the axes are made anew
   */
  abstract void show(State state, double[] parameters, int focus, boolean fresh);

  /** Continues the computation and returns whether it is still unfinished. */
  boolean advance() {
    return false;
  }

  /** Draws the whole picture. */
  abstract void draw(ChartArea area, Palette palette);

  abstract String acrossLabel();

  abstract String upLabel();

  /** Reads the picture in numbers, in a sentence. */
  abstract String reading();

  /** Explains what the picture means. */
  abstract String meaning();

  /** Names of the two coordinates of a step's point in the data table. */
  abstract String[] names();

  /** Adds further rows to the data table. */
  void addRows(List<String[]> rows) {}

  /** Makes room for the points of all steps. */
  final void resize(int steps) {
    if (us.length != steps + 1) {
      us = new double[steps + 1];
      vs = new double[steps + 1];
    }
  }

  /** The step whose point is nearest to a place, in CSS pixels; 0 if none is near. */
  final int stepAt(ChartArea area, double x, double y) {
    double least = REACH * REACH;
    int nearest = 0;
    for (int t = 1; t < us.length; t++) {
      double dx = area.x(us[t]) - x;
      double dy = area.y(vs[t]) - y;
      double distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        nearest = t;
      }
    }
    return nearest;
  }

  final void begin(ChartArea area, Palette palette) {
    area.begin(
        palette,
        across,
        AxisTicks.linear(across, area.ticksAcross(TICK_WIDTH)),
        up,
        AxisTicks.linear(up, area.ticksUp(TICK_DISTANCE)));
    area.clip();
  }

  /** The range of hidden states and a start state if they are bounded on both sides, else null. */
  static @Nullable AxisRange bounds(NetworkShape shape, double start) {
    return shape.boundsStates()
        ? new AxisRange(
            Math.min(shape.leastState(), start) - BEYOND,
            Math.max(shape.mostState(), start) + BEYOND)
        : null;
  }

  /** A round range around numbers; the last one as long as it fits. */
  static AxisRange adapted(@Nullable AxisRange last, double low, double high) {
    if (low > high) {
      return new AxisRange(-1, 1);
    }
    AxisRange fitting = AxisRange.around(low, high);
    return last == null ? fitting : last.adapted(fitting, low, high);
  }

  /** Fades a colour by the age of a step: how many steps it lies before the one in focus. */
  static String faded(String color, int age) {
    return color + FADING[Math.min(age, FADING.length - 1)];
  }

  /** Draws the connected points of all steps, more strongly up to the one in focus. */
  final void drawTrajectory(ChartArea area, Palette palette) {
    Canvas canvas = area.canvas();
    for (int t = 1; t < us.length; t++) {
      String color = t <= step ? faded(palette.accent(), step - t) : palette.inkSoft() + "38";
      canvas.line(
          area.x(us[t - 1]),
          area.y(vs[t - 1]),
          area.x(us[t]),
          area.y(vs[t]),
          color,
          t <= step ? 2 : 1);
    }
    drawPoints(area, palette);
    // The start state is a square, since it is no step.
    canvas.fillRect(area.x(us[0]) - 3.5, area.y(vs[0]) - 3.5, 7, 7, palette.inkSoft());
  }

  /** Draws the points of all steps, with a ring for the one in focus. */
  final void drawPoints(ChartArea area, Palette palette) {
    Canvas canvas = area.canvas();
    for (int t = 1; t < us.length; t++) {
      canvas.circle(area.x(us[t]), area.y(vs[t]), 2.5);
      canvas.fill(t <= step ? palette.accent() : palette.inkSoft() + "66");
    }
    if (step > 0) {
      canvas.circle(area.x(us[step]), area.y(vs[step]), 7);
      canvas.stroke(palette.accent(), 2);
    }
  }

  /** Labels the step in focus beside its point: drawn last, clear of the fixed points' labels. */
  final void labelStep(ChartArea area, Palette palette) {
    if (step > 0) {
      area.noteLeft("t = " + step, us[step], vs[step], palette.accent(), palette.paper());
    }
  }

  /** Draws a fixed point: filled if stable, hollow if unstable, half filled if neither. */
  static void drawFixedPoint(
      Canvas canvas, double x, double y, boolean stable, boolean marginal, Palette palette) {
    canvas.circle(x, y, 5);
    canvas.fill(stable ? palette.ink() : palette.paper());
    if (marginal) {
      canvas.hatch(x, y, 5, palette.ink());
      canvas.circle(x, y, 5);
    }
    canvas.stroke(palette.ink(), 2);
  }

  static String number(double value) {
    return Text.NUMBERS.significant(value);
  }

  /** A share in percent. */
  static String percent(double share) {
    return number(100 * share) + "\u00a0%";
  }

  /** The remainder of something: a share in percent, or a factor if the share would be tiny. */
  static String rest(double share) {
    return share < 1e-4 ? number(share) + " of itself" : percent(share);
  }

  /** The input that maps are drawn at, as in {@code x_4 = 0.5}. */
  static String input(State state, int focus) {
    int t = Math.max(1, focus);
    return "x_" + t + " = " + number(state.problem().inputs().get(t - 1));
  }

  /** A number of the state after a step, 0 to T. */
  static double after(Pass pass, int t, int index) {
    return pass.state(t - 1, index);
  }
}
