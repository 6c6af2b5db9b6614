package io.github.unrolled.experiment;

import java.util.function.BooleanSupplier;

/**
 * How much is worked in a frame: what is due at the speed that was chosen, but no longer than
 * leaves a smooth frame time for drawing.
 */
final class Pace {
  /** How long a frame may work on training, in milliseconds, if the page keeps up with it. */
  static final double FRAME_BUDGET_MS = 8;

  /** How long it may work even if the page does not. */
  private static final double LEAST_BUDGET_MS = 2;

  /** By how much the time grows in a frame: trying more than the page can do costs a frame. */
  private static final double BUDGET_GROWTH_MS = 0.02;

  /** A page keeps up if its frames are no further apart than this: just above 1/60 s. */
  private static final double SMOOTH_FRAME_MS = 16.8;

  /** Longest time that a frame makes up for, in milliseconds: a sleeping tab is no debt. */
  private static final double MAX_FRAME_MS = 100;

  private static final int CLOCK_BATCH = 32;

  private final Clock clock;
  private double lastFrame;
  private double budget = FRAME_BUDGET_MS;

  /** Mean time between frames, the latest counting most. */
  private double meanFrame;

  /** Units of work that are due. */
  private double due;

  /** Whether work last ended for want of time. */
  private boolean late;

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** Starts to count from now on. The first frame works, at any speed. */
  void start() {
    lastFrame = clock.now();
    due = 1;
  }

  /** Counts what has come due since the last frame. */
  void pass(Speed speed) {
    final double now = clock.now();
    final double elapsed = Math.min(MAX_FRAME_MS, now - lastFrame);
    lastFrame = now;
    meanFrame += (elapsed - meanFrame) / 10;
    budget =
        meanFrame > SMOOTH_FRAME_MS
            ? Math.max(LEAST_BUDGET_MS, budget * 0.95)
            : Math.min(FRAME_BUDGET_MS, budget + BUDGET_GROWTH_MS);
    due =
        speed.isUnlimited()
            ? Double.POSITIVE_INFINITY
            : due + elapsed * speed.epochsPerSecond() / 1000;
  }

  /**
   * Works off what is due, in units that take from a microsecond to a frame and more.
   *
   * @param once does one unit and says whether there is more to do
   */
  void workOff(BooleanSupplier once) {
    due = work(due, lastFrame, budget, once);
    if (late) {
      // What the machine cannot do in time is not done later either.
      due = Math.min(due, 0);
    }
  }

  /** Works off a number of units as far as this frame allows, at no speed's limit. */
  void catchUp(double units, BooleanSupplier once) {
    lastFrame = clock.now();
    work(units, lastFrame, budget, once);
  }

  /** Works for a share of this frame's time, from now on. */
  void work(double share, BooleanSupplier once) {
    work(Double.POSITIVE_INFINITY, clock.now(), share * budget, once);
  }

  /** Works off a number of units from a start on, as far as a time allows; returns what is left. */
  private double work(double units, double start, double time, BooleanSupplier once) {
    double left = units;
    double now = start;
    double most = 1;
    boolean more = true;
    late = false;
    while (more && left >= 1) {
      final int batch = (int) Math.min(left, most);
      for (int i = 0; i < batch && more; i++) {
        more = once.getAsBoolean();
        left--;
      }
      final double before = now;
      now = clock.now();
      final double rest = time - (now - start);
      late = rest <= 0;
      if (late) {
        break;
      }
      // Reading the clock costs about as much as an epoch of a small network, so it is read ever
      // more seldom, but not so seldom that epochs of a large network take more than what is left.
      final double fitting = Math.max(1, rest / (now - before) * batch);
      most = Math.min(fitting, Math.min(2 * batch, CLOCK_BATCH));
    }
    return left;
  }
}
