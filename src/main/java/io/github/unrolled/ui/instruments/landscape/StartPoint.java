package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.plot.WideningRange;
import org.jspecify.annotations.Nullable;

/** The start of training, known even before the state has it, and where it may be moved to. */
final class StartPoint {
  private Numbers parameters = Numbers.of();
  private @Nullable NetworkShape shape;

  /** Takes over the start of an experiment. */
  void follow(Experiment experiment) {
    parameters = experiment.start().parameters();
    shape = experiment.shape();
  }

  /** Locates the start in a plane, which keeps the place; parameters held at zero count as 0. */
  void locateIn(ParameterPlane plane) {
    plane.locate(this::held);
  }

  private double held(int index) {
    NetworkShape of = shape;
    return of != null && of.holdsAtZero(index) ? 0 : parameters.get(index);
  }

  /**
   * Moves the start along a slice, within its axes and to places as round as those of a slider.
   *
   * @return the new parameters; null if the start cannot be moved there, or is there already
   */
  @Nullable Numbers move(Slice slice, double toAcross, double toUp) {
    Numbers wanted =
        slice
            .plane()
            .moved(parameters, rounded(toAcross, slice.across()), rounded(toUp, slice.up()));
    for (int i = 0; i < wanted.size(); i++) {
      if (!Start.isParameter(wanted.get(i))) {
        return null;
      }
    }
    if (wanted.equals(parameters)) {
      return null;
    }
    parameters = wanted;
    return wanted;
  }

  /** Limits a value to the axis and rounds it like that of a slider. */
  private static double rounded(double value, WideningRange range) {
    double within = Math.max(-range.end(), Math.min(range.end(), value));
    double steps = Math.floor(within / range.step() + 0.5);
    return range.step() < 0.1 ? steps / 100 : steps * range.step();
  }
}
