package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Clock;
import io.github.unrolled.experiment.Frames;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.FreeRun;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The free runs shown: the run from the chosen takeover is computed in each frame; the fan of all
 * takeovers is computed for a moment in each frame, and shown once it is complete.
 */
final class FreeRunning {
  /** Time for the fan in a frame while something runs, in milliseconds. */
  private static final double BUSY_SLICE_MS = 1;

  /** Time for the fan in a frame at rest, in milliseconds. */
  private static final double REST_SLICE_MS = 6;

  private final Clock clock;
  private final Frames frames;
  private final Runnable fanCompleted;
  private @Nullable Problem problem;
  private @Nullable NetworkShape shape;
  private @Nullable Snapshot snapshot;
  private @Nullable Runs runs;
  private int takeover;
  private boolean frameRequested;

  /** The buffers for one problem and one network. */
  private static final class Runs {
    final FreeRun freeRun;
    final double[] expected;
    final double[] line;
    double[] parameters;
    TakeoverFan complete;
    TakeoverFan next;
    boolean hasFan;
    boolean fanDue;
    boolean fanBegun;

    Runs(Problem problem, NetworkShape shape, Snapshot snapshot) {
      freeRun = new FreeRun(shape.newNetwork(), problem.steps());
      expected = problem.expectedBeyond();
      line = new double[expected.length];
      parameters = snapshot.parameters().toArray();
      complete = new TakeoverFan(freeRun, expected, parameters, snapshot.pass());
      next = new TakeoverFan(freeRun, expected, parameters, snapshot.pass());
    }

    /** Works on the fan for some milliseconds and returns whether it was completed. */
    boolean work(Snapshot newest, double slice, Clock clock) {
      boolean completed = false;
      double start = clock.now();
      while (isUnfinished()) {
        if (!fanBegun) {
          next.start(parameters, newest.pass());
          fanBegun = true;
          fanDue = false;
        }
        next.runNext();
        if (next.isDone()) {
          TakeoverFan done = next;
          next = complete;
          complete = done;
          hasFan = true;
          fanBegun = false;
          completed = true;
        }
        if (clock.now() - start >= slice) {
          break;
        }
      }
      return completed;
    }

    boolean isUnfinished() {
      return fanBegun || fanDue;
    }
  }

  /**
   * Makes an instance without a run.
   *
   * @param fanCompleted called when a new fan is complete, unless {@link #follow} says so
   */
  FreeRunning(Clock clock, Frames frames, Runnable fanCompleted) {
    this.clock = clock;
    this.frames = frames;
    this.fanCompleted = fanCompleted;
  }

  /** Whether a network may run on its own output in this state. */
  static boolean isPossible(State state) {
    return state.problem().predictsInput();
  }

  /** Takes over a state and returns whether a new fan is complete. */
  boolean follow(State next, boolean running) {
    int lastTakeover = takeover;
    takeover = isPossible(next) ? next.experiment().takeover() : 0;
    if (takeover == 0) {
      forget();
      return false;
    }
    Runs current = runs;
    NetworkShape nextShape = next.experiment().shape();
    boolean anew = current == null || problem != next.problem() || !nextShape.equals(shape);
    if (current == null || anew) {
      current = new Runs(next.problem(), nextShape, next.snapshot());
      runs = current;
      problem = next.problem();
      shape = nextShape;
    }
    boolean newNumbers = anew || snapshot != next.snapshot();
    if (newNumbers) {
      snapshot = next.snapshot();
      current.parameters = next.snapshot().parameters().toArray();
      current.fanDue = true;
    }
    if (newNumbers || takeover != lastTakeover) {
      current.freeRun.run(current.parameters, next.snapshot().pass(), takeover, current.line);
    }
    boolean completed =
        current.work(next.snapshot(), running ? BUSY_SLICE_MS : REST_SLICE_MS, clock);
    if (!running) {
      goOnIfUnfinished();
    }
    return completed;
  }

  private void goOnIfUnfinished() {
    Runs current = runs;
    if (current != null && current.isUnfinished() && !frameRequested) {
      frameRequested = true;
      frames.request(this::goOn);
    }
  }

  private void goOn() {
    frameRequested = false;
    Runs current = runs;
    Snapshot newest = snapshot;
    if (current != null && newest != null && current.work(newest, REST_SLICE_MS, clock)) {
      fanCompleted.run();
    }
    goOnIfUnfinished();
  }

  /** Stops all work. */
  void forget() {
    runs = null;
    problem = null;
    snapshot = null;
  }

  /** Whether there is a free run. */
  boolean isOn() {
    return runs != null;
  }

  /** The last step whose input is given; 0 without a free run. */
  int takeover() {
    return takeover;
  }

  /** Outputs of the chosen run, shape [2T]: NaN before the takeover; empty without a free run. */
  double[] line() {
    Runs current = runs;
    return current == null ? new double[0] : current.line;
  }

  /** Expected outputs, shape [2T]: NaN where unknown; empty without a free run. */
  double[] expected() {
    Runs current = runs;
    return current == null ? new double[0] : current.expected;
  }

  /** The newest complete fan, or null. */
  @Nullable TakeoverFan fan() {
    Runs current = runs;
    return current != null && current.hasFan ? current.complete : null;
  }
}
