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

  /** Exactly so many epochs were asked for; 1 to {@link #MAX}. */
  record EpochsRequested(int count) implements Command {
    /** Most epochs of one request: they are done at once. */
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

  /** A parameter of a single Elman unit was set by hand; another network has no such. */
  record ScalarParameterSet(ScalarParameter parameter, double value) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      if (workbench.experiment().shape().isScalar()) {
        workbench.setParameter(parameter.index(), value);
      }
    }
  }

  /** The exact solution of the task shall be shown; a task without one stays as it is. */
  record ExactSolutionRequested() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.showExactSolution();
    }
  }

  /** The network of one method was chosen to be shown. */
  record MethodChosen(Method method) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.show(method);
    }
  }

  /** The best network of random search shall be trained on. */
  record BestAdopted() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.adoptBest();
    }
  }

  /**
   * Back to the parameters this run started from, epoch 0, try 0 and step 0; from there, back to
   * what they were before they were set by hand.
   */
  record ResetRequested() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.reset();
    }
  }

  /**
   * The start parameters were moved: training starts anew from there and goes as many epochs as it
   * had gone before.
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
   * A moment of training was chosen to be looked at, which pauses.
   *
   * @param checkpoint its index; one that there is not stands for the present, which goes on
   *     undisturbed if it is shown already
   */
  record EpochChosen(int checkpoint) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.showCheckpoint(checkpoint);
    }
  }

  /** Training shall go on from the moment looked at; the run so far stays as a ghost. */
  record BranchedHere() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.branch();
    }
  }

  /**
   * Another experiment was opened, which rests where it is.
   *
   * @param epochs of BPTT done, a whole number
   * @param weights parameters of the network after them, shape [P], finite; after none, of no
   *     account: it is where it starts
   * @param instruments those that shall be open
   * @param parts the controls and panels that shall be there
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
    public boolean bringsLook() {
      return true;
    }
  }

  /**
   * All settings shall be those that the page opens with, and their run a new one; own numbers stay
   * to be chosen again.
   */
  record StartedAnew() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.startAnew();
    }
  }

  /** The run so far shall stay as a ghost. */
  record RunKept() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.keepRun();
    }
  }

  /** A ghost was given a name. */
  record GhostRenamed(int slot, String name) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.renameGhost(slot, name);
    }
  }

  /** A ghost shall go. */
  record GhostRemoved(int slot) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.removeGhost(slot);
    }
  }

  /** The experiment from many seeds was asked for, with so many epochs for each. */
  record SeedsRequested(int epochs) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.startSeeds(epochs);
    }
  }

  /** The experiment from many seeds, if it still runs, shall be forgotten. */
  record SeedsCancelled() implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.cancelSeeds();
    }
  }

  /** A time step, 1 to T, is pointed at in some view; 0 for none. */
  record StepPointedAt(int step) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.pointAtStep(step);
    }
  }

  /** A parameter is pointed at in some view; -1 for none. */
  record ParameterPointedAt(int index) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.pointAtParameter(index);
    }
  }

  /**
   * A hidden unit is pointed at in some view.
   *
   * @param strip which of the unit's numbers: 0 its hidden state, from 1 on its gates in their
   *     order, and after them the cell state
   * @param unit its index, or -1 for none
   */
  record UnitPointedAt(int strip, int unit) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.pointAtUnit(strip, unit);
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

  /** The last change of the experiment shall be undone; training is none. */
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

  /** The change that was undone last shall be made again. */
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

  /** Of the controls these shall be there and no others. */
  record ControlsChosen(Parts parts) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      Look look = workbench.look();
      workbench.lookAt(look.with(parts.withOthersOf(look.parts(), true)));
    }
  }

  /** Of the panels these shall be there and no others. */
  record PanelsChosen(Parts parts) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      Look look = workbench.look();
      workbench.lookAt(look.with(parts.withOthersOf(look.parts(), false)));
    }
  }

  /** These instruments shall be open and no others. */
  record InstrumentsChosen(OpenInstruments instruments) implements Command {
    @Override
    public void actOn(Workbench workbench) {
      workbench.lookAt(workbench.look().with(instruments));
    }
  }
}
