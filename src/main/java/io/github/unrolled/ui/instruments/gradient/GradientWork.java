package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.GradientThroughTime;
import org.jspecify.annotations.Nullable;

/**
 * The gradient through time of state after state, worked out in slices: a state that comes while
 * another is worked out waits, and what was complete last is shown meanwhile.
 */
final class GradientWork {
  /** About so many multiplications are done within 4 ms. */
  private static final int BUDGET = 1_000_000;

  /** What is shown, and what is being worked out: they take turns. */
  private @Nullable GradientThroughTime shown;

  private @Nullable GradientThroughTime next;

  /** The state that is being worked out, or was last. */
  private @Nullable State begun;

  private boolean finished;

  /** Works for a while; whether there is something new to show. */
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
      working.begin(now.snapshot().parameters(), now.experiment().cursor() - 1);
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
   * What was complete last; null as long as nothing is of networks and a task like those of the
   * state.
   */
  @Nullable GradientThroughTime shown() {
    return shown;
  }

  /** Whether what was begun last is complete. */
  boolean isFinished() {
    return finished;
  }
}
