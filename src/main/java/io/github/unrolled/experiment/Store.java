package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the experiment and its run, applies events to them, and tells one listener of the new state
 * once per frame, or at once by {@link #settle}. While something runs, each frame also works for up
 * to {@link #FRAME_BUDGET_MS} of it.
 */
public final class Store {
  /** How long a frame may work on training, in milliseconds. */
  static final double FRAME_BUDGET_MS = 8;

  /** Longest time that a frame makes up for, in milliseconds: a sleeping tab is no debt. */
  private static final double MAX_FRAME_MS = 100;

  private static final int CLOCK_BATCH = 32;

  private final Clock clock;
  private final Frames frames;
  private final Consumer<State> listener;

  private Experiment experiment;
  private Problem problem;
  private Run run;
  private int runNumber;
  private Method shown = Method.BPTT;
  private @Nullable Snapshot snapshot;
  private boolean training;
  private boolean searching;
  private @Nullable Divergence divergence;
  private int pointedStep;
  private int pointedParameter = -1;

  private boolean due;
  private boolean frameRequested;
  private boolean suspended;
  private double lastFrame;
  private double epochsDue;

  /**
   * Starts an experiment, not running.
   *
   * @param listener called in a frame after each change, and for the first state in the first frame
   */
  public Store(Experiment initial, Clock clock, Frames frames, Consumer<State> listener) {
    this.clock = clock;
    this.frames = frames;
    this.listener = listener;
    experiment = initial;
    problem = initial.data().problem();
    run = newRun();
    requestFrame();
  }

  /** The state now. */
  public State state() {
    return new State(
        experiment,
        problem,
        snapshot(),
        runNumber,
        training,
        searching,
        divergence,
        pointedStep,
        pointedParameter);
  }

  /** Applies an event at once; the listener hears of it in the next frame. */
  public void dispatch(Event event) {
    if (event instanceof Change change) {
      change(change.applyTo(experiment));
    } else if (event instanceof Command command) {
      obey(command);
    }
    requestFrame();
  }

  /** Has the listener called in the next frame though nothing changed here. */
  public void requestRender() {
    requestFrame();
  }

  /**
   * Tells the listener at once of what it would hear of in the next frame, so that whoever acted
   * can read the outcome without waiting; while something runs, frames come soon enough.
   */
  public void settle() {
    if (due && !training && !searching && !suspended) {
      due = false;
      listener.accept(state());
    }
  }

  /** Stops all work and all frames until {@link #resume}; nothing is lost. */
  public void suspend() {
    training = false;
    searching = false;
    suspended = true;
  }

  /** Takes part again after {@link #suspend}. */
  public void resume() {
    suspended = false;
    requestFrame();
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot;
    if (known == null) {
      known = run.snapshot(shown);
      snapshot = known;
    }
    return known;
  }

  private void change(Experiment next) {
    Experiment before = experiment;
    experiment = next;
    if (!next.data().equals(before.data())) {
      problem = next.data().problem();
      pointedStep = 0;
    }
    if (!next.sharesRunWith(before)) {
      restart();
      return;
    }
    if (!next.training().equals(before.training())) {
      run.setLearningRate(next.training().learningRate());
      run.setClipping(next.training().clipping());
      snapshot = null;
    }
    if (!next.start().equals(before.start())) {
      run.setParameters(next.start().parameters());
      snapshot = null;
    }
  }

  private void obey(Command command) {
    if (command instanceof Command.TrainingSwitched switched) {
      setTraining(switched.on());
    } else if (command instanceof Command.SearchSwitched switched) {
      setSearching(switched.on());
    } else if (command instanceof Command.EpochsRequested requested) {
      runEpochs(requested.count());
    } else if (command instanceof Command.ParameterSet set) {
      setParameter(set.index(), set.value());
    } else if (command instanceof Command.MethodChosen chosen) {
      show(chosen.method());
    } else if (command instanceof Command.BestAdopted) {
      adoptBest();
    } else if (command instanceof Command.ResetRequested) {
      reset();
    } else if (command instanceof Command.StepPointedAt pointed) {
      pointedStep = Math.max(0, Math.min(problem.steps(), pointed.step()));
    } else if (command instanceof Command.ParameterPointedAt pointed) {
      boolean exists = pointed.index() < experiment.start().parameters().size();
      pointedParameter = exists ? Math.max(-1, pointed.index()) : -1;
    } else if (command instanceof Command.DivergenceDismissed) {
      divergence = null;
    }
  }

  private void setTraining(boolean on) {
    training = on && !suspended;
    if (training) {
      show(Method.BPTT);
      divergence = null;
      startClock();
    }
  }

  private void setSearching(boolean on) {
    searching = on && !suspended;
    if (searching) {
      show(Method.RANDOM_SEARCH);
      startClock();
    } else if (training) {
      show(Method.BPTT);
    }
  }

  private void startClock() {
    lastFrame = clock.now();
    // The first frame shows something at any speed.
    epochsDue = 1;
  }

  private void show(Method method) {
    shown = method;
    snapshot = null;
  }

  private void runEpochs(int count) {
    if (count < 1 || count > Command.EpochsRequested.MAX) {
      return;
    }
    show(Method.BPTT);
    divergence = null;
    for (int i = 0; i < count && divergence == null; i++) {
      runEpoch();
    }
    findDivergence();
  }

  /** The next epoch would only find that these weights overflow: better now than on the page. */
  private void findDivergence() {
    snapshot = null;
    if (divergence == null && shown == Method.BPTT && snapshot().overflow() != null) {
      runEpoch();
      snapshot = null;
    }
  }

  private void setParameter(int index, double value) {
    Numbers current = run.parameters(snapshot().method());
    if (index < 0 || index >= current.size() || !Start.isParameter(value)) {
      return;
    }
    adopt(current.with(index, value));
  }

  private void adoptBest() {
    if (run.tries() > 0) {
      adopt(run.parameters(Method.RANDOM_SEARCH));
    }
  }

  /** Makes these the parameters that training goes on from; at epoch 0, those it starts from. */
  private void adopt(Numbers parameters) {
    if (run.epochs() == 0) {
      Start start = experiment.start();
      experiment = experiment.withStart(new Start(start.source(), start.seed(), parameters));
    }
    run.setParameters(parameters);
    divergence = null;
    show(Method.BPTT);
  }

  private void reset() {
    if (run.epochs() == 0 && run.tries() == 0) {
      Start start = experiment.start();
      experiment = experiment.withStart(Start.of(start.source(), start.seed(), experiment.shape()));
    }
    experiment = experiment.withCursor(0);
    restart();
  }

  private void restart() {
    training = false;
    searching = false;
    divergence = null;
    snapshot = null;
    shown = Method.BPTT;
    run = newRun();
    runNumber++;
  }

  private Run newRun() {
    return new Run(
        experiment.shape().newNetwork(),
        problem.inputs(),
        problem.targets(),
        experiment.start().parameters(),
        experiment.training().learningRate(),
        experiment.training().clipping(),
        experiment.start().seed());
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
    if (training || searching) {
      work();
      due = true;
    }
    if (due) {
      due = false;
      listener.accept(state());
    }
    if (training || searching) {
      requestFrame();
    }
  }

  private void work() {
    final double start = clock.now();
    final double elapsed = Math.min(MAX_FRAME_MS, start - lastFrame);
    lastFrame = start;
    final Speed speed = experiment.training().speed();
    epochsDue =
        speed.isUnlimited()
            ? Double.POSITIVE_INFINITY
            : epochsDue + elapsed * speed.epochsPerSecond() / 1000;
    while (epochsDue >= 1 && (training || searching)) {
      // Reading the clock costs about as much as an epoch, so it is read once per batch.
      final int batch = (int) Math.min(epochsDue, CLOCK_BATCH);
      for (int i = 0; i < batch; i++) {
        workOnce();
      }
      epochsDue -= batch;
      if (clock.now() - start >= FRAME_BUDGET_MS) {
        // What the machine cannot do in time is not done later either.
        epochsDue = Math.min(epochsDue, 0);
        break;
      }
    }
    snapshot = null;
    if (training) {
      findDivergence();
    }
  }

  /** One epoch of BPTT and as much work of random search. */
  private void workOnce() {
    if (training) {
      runEpoch();
    }
    if (searching) {
      for (int i = 0; i < Bptt.WORK_PER_EPOCH; i++) {
        run.attempt();
      }
    }
  }

  private void runEpoch() {
    divergence = run.epoch();
    if (divergence != null) {
      training = false;
      // The report speaks of the trained network, so that it must be the one that is seen.
      show(Method.BPTT);
    }
  }
}
