package io.github.unrolled.ui.instruments;

import io.github.unrolled.experiment.Clock;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import org.jspecify.annotations.Nullable;

/**
 * The check of a gradient at one ε, then at every ε, computed in slices of time. Training goes on
 * meanwhile and may leave the checked state behind.
 */
final class GradientChecking {
  /** Time for checking in a frame, in milliseconds. */
  private static final double SLICE_MS = 3;

  /** Work between two looks at the clock: parameters checked times parameters of the network. */
  private static final int BATCH = 64;

  /** Position of the first ε: 1e-5. */
  private static final int FIRST_EPSILON = 8;

  private final Clock clock;
  private @Nullable State checked;

  /** Whether the network shown has changed since. */
  private boolean passed;

  private @Nullable GradientCheck check;
  private @Nullable EpsilonCurve curve;
  private int position = FIRST_EPSILON;
  private boolean wanted = true;

  GradientChecking(Clock clock) {
    this.clock = clock;
  }

  /** Checks the next state, whatever it is. */
  void restart() {
    wanted = true;
  }

  /** Checks the same state at another value of ε, given by its position. */
  void choose(int epsilon) {
    position = epsilon;
    check = null;
  }

  /**
   * Takes over a state and goes on for a slice of time, longer at rest.
   *
   * @return whether there is anything new to show
   */
  boolean advance(State now) {
    boolean changed = false;
    State of = checked;
    if (of == null || wanted || isPast(of, now)) {
      wanted = false;
      of = now;
      checked = now;
      check = null;
      curve = null;
      changed = true;
    }
    boolean other = !of.snapshot().parameters().equals(now.snapshot().parameters());
    changed |= other != passed || work(of, now.isRunning());
    passed = other;
    return changed;
  }

  /** Whether a checked state is obsolete, and not just a moment that training has passed. */
  private static boolean isPast(State of, State now) {
    return of.problem() != now.problem()
        || !of.experiment().shape().equals(now.experiment().shape())
        || of.run().number() != now.run().number()
        || (!now.isRunning() && of.snapshot() != now.snapshot());
  }

  /** Whether there is more to do. */
  boolean isUnfinished() {
    return checked != null && !isDone(checked);
  }

  private boolean isDone(State of) {
    GradientCheck checking = check;
    EpsilonCurve measuring = curve;
    return of.snapshot().overflow() != null
        || (checking != null && checking.isDone() && measuring != null && measuring.isDone());
  }

  /** Goes on and returns whether there was anything to do. */
  private boolean work(State of, boolean running) {
    if (isDone(of)) {
      return false;
    }
    GradientCheck checking = check;
    if (checking == null) {
      checking = newCheck(of);
      check = checking;
    }
    EpsilonCurve measuring = curve;
    if (measuring == null) {
      measuring = new EpsilonCurve(newCheck(of));
      curve = measuring;
    }
    int batch = Math.max(1, BATCH / checking.size());
    double end = clock.now() + (running ? SLICE_MS : 2 * SLICE_MS);
    do {
      for (int i = 0; i < batch; i++) {
        if (!checking.isDone()) {
          checking.next();
        } else if (!measuring.isDone()) {
          measuring.next();
        }
      }
    } while (!isDone(of) && clock.now() < end);
    return true;
  }

  private GradientCheck newCheck(State of) {
    return new GradientCheck(
        of.experiment().shape(),
        of.experiment().start().state(),
        of.problem().inputs(),
        of.problem().targets(),
        of.problem().trainSteps(),
        of.snapshot().parameters(),
        of.snapshot().gradient(),
        GradientCheck.epsilon(position));
  }

  /** The state that is checked; null before the first. */
  @Nullable State checked() {
    return checked;
  }

  /** Whether the network shown has changed since. */
  boolean isPassed() {
    return passed;
  }

  /** The check at the chosen ε; null if there is none, as after an overflow. */
  @Nullable GradientCheck check() {
    return check;
  }

  /** The check at every ε; null if there is none. */
  @Nullable EpsilonCurve curve() {
    return curve;
  }

  /** Position of the chosen value of ε. */
  int position() {
    return position;
  }
}
