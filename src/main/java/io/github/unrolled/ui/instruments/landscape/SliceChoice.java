package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.ui.view.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the slice shown: a new one when another plane is chosen, or when the last one no longer
 * suits the network or the task.
 */
final class SliceChoice {
  private final Planes planes;
  private @Nullable Slice slice;
  private boolean chosen;
  private boolean isAnother;
  private boolean hasNewAxes;

  /** Whether the next new run is from a start moved here, which leaves the axes as they are. */
  private boolean keepsAxes;

  /** Offers planes to choose from. */
  interface Planes {
    /** Offers the parameters of another network. */
    void setShape(NetworkShape shape, ParameterNames names);

    /**
     * Makes the chosen plane.
     *
     * @param origin origin of random directions, shape [P]
     */
    ParameterPlane plane(NetworkShape shape, Numbers origin);
  }

  SliceChoice(Planes planes) {
    this.planes = planes;
  }

  /** Notes that another plane was chosen, to be made for the next state. */
  void choose() {
    chosen = true;
  }

  /** Keeps the axes as they are in the next run. */
  void keepAxes() {
    keepsAxes = true;
  }

  /** The slice for the state that {@code seen} has taken just now. */
  Slice follow(State next, Seen seen) {
    boolean otherSeed = seen.isNew(state -> state.experiment().start().seed());
    boolean otherRun = seen.isNew(state -> state.run().number());
    Slice last = slice;
    Slice shown;
    if (last == null || seen.isNew(state -> state.experiment().shape())) {
      ParameterNames names = new ParameterNames(next.experiment().shape());
      planes.setShape(next.experiment().shape(), names);
      shown = Slice.of(plane(next), names);
    } else if (chosen || (otherSeed && last.plane().isRandom())) {
      shown = Slice.of(plane(next), last.names());
    } else if (seen.isNew(State::problem)) {
      shown = Slice.of(last.plane(), last.names());
    } else {
      shown = last;
    }
    isAnother = shown != last;
    hasNewAxes = isAnother || (otherRun && !keepsAxes);
    if (hasNewAxes) {
      shown.resetAxes();
    }
    keepsAxes &= !otherRun;
    chosen = false;
    slice = shown;
    return shown;
  }

  private ParameterPlane plane(State next) {
    Numbers parameters = next.snapshot().parameters();
    ParameterPlane plane = planes.plane(next.experiment().shape(), parameters);
    plane.goThrough(parameters);
    return plane;
  }

  /** Whether the slice differs from that of the state before, or shows another task's losses. */
  boolean isAnother() {
    return isAnother;
  }

  /** Whether the axes were shortened to the first ones, so that no earlier picture fits them. */
  boolean hasNewAxes() {
    return hasNewAxes;
  }
}
