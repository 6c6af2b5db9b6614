package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import java.util.function.Consumer;

/**
 * Applies events to the experiment and its run, and passes the new state to one listener once per
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

  /** Whether the next frame should show the outcome of an action before it works. */
  private boolean hurried;

  /** Whether the last frame did no work. */
  private boolean rested;

  /**
   * Starts an experiment, paused.
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

  /** The present state. */
  public State state() {
    return workbench.state();
  }

  /** Parameters of the network that BPTT trains, regardless of what is displayed; shape [P]. */
  public Numbers trained() {
    return workbench.moment().weights();
  }

  /** Starts a new step of undo for the events that follow. */
  public void beginGesture() {
    workbench.undoRedo().beginGesture();
  }

  /** Forgets all changes, so that nothing before the present can be undone. */
  public void forgetChanges() {
    workbench.undoRedo().forget();
  }

  /** Applies an event at once; the listener receives the state in the next frame. */
  public void dispatch(Event event) {
    Activity before = workbench.activity();
    workbench.undoRedo().carryOut(event);
    if (!workbench.activity().equals(before)) {
      pace.start();
    }
    requestFrame();
  }

  /** Calls the listener in the next frame even if nothing changed here. */
  public void requestRender() {
    requestFrame();
  }

  /**
   * Calls the listener at once instead of in the next frame, so that the outcome of an action can
   * be read without waiting. While something runs, the call still waits for the next frame, which
   * skips its work; but of two frames in a row one always works. A replay works in every frame.
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

  /** Resumes after {@link #suspend}. */
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
      // The request precedes the listener, so that work continues even if the listener fails.
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
