package io.github.unrolled.ui.instruments.statemap;

import io.github.unrolled.experiment.Clock;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.PrincipalComponents;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.ui.chart.ChartArea;
import io.github.unrolled.ui.kit.Palette;
import java.util.Arrays;

/**
 * States of more than two numbers: their way through the plane of the first two principal
 * components. An LSTM's include hidden and cell states, since only both determine what follows.
 */
final class TrajectoryDrawing extends StateDrawing {
  /** Time for computing in a frame, in milliseconds. */
  private static final double BUDGET_MS = 4;

  private final Clock clock;
  private final String names;
  private final int size;
  private final PrincipalComponents components;
  private double[] states = {};
  private State latest;
  private boolean fresh;

  /** Whether there is a newer state than the one being computed. */
  private boolean stale;

  private boolean busy;
  private boolean finite;

  TrajectoryDrawing(NetworkShape shape, State state, Clock clock) {
    this.clock = clock;
    latest = state;
    boolean both = shape.cell().hasCellState();
    size = shape.cell().stateSize(shape.hiddenSize());
    names = shape.hiddenSize() + (both ? " hidden and as many cell states" : " hidden states");
    components = new PrincipalComponents(size);
  }

  @Override
  void show(State next, double[] parameters, int focus, boolean anew) {
    step = focus;
    if (!anew && next.snapshot() == latest.snapshot()) {
      return;
    }
    latest = next;
    fresh |= anew;
    stale = true;
    // Work of several frames is finished first, or it would never be seen during training.
    if (anew || !busy) {
      begin(next);
    }
  }

  private void begin(State shown) {
    stale = false;
    Pass pass = shown.snapshot().pass();
    int points = shown.problem().steps() + 1;
    if (us.length != points || !finite) {
      resize(-1);
    }
    if (states.length != points * size) {
      states = new double[points * size];
    }
    busy = true;
    for (int t = 0; t < points; t++) {
      for (int i = 0; i < size; i++) {
        double number = after(pass, t, i);
        // Squares of larger numbers would overflow.
        busy &= Math.abs(number) < 1e100;
        states[t * size + i] = number;
      }
    }
    finite = busy;
    if (finite) {
      components.start(states, points);
    } else {
      resize(points - 1);
      Arrays.fill(us, Double.NaN);
      Arrays.fill(vs, Double.NaN);
    }
  }

  @Override
  boolean advance() {
    double start = clock.now();
    while (busy) {
      if (components.isDone()) {
        busy = false;
        place();
        if (stale) {
          begin(latest);
        }
        return busy;
      }
      if (clock.now() - start > BUDGET_MS) {
        return true;
      }
      components.advance();
    }
    return false;
  }

  private void place() {
    int points = states.length / size;
    resize(points - 1);
    for (int t = 0; t < points; t++) {
      us[t] = components.coordinate(states, t, 0);
      vs[t] = components.coordinate(states, t, 1);
    }
    Extent first = new Extent();
    first.add(us);
    Extent second = new Extent();
    second.add(vs);
    // Rounding errors of a constant coordinate must not fill the picture.
    second.include(first.high() / 4);
    second.include(first.low() / 4);
    across = adapted(fresh ? null : across, first.low(), first.high());
    up = adapted(fresh ? null : up, second.low(), second.high());
    fresh = false;
  }

  @Override
  void draw(ChartArea area, Palette palette) {
    begin(area, palette);
    if (us.length > 0) {
      drawTrajectory(area, palette);
      labelStep(area, palette);
    }
    area.unclip();
  }

  @Override
  String acrossLabel() {
    return "first principal component" + share(0);
  }

  @Override
  String upLabel() {
    return "second principal component" + share(1);
  }

  private String share(int axis) {
    double share = finite ? components.share(axis) : Double.NaN;
    return Double.isNaN(share) ? "" : " (" + percent(share) + ")";
  }

  @Override
  String reading() {
    if (!finite) {
      return "The states overflow.";
    }
    if (us.length == 0) {
      return "The components are being computed.";
    }
    double both = components.share(0) + components.share(1);
    return Double.isNaN(both)
        ? "All states are the same."
        : "The two components have " + percent(both) + " of the variance of the " + names + ".";
  }

  @Override
  String meaning() {
    double both = components.share(0) + components.share(1);
    if (!finite || us.length == 0) {
      return "";
    }
    return Double.isNaN(both)
        ? "Nothing in the state tells one step from another."
        : both > 0.99
            ? "The states lie almost in this plane: two numbers tell them apart."
            : "The picture leaves out "
                + percent(1 - both)
                + ": steps that fall together here may still differ in their state.";
  }

  @Override
  String[] names() {
    return new String[] {"First component", "Second component"};
  }
}
