package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies events to the experiment and its run, and tells one listener of the new state once per
 * frame, or at once by {@link #settle}. While something runs, each frame also works on it, in the
 * time that drawing leaves of a smooth frame.
 */
public final class Store {
  /** Share of a frame's time for many seeds while something else runs. */
  private static final double SEEDS_SHARE = 0.4;

  private final Frames frames;
  private final Consumer<State> listener;
  private final Pace pace;
  private final Pointed pointing = new Pointed();
  private final Workbench workbench;
  private final History history = new History();
  private Look look = Look.INITIAL;

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
    workbench = new Workbench(initial, pointing);
    requestFrame();
  }

  /** The state now. */
  public State state() {
    return workbench.state(look, history.undoable(), history.redoable());
  }

  /** Parameters of the network that BPTT trains, as they are now, whatever is shown; shape [P]. */
  public Numbers trained() {
    return workbench.moment().weights();
  }

  /** Says that what is dispatched from here on is another step of undo than what was before. */
  public void beginGesture() {
    history.beginGesture();
  }

  /** Takes what the experiment is now for its beginning: nothing before it can be undone. */
  public void forgetChanges() {
    history.forget();
  }

  /** Applies an event at once; the listener hears of it in the next frame. */
  public void dispatch(Event event) {
    Moment before = history.wantsMoment() ? workbench.moment() : null;
    Look seen = event instanceof Command.Opened ? look : null;
    if (event instanceof Change change) {
      workbench.change(change.applyTo(workbench.experiment()));
    } else if (event instanceof Command command) {
      obey(command);
    }
    boolean travels = event instanceof Command.Undone || event instanceof Command.Redone;
    if (before != null && !travels && workbench.moment().differsFrom(before)) {
      history.add(before.with(seen));
    }
    requestFrame();
  }

  private void goBackTo(@Nullable Moment moment) {
    if (moment != null) {
      workbench.goBackTo(moment);
      look = moment.look() == null ? look : moment.look();
    }
  }

  /** Has the listener called in the next frame though nothing changed here. */
  public void requestRender() {
    requestFrame();
  }

  /**
   * Tells the listener at once of what it would hear of in the next frame, so that whoever acted
   * can read the outcome without waiting. While something runs it is told in the next frame, which
   * does no work first; but of two in a row one works, whatever is acted. A replay works always.
   */
  public void settle() {
    if (workbench.isRunning()) {
      hurried = true;
    } else if (due && !suspended && !workbench.isReplaying()) {
      due = false;
      listener.accept(state());
    }
  }

  /** Stops all work and all frames until {@link #resume}; nothing is lost. */
  public void suspend() {
    workbench.rest();
    suspended = true;
  }

  /** Takes part again after {@link #suspend}. */
  public void resume() {
    suspended = false;
    requestFrame();
  }

  private void obey(Command command) {
    if (command instanceof Command.TrainingSwitched switched) {
      workbench.setTraining(switched.on() && !suspended);
      pace.start();
    } else if (command instanceof Command.SearchSwitched switched) {
      workbench.setSearching(switched.on() && !suspended);
      pace.start();
    } else if (command instanceof Command.EpochsRequested requested) {
      workbench.runEpochs(requested.count());
    } else if (command instanceof Command.ParameterSet set) {
      workbench.setParameter(set.index(), set.value());
    } else if (command instanceof Command.ScalarParameterSet set) {
      if (workbench.experiment().shape().isScalar()) {
        workbench.setParameter(set.parameter().index(), set.value());
      }
    } else if (command instanceof Command.ExactSolutionRequested) {
      workbench.showExactSolution();
    } else if (command instanceof Command.MethodChosen chosen) {
      workbench.show(chosen.method());
    } else if (command instanceof Command.BestAdopted) {
      workbench.adoptBest();
    } else if (command instanceof Command.EpochChosen chosen) {
      workbench.showEpoch(chosen.checkpoint());
    } else if (command instanceof Command.BranchedHere) {
      workbench.branch();
    } else if (command instanceof Command.Opened opened) {
      workbench.open(opened.experiment(), opened.epochs(), opened.weights());
      look = new Look(opened.instruments(), opened.parts());
    } else if (command instanceof Command.StartedAnew) {
      workbench.startAnew();
    } else if (command instanceof Command.RunKept) {
      workbench.keepRun();
    } else if (command instanceof Command.GhostRenamed renamed) {
      workbench.renameGhost(renamed.slot(), renamed.name());
    } else if (command instanceof Command.GhostRemoved removed) {
      workbench.removeGhost(removed.slot());
    } else if (command instanceof Command.SeedsRequested requested) {
      workbench.startSeeds(requested.epochs());
    } else if (command instanceof Command.SeedsCancelled) {
      workbench.cancelSeeds();
    } else if (command instanceof Command.ResetRequested) {
      workbench.reset();
    } else if (command instanceof Command.StartMoved moved) {
      workbench.moveStart(moved.parameters());
    } else if (command instanceof Command.DivergenceDismissed) {
      workbench.dismissDivergence();
    } else if (command instanceof Command.StepPointedAt pointed) {
      pointing.atStep(pointed.step(), workbench.problem().steps());
    } else if (command instanceof Command.ParameterPointedAt pointed) {
      pointing.atParameter(pointed.index(), workbench.experiment().start().parameters().size());
    } else if (command instanceof Command.UnitPointedAt pointed) {
      CellType cell = workbench.experiment().shape().cell();
      int strips = 1 + cell.gateCount() + (cell.hasCellState() ? 1 : 0);
      int units = workbench.experiment().shape().hiddenSize();
      pointing.atUnit(pointed.strip(), strips, pointed.unit(), units);
    } else if (command instanceof Command.InstrumentSwitched switched) {
      look = look.with(look.instruments().with(switched.instrument(), switched.open()));
    } else if (command instanceof Command.InstrumentsChosen chosen) {
      look = look.with(chosen.instruments());
    } else if (command instanceof Command.ControlsChosen chosen) {
      look = look.with(chosen.parts().withOthersOf(look.parts(), true));
    } else if (command instanceof Command.PanelsChosen chosen) {
      look = look.with(chosen.parts().withOthersOf(look.parts(), false));
    } else if (command instanceof Command.Undone) {
      goBackTo(history.undo(workbench.moment(), look));
    } else if (command instanceof Command.Redone) {
      goBackTo(history.redo(workbench.moment(), look));
    }
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
