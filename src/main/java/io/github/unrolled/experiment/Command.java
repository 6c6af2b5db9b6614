package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.train.Method;

/** An event that concerns the run or what is pointed at, rather than the settings. */
public sealed interface Command extends Event {

  /** Training was switched on or off. */
  record TrainingSwitched(boolean on) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.setTraining(on);
    }
  }

  /** Random search was switched on or off. */
  record SearchSwitched(boolean on) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.setSearching(on);
    }
  }

  /** A number of epochs was requested; 1 to {@link #MAX}. */
  record EpochsRequested(int count) implements Command {
    /** Most epochs per request: they run all at once. */
    public static final int MAX = 10_000;

    @Override
    public void actOn(Workbench workbench) {
      workbench.runEpochs(count);
    }
  }

  /** A parameter was set by hand. */
  record ParameterSet(int index, double value) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.setParameter(index, value);
    }
  }

  /** A parameter of a single Elman unit was set by hand; ignored for any other network. */
  record ScalarParameterSet(ScalarParameter parameter, double value) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      if (workbench.experiment().shape().isScalar()) {
        workbench.setParameter(parameter.index(), value);
      }
    }
  }

  /**
   * An input of a sequence was set by hand, which makes it custom numbers; ignored for a memory
   * task.
   *
   * @param step 1 to T; T + 1 for the last target
   * @param value in the units of the sequence
   */
  record InputSet(int step, double value) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.setInput(step, value);
    }
  }

  /** The exact solution of the task was requested; a task without one changes nothing. */
  record ExactSolutionRequested() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.showExactSolution();
    }
  }

  /** A method was chosen, to show its network. */
  record MethodChosen(Method method) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.show(method);
    }
  }

  /** Training from the best network of random search was requested. */
  record BestAdopted() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.adoptBest();
    }
  }

  /**
   * A reset was requested: to the parameters this run started from, at epoch 0, try 0 and step 0; a
   * second reset also undoes parameters and a start state set by hand.
   */
  record ResetRequested() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.reset();
    }
  }

  /**
   * The start parameters were moved: training restarts there and runs for as many epochs as before.
   *
   * @param parameters shape [P]
   */
  record StartMoved(Numbers parameters) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.moveStart(parameters);
    }
  }

  /**
   * A checkpoint of training was chosen for display, which pauses.
   *
   * @param checkpoint index of the checkpoint; an unknown index stands for the present, which
   *     continues undisturbed if it is already shown
   */
  record EpochChosen(int checkpoint) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.showCheckpoint(checkpoint);
    }
  }

  /** Training from the displayed checkpoint was requested; the run so far stays as a ghost. */
  record BranchedHere() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.branch();
    }
  }

  /**
   * Another experiment was opened, paused where it is.
   *
   * @param epochs number of BPTT epochs done, a whole number
   * @param weights parameters of the network after those epochs, shape [P], finite; ignored for 0
   *     epochs: the network is where it starts
   * @param instruments the instruments to open
   * @param parts the controls and panels to show
   */
  record Opened(
      Experiment experiment,
      double epochs,
      Numbers weights,
      OpenInstruments instruments,
      Parts parts)
      implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.open(experiment, epochs, weights);
      workbench.lookAt(new Look(instruments, parts));
    }

    @Override
    public boolean bringsSurroundings() {
      return true;
    }
  }

  /**
   * A fresh start was requested: all settings as the page opens, and a new run; custom numbers
   * remain available.
   */
  record StartedAnew() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.startAnew();
    }
  }

  /**
   * Starting over was requested: a fresh start, with nothing to compare with, no instrument open
   * and all parts visible.
   */
  record StartedOver() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.startOver();
    }

    @Override
    public boolean bringsSurroundings() {
      return true;
    }
  }

  /** Keeping the run so far as a ghost was requested. */
  record RunKept() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.keepRun();
    }
  }

  /** A ghost was renamed. */
  record GhostRenamed(int slot, String name) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.comparison().rename(slot, name);
    }
  }

  /** A ghost was removed. */
  record GhostRemoved(int slot) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.comparison().remove(slot);
    }
  }

  /** The experiment from many seeds was requested, with {@code epochs} for each. */
  record SeedsRequested(int epochs) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.comparison().startSeeds(workbench.experiment(), epochs);
    }
  }

  /** The experiment from many seeds was cancelled, if it still runs. */
  record SeedsCancelled() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.comparison().cancelSeeds();
    }
  }

  /** A time step, 1 to T, is pointed at in some view; 0 for none. */
  record StepPointedAt(int step) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.pointAt(workbench.pointed().atStep(step, workbench.problem().steps()));
    }
  }

  /** A parameter is pointed at in some view; -1 for none. */
  record ParameterPointedAt(int index) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      int count = workbench.experiment().start().parameters().size();
      workbench.pointAt(workbench.pointed().atParameter(index, count));
    }
  }

  /**
   * A hidden unit is pointed at in some view.
   *
   * @param strip which of the unit's numbers: 0 for the hidden state, then the gates in their order
   *     from 1, then the cell state
   * @param unit index of the unit, or -1 for none
   */
  record UnitPointedAt(int strip, int unit) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.pointAt(workbench.pointed().atUnit(strip, unit, workbench.experiment().shape()));
    }
  }

  /** The report of a divergence was closed. */
  record DivergenceDismissed() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.dismissDivergence();
    }
  }

  /** An instrument was opened or closed. */
  record InstrumentSwitched(Instrument instrument, boolean open) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      Look look = workbench.look();
      workbench.lookAt(look.with(look.instruments().with(instrument, open)));
    }
  }

  /** Undo of the last change to the experiment was requested; training is not a change. */
  record Undone() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.undoRedo().undo();
    }

    @Override
    public boolean isUndoable() {
      return false;
    }
  }

  /** Redo of the change undone last was requested. */
  record Redone() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.undoRedo().redo();
    }

    @Override
    public boolean isUndoable() {
      return false;
    }
  }

  /** The controls to show were chosen; all others are hidden. */
  record ControlsChosen(Parts parts) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      Look look = workbench.look();
      workbench.lookAt(look.with(parts.withOthersOf(look.parts(), true)));
    }
  }

  /** The panels to show were chosen; all others are hidden. */
  record PanelsChosen(Parts parts) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      Look look = workbench.look();
      workbench.lookAt(look.with(parts.withOthersOf(look.parts(), false)));
    }
  }

  /** The instruments to open were chosen; all others are closed. */
  record InstrumentsChosen(OpenInstruments instruments) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.lookAt(workbench.look().with(instruments));
    }
  }
}
