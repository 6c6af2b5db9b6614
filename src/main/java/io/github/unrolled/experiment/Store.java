package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import java.util.function.Consumer;

/**
 * Applies events to the experiment and its run, and tells one listener of the new state once per
 * frame, or at once by {@link #flush}. While something runs, each frame also works on it, in the
 * time that drawing leaves of a smooth frame.
 */
public final class Store {
  /** Share of a frame's time for many seeds while something else runs. */
  private static final double SEEDS_SHARE = 0.4;

  private final Frames frames;
  private final Consumer<State> listener;
  private final Pace pace;
  private final Workbench workbench;

  private boolean due;
  private boolean frameRequested;
  private boolean suspended;

  /** Whether the next frame shall answer what somebody did before it works. */
  private boolean hurried;

  /** Whether the last frame did no work. */
  private boolean rested;

  /**
   * Starts an experiment, not running.
   *
   * @param listener called in a frame after each change, and for the first state in the first frame
   */
  public Store(Experiment initial, Clock clock, Frames frames, Consumer<State> listener) {
    this.frames = frames;
    this.listener = listener;
    pace = new Pace(clock);
    workbench = new Workbench(initial);
    requestFrame();
  }

  /** The state now. */
  public State state() {
    return workbench.state();
  }

  /** Parameters of the network that BPTT trains, as they are now, whatever is shown; shape [P]. */
  public Numbers trained() {
    return workbench.moment().weights();
  }

  /** Says that what is dispatched from here on is another step of undo than what was before. */
  public void beginGesture() {
    workbench.undoRedo().beginGesture();
  }

  /** Takes what the experiment is now for its beginning: nothing before it can be undone. */
  public void forgetChanges() {
    workbench.undoRedo().forget();
  }

  /** Applies an event at once; the listener hears of it in the next frame. */
  public void dispatch(Event event) {
    Activity before = workbench.activity();
    workbench.undoRedo().carryOut(event);
    if (!workbench.activity().equals(before)) {
      pace.start();
    }
    requestFrame();
  }

  /** Calls the listener in the next frame though nothing changed here. */
  public void requestRender() {
    requestFrame();
  }

  /**
   * Tells the listener at once of what it would hear of in the next frame, so that whoever acted
   * can read the outcome without waiting. While something runs it is told in the next frame, which
   * does no work first; but of two in a row one works, whatever is acted. A replay works always.
   */
  public void flush() {
    if (workbench.isRunning()) {
      hurried = true;
    } else if (due && !suspended && !workbench.isReplaying()) {
      due = false;
      listener.accept(state());
    }
  }

  /** Stops all work and all frames until {@link #resume}; nothing is lost. */
  public void suspend() {
    workbench.suspend();
    suspended = true;
  }

  /** Takes part again after {@link #suspend}. */
  public void resume() {
    suspended = false;
    workbench.resume();
    requestFrame();
  }

  private void requestFrame() {
    due = true;
    if (!frameRequested && !suspended) {
      frameRequested = true;
      frames.request(this::frame);
    }
  }

  private void frame() {
    frameRequested = false;
    if (suspended) {
      return;
    }
    if (workbench.isReplaying()) {
      pace.catchUp(workbench.behind(), workbench::replayOnce);
      workbench.endWork();
      due = true;
    } else if (workbench.isRunning()) {
      pace.pass(workbench.experiment().training().speed());
      rested = hurried && !rested;
      hurried = false;
      if (!rested) {
        sweepSeeds(SEEDS_SHARE);
        pace.workOff(workbench::workOnce);
        workbench.endWork();
      }
      due = true;
    } else {
      sweepSeeds(1);
    }
    final boolean news = due;
    due = false;
    SeedSweep seeds = workbench.seeds();
    boolean sweeps = seeds != null && !seeds.isDone();
    if (workbench.isRunning() || workbench.isReplaying() || sweeps) {
      // Before the listener, so that work goes on even if that fails.
      requestFrame();
    }
    if (news) {
      listener.accept(state());
    }
  }

  private void sweepSeeds(double share) {
    SeedSweep seeds = workbench.seeds();
    if (seeds == null || seeds.isDone()) {
      return;
    }
    final int doneBefore = seeds.done();
    pace.work(
        share,
        () -> {
          seeds.workOnce();
          return !seeds.isDone();
        });
    due |= seeds.done() != doneBefore;
  }
}
