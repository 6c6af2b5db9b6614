package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.GradientThroughTime;
import org.jspecify.annotations.Nullable;

/**
 * The gradient through time of one state after another, computed in slices: a state that comes
 * during a computation waits, and the last complete gradient is shown meanwhile.
 */
final class GradientWork {
  /** Count of multiplications done within about 4 ms. */
  private static final int BUDGET = 1_000_000;

  /** The gradient shown and the one being computed, which take turns. */
  private @Nullable GradientThroughTime shown;

  private @Nullable GradientThroughTime next;

  /** The state whose gradient is being computed, or was last. */
  private @Nullable State begun;

  private boolean finished;

  /** Works for a while and returns whether there is something new to show. */
  boolean follow(State now) {
    State last = begun;
    GradientThroughTime working = next;
    boolean other = last == null || isOfOtherNetworks(last, now);
    if (last == null || other || (finished && isOutdated(last, now))) {
      if (working == null || other) {
        working = newGradients(now);
      }
      shown = other ? null : shown;
      next = working;
      begun = now;
      finished = false;
      working.begin(
          now.snapshot().parameters(),
          now.experiment().start().state(),
          now.experiment().cursor() - 1);
    }
    if (finished || working == null || !working.work(BUDGET)) {
      return false;
    }
    finished = true;
    next = shown;
    shown = working;
    return true;
  }

  private static boolean isOfOtherNetworks(State last, State now) {
    return last.problem() != now.problem()
        || !last.experiment().shape().equals(now.experiment().shape());
  }

  private static boolean isOutdated(State last, State now) {
    return last.snapshot() != now.snapshot()
        || last.experiment().cursor() != now.experiment().cursor();
  }

  private static GradientThroughTime newGradients(State now) {
    return new GradientThroughTime(
        now.experiment().shape(),
        now.problem().inputs(),
        now.problem().targets(),
        now.problem().trainSteps());
  }

  /**
   * The last complete gradient; null as long as there is none for the state's task and kind of
   * network.
   */
  @Nullable GradientThroughTime shown() {
    return shown;
  }

  /** Whether the last computation begun is complete. */
  boolean isFinished() {
    return finished;
  }
}
