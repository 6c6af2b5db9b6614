package io.github.unrolled.experiment;

import java.util.function.BooleanSupplier;

/**
 * The amount of work in a frame: the work due at the chosen speed, limited so that drawing still
 * fits into a smooth frame.
 */
final class Pace {
  /** Longest time for training in a frame, in milliseconds, while the page keeps up. */
  static final double FRAME_BUDGET_MS = 8;

  /** Shortest time for training in a frame, in milliseconds, even if the page does not keep up. */
  private static final double LEAST_BUDGET_MS = 2;

  /** Growth of that time per frame: trying more than the page can do costs a frame. */
  private static final double BUDGET_GROWTH_MS = 0.02;

  /** Longest mean time between frames of a page that keeps up: just above 1/60 s. */
  private static final double SMOOTH_FRAME_MS = 16.8;

  /** Longest time that a frame makes up for, in milliseconds: a sleeping tab accrues no debt. */
  private static final double MAX_FRAME_MS = 100;

  private static final int CLOCK_BATCH = 32;

  private final Clock clock;
  private double lastFrame;
  private double budget = FRAME_BUDGET_MS;

  /** Mean time between frames, weighted towards the latest. */
  private double meanFrame;

  /** Units of work that are due. */
  private double due;

  /** Whether work last ended because time ran out. */
  private boolean late;

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** Starts measuring from now. The first frame works at any speed. */
  void start() {
    lastFrame = clock.now();
    due = 1;
  }

  /** Adds the work that came due since the last frame. */
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
   * Does the due work, in units that take from a microsecond to over a frame.
   *
   * @param once does one unit and returns whether more is left
   */
  void workOff(BooleanSupplier once) {
    due = work(due, lastFrame, budget, once);
    if (late) {
      // Work that the machine cannot do in time is dropped, not postponed.
      due = Math.min(due, 0);
    }
  }

  /** Does a number of units as far as this frame allows, at unlimited speed. */
  void catchUp(double units, BooleanSupplier once) {
    lastFrame = clock.now();
    work(units, lastFrame, budget, once);
  }

  /** Works for a share of this frame's time, starting now. */
  void work(double share, BooleanSupplier once) {
    work(Double.POSITIVE_INFINITY, clock.now(), share * budget, once);
  }

  /** Does a number of units within a time from a start; returns the units left. */
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
      // more rarely, but often enough that epochs of a large network fit into the time left.
      final double fitting = Math.max(1, rest / (now - before) * batch);
      most = Math.min(fitting, Math.min(2 * batch, CLOCK_BATCH));
    }
    return left;
  }
}
