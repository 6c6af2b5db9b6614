package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.experiment.Clock;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.insight.ParameterPlane;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import io.github.unrolled.ui.view.Seen;
import org.jspecify.annotations.Nullable;

/**
 * The losses of a slice, computed in slices of time, and anew whenever the plane has moved; they
 * are pictured once they are complete, or incomplete if that takes long.
 */
final class LossWork {
  /** Time for the work of one call, in milliseconds. */
  private static final double BUDGET_MS = 3;

  /** Time after which a picture is shown incomplete, in milliseconds. */
  private static final double PATIENCE_MS = 1500;

  /** Work between two looks at the clock: passes times parameters. */
  private static final int BATCH = 400;

  private final Clock clock;
  private final LossPicture picture;
  private @Nullable LossLandscape landscape;
  private int batch = 1;

  /** Whether the plane is no longer that of the losses. */
  private boolean stale;

  /** Whether losses for these axes are being computed, or are done. */
  private boolean begun;

  /** Whether all losses for these axes are shown, if only for an earlier plane. */
  private boolean pictured;

  private double since;

  LossWork(Clock clock, LossPicture picture) {
    this.clock = clock;
    this.picture = picture;
  }

  /** Prepares for the networks and the task of the state that {@code seen} has taken just now. */
  void follow(State next, Seen seen, ParameterPlane plane) {
    if (landscape == null
        || seen.isNew(State::problem)
        || seen.isNew(state -> state.experiment().shape())
        || seen.isNew(state -> state.experiment().start().state())) {
      Problem problem = next.problem();
      int steps = problem.trainSteps();
      landscape =
          new LossLandscape(
              next.experiment().newNetwork(),
              problem.inputs().slice(0, steps).toArray(),
              problem.targets().slice(0, steps).toArray(),
              plane);
      batch = Math.max(1, BATCH / next.snapshot().parameters().size());
      forget();
    }
  }

  /** Forgets the losses, which belong to other axes. */
  void forget() {
    begun = false;
    pictured = false;
    stale = true;
  }

  /** Moves the plane through a network; the losses follow. */
  void goThrough(ParameterPlane plane, Numbers parameters) {
    stale |= plane.goThrough(parameters);
  }

  /** Whether all losses for these axes are pictured, if only for an earlier plane. */
  boolean isPictured() {
    return pictured;
  }

  /** Works for a while, longer at rest, and returns whether there is more to do. */
  boolean work(Slice slice, boolean running) {
    LossLandscape losses = landscape;
    if (losses == null) {
      return false;
    }
    final double now = clock.now();
    if (losses.endAcross() != slice.across().end() || losses.endUp() != slice.up().end()) {
      forget();
    }
    if (!begun) {
      picture.clear();
    }
    boolean late = now - since > PATIENCE_MS && losses.isShowable();
    if (stale && (!begun || losses.isDone() || late)) {
      if (begun && !losses.isDone()) {
        picture.take(losses.losses(), false);
      }
      losses.start(slice.plane(), slice.across().end(), slice.up().end());
      since = now;
      begun = true;
      stale = false;
      late = false;
    }
    if (losses.isDone()) {
      return stale;
    }
    do {
      losses.work(batch);
    } while (!losses.isDone() && clock.now() - now < (running ? BUDGET_MS : 2 * BUDGET_MS));
    if (losses.isDone() || late || (!pictured && losses.isShowable())) {
      picture.take(losses.losses(), losses.isDone());
      pictured |= losses.isDone();
    }
    return true;
  }

  /** The losses computed last, and any others on their plane; null before the first state. */
  @Nullable LossLandscape losses() {
    return landscape;
  }
}
