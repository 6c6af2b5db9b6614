package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
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
 * to {@link #FRAME_BUDGET_MS} of it, and for less where drawing leaves less of a smooth frame.
 */
public final class Store {
  /** How long a frame may work on training, in milliseconds, if the page keeps up with it. */
  static final double FRAME_BUDGET_MS = 8;

  /** How long it may work even if the page does not. */
  private static final double LEAST_BUDGET_MS = 2;

  /** A page keeps up if its frames are no further apart than this: just above 1/60 s. */
  private static final double SMOOTH_FRAME_MS = 16.8;

  /** Longest time that a frame makes up for, in milliseconds: a sleeping tab is no debt. */
  private static final double MAX_FRAME_MS = 100;

  /** Share of that time for many seeds while something else runs. */
  private static final double SEEDS_SHARE = 0.4;

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
  private int lastParameter = -1;
  private int pointedStrip;
  private int pointedUnit = -1;
  private final Ghosts ghosts = new Ghosts();

  /** Checkpoint that is looked at, or -1 for the present. */
  private int moment = -1;

  private double undisturbedSince;
  private @Nullable SeedSweep sweep;
  private OpenInstruments instruments = OpenInstruments.NONE;

  private boolean due;
  private boolean frameRequested;
  private boolean suspended;

  /** Whether the next frame shall answer what somebody did before it works. */
  private boolean hurried;

  /** Whether the last frame did no work. */
  private boolean rested;

  private double lastFrame;
  private double budget = FRAME_BUDGET_MS;

  /** Mean time between frames, the latest counting most. */
  private double pace;

  private double epochsDue;

  /** Whether training comes up to {@link #goal} again after its start was moved. */
  private boolean replaying;

  private double goal;

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
    problem = initial.problem();
    run = newRun();
    requestFrame();
  }

  /** The state now. */
  public State state() {
    return new State(
        experiment,
        problem,
        snapshot(),
        run.timeline(),
        run.sample(),
        moment,
        run.epochs(),
        runNumber,
        training,
        searching,
        divergence,
        pointedStep,
        pointedParameter,
        lastParameter,
        pointedStrip,
        pointedUnit,
        ghosts.list(),
        undisturbedSince,
        seeds(),
        instruments);
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
   * can read the outcome without waiting. While something runs it is told in the next frame, which
   * does no work first; but of two in a row one works, whatever is acted. A replay works always.
   */
  public void settle() {
    if (training || searching) {
      hurried = true;
    } else if (due && !suspended && !replaying) {
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
      known = moment < 0 ? run.snapshot(shown) : run.snapshotOf(moment);
      snapshot = known;
    }
    return known;
  }

  private void change(Experiment next) {
    Experiment before = experiment;
    experiment = next;
    boolean drawsOthers =
        next.data().task().isMemory() && next.start().seed() != before.start().seed();
    if (!next.data().equals(before.data()) || drawsOthers) {
      problem = next.problem();
      pointedStep = 0;
    }
    if (!next.shape().equals(before.shape())) {
      pointedParameter = -1;
      lastParameter = -1;
      pointedUnit = -1;
    }
    if (!next.data().isSameProblem(before.data()) || drawsOthers) {
      ghosts.clear();
    }
    if (!next.sharesRunWith(before)) {
      leaveGhost(before, next);
      restart();
      return;
    }
    if (!next.training().equals(before.training())) {
      run.setLearningRate(next.training().learningRate());
      run.setClipping(next.training().clipping());
      run.setOptimizer(next.training().optimizer());
      run.setWindow(next.training().window());
      snapshot = null;
      if (!next.training().withSpeed(before.training().speed()).equals(before.training())) {
        undisturbedSince = run.epochs();
      }
    }
    if (!next.start().equals(before.start())) {
      replaying = false;
      branch();
      run.setParameters(next.start().parameters());
      snapshot = null;
      undisturbedSince = run.epochs();
    }
  }

  /** A run with or without memory stays to be compared with its like. */
  private void leaveGhost(Experiment before, Experiment next) {
    boolean memory = before.shape().memory();
    if (next.data().isSameProblem(before.data())
        && next.shape().equals(before.shape().withMemory(!memory))
        && next.start().seed() == before.start().seed()) {
      keepRun(Ghost.Origin.MEMORY_SWITCHED, before);
    }
  }

  private void keepRun(Ghost.Origin origin, Experiment settings) {
    if (run.epochs() > 0) {
      ghosts.add(origin, settings, run.snapshot(Method.BPTT).bpttCurve());
    }
  }

  private void showEpoch(int checkpoint) {
    training = false;
    searching = false;
    divergence = null;
    replaying = false;
    show(Method.BPTT);
    boolean exists = checkpoint >= 0 && checkpoint < run.timeline().size();
    moment = exists ? checkpoint : -1;
  }

  /** Makes the moment looked at the present; the run so far stays as a ghost. */
  private void branch() {
    if (moment >= 0) {
      keepRun(Ghost.Origin.BRANCHED, experiment);
      run.rewind(moment);
      goal = 0;
      undisturbedSince = run.epochs();
      show(Method.BPTT);
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
    } else if (command instanceof Command.ScalarParameterSet set) {
      if (experiment.shape().isScalar()) {
        setParameter(set.parameter().index(), set.value());
      }
    } else if (command instanceof Command.ExactSolutionRequested) {
      showExactSolution();
    } else if (command instanceof Command.UnitPointedAt pointed) {
      boolean exists = pointed.unit() >= 0 && pointed.unit() < experiment.shape().hiddenSize();
      CellType cell = experiment.shape().cell();
      int strips = 1 + cell.gateCount() + (cell.hasCellState() ? 1 : 0);
      pointedUnit = exists ? pointed.unit() : -1;
      pointedStrip = Math.max(0, Math.min(strips - 1, pointed.strip()));
    } else if (command instanceof Command.MethodChosen chosen) {
      show(chosen.method());
    } else if (command instanceof Command.BestAdopted) {
      adoptBest();
    } else if (command instanceof Command.EpochChosen chosen) {
      showEpoch(chosen.checkpoint());
    } else if (command instanceof Command.BranchedHere) {
      branch();
    } else if (command instanceof Command.RunKept) {
      keepRun(Ghost.Origin.KEPT, experiment);
    } else if (command instanceof Command.GhostRenamed renamed) {
      ghosts.rename(renamed.slot(), renamed.name());
    } else if (command instanceof Command.GhostRemoved removed) {
      ghosts.remove(removed.slot());
    } else if (command instanceof Command.SeedsRequested requested) {
      if (SeedSweep.isLength(requested.epochs())) {
        sweep = new SeedSweep(experiment, requested.epochs());
      }
    } else if (command instanceof Command.SeedsCancelled) {
      sweep = null;
    } else if (command instanceof Command.ResetRequested) {
      reset();
    } else if (command instanceof Command.StartMoved moved) {
      moveStart(moved.parameters());
    } else if (command instanceof Command.StepPointedAt pointed) {
      pointedStep = Math.max(0, Math.min(problem.steps(), pointed.step()));
    } else if (command instanceof Command.ParameterPointedAt pointed) {
      boolean exists = pointed.index() < experiment.start().parameters().size();
      pointedParameter = exists ? Math.max(-1, pointed.index()) : -1;
      lastParameter = pointedParameter < 0 ? lastParameter : pointedParameter;
    } else if (command instanceof Command.DivergenceDismissed) {
      divergence = null;
    } else if (command instanceof Command.InstrumentSwitched switched) {
      instruments = instruments.with(switched.instrument(), switched.open());
    } else if (command instanceof Command.InstrumentsChosen chosen) {
      instruments = chosen.instruments();
    }
  }

  private void setTraining(boolean on) {
    training = on && !suspended;
    if (training) {
      if (!replaying) {
        goal = 0;
      }
      branch();
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
    moment = -1;
    snapshot = null;
  }

  private void runEpochs(int count) {
    if (count < 1 || count > Command.EpochsRequested.MAX) {
      return;
    }
    branch();
    show(Method.BPTT);
    if (replaying) {
      goal += count;
      return;
    }
    goal = 0;
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
    Numbers current = snapshot().parameters();
    if (index < 0
        || index >= current.size()
        || !Start.isParameter(value)
        || experiment.shape().holdsAtZero(index)) {
      return;
    }
    adopt(current.with(index, value));
  }

  private void adoptBest() {
    if (run.tries() > 0) {
      adopt(run.parameters(Method.RANDOM_SEARCH));
      run.forgetSteps();
    }
  }

  private void showExactSolution() {
    ExactSolution solution = ExactSolution.of(problem, experiment.data());
    if (solution == null) {
      return;
    }
    Start start = experiment.start();
    experiment = experiment.withShape(solution.shape());
    experiment =
        experiment.withStart(new Start(start.source(), start.seed(), solution.parameters()));
    pointedParameter = -1;
    lastParameter = -1;
    pointedUnit = -1;
    restart();
  }

  /** Makes these the parameters that training goes on from; at epoch 0, those it starts from. */
  private void adopt(Numbers parameters) {
    branch();
    if (run.epochs() == 0) {
      Start start = experiment.start();
      experiment =
          experiment.withStart(new Start(start.source(), start.seed(), withHeld(parameters)));
    }
    replaying = false;
    goal = 0;
    run.setParameters(parameters);
    undisturbedSince = run.epochs();
    divergence = null;
    show(Method.BPTT);
  }

  /**
   * Starts anew from other parameters, to come up to the same epoch as before. If it diverges on
   * the way, the epoch that it did not reach stays the goal of the next move.
   */
  private void moveStart(Numbers parameters) {
    if (!canStartFrom(parameters)) {
      return;
    }
    final Run before = run;
    final boolean trains = training;
    final boolean searches = searching;
    final double epochs = Math.max(goal, run.epochs());
    Start start = experiment.start();
    experiment =
        experiment.withStart(new Start(start.source(), start.seed(), withHeld(parameters)));
    restart();
    run.continueSearchOf(before);
    training = trains;
    searching = searches;
    goal = epochs;
    replaying = epochs > 0;
  }

  private boolean canStartFrom(Numbers parameters) {
    boolean can = parameters.size() == experiment.start().parameters().size();
    for (int i = 0; can && i < parameters.size(); i++) {
      can = Start.isParameter(parameters.get(i));
    }
    return can;
  }

  /** What is held at zero now is kept for when it no longer is. */
  private Numbers withHeld(Numbers parameters) {
    Numbers kept = parameters;
    for (int i = 0; i < parameters.size(); i++) {
      if (experiment.shape().holdsAtZero(i)) {
        kept = kept.with(i, experiment.start().parameters().get(i));
      }
    }
    return kept;
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
    show(Method.BPTT);
    undisturbedSince = 0;
    replaying = false;
    goal = 0;
    run = newRun();
    runNumber++;
  }

  private Run newRun() {
    Training settings = experiment.training();
    return new Run(
        experiment.shape(),
        problem,
        experiment.start().parameters(),
        settings.optimizer(),
        settings.learningRate(),
        settings.clipping(),
        settings.window(),
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
    if (replaying) {
      replay();
      due = true;
    } else if (training || searching) {
      final double start = clock.now();
      passTime(start);
      rested = hurried && !rested;
      hurried = false;
      if (!rested) {
        sweepSeeds(SEEDS_SHARE * budget);
        work(start);
      }
      due = true;
    } else {
      sweepSeeds(budget);
    }
    if (due) {
      due = false;
      listener.accept(state());
    }
    if (training || searching || replaying || isSweeping()) {
      requestFrame();
    }
  }

  /** Many seeds, if they are of the present settings: others wait for theirs. */
  private @Nullable SeedSweep seeds() {
    return sweep != null && sweep.isOf(experiment) ? sweep : null;
  }

  private boolean isSweeping() {
    SeedSweep seeds = seeds();
    return seeds != null && !seeds.isDone();
  }

  private void sweepSeeds(double limit) {
    SeedSweep seeds = seeds();
    if (seeds == null || seeds.isDone()) {
      return;
    }
    final double start = clock.now();
    final int doneBefore = seeds.done();
    double taken = 0;
    int batch = 1;
    while (taken < limit && !seeds.isDone()) {
      for (int i = 0; i < batch; i++) {
        seeds.workOnce();
      }
      taken = clock.now() - start;
      if (batch < CLOCK_BATCH && taken < limit / 4) {
        batch *= 2;
      }
    }
    due |= seeds.done() != doneBefore;
  }

  /** Comes as near to the goal as a frame allows, at no speed's limit. */
  private void replay() {
    final double owed = epochsDue;
    lastFrame = clock.now();
    epochsDue = goal - run.epochs();
    work(lastFrame);
    epochsDue = owed;
    replaying = replaying && run.epochs() < goal;
  }

  private void passTime(double start) {
    final double elapsed = Math.min(MAX_FRAME_MS, start - lastFrame);
    lastFrame = start;
    adjustBudget(elapsed);
    final Speed speed = experiment.training().speed();
    epochsDue =
        speed.isUnlimited()
            ? Double.POSITIVE_INFINITY
            : epochsDue + elapsed * speed.epochsPerSecond() / 1000;
  }

  private void work(double start) {
    double now = start;
    double most = 1;
    while (epochsDue >= 1 && (training || searching || replaying)) {
      final int batch = (int) Math.min(epochsDue, most);
      for (int i = 0; i < batch; i++) {
        workOnce();
      }
      epochsDue -= batch;
      final double before = now;
      now = clock.now();
      final double left = budget - (now - start);
      if (left <= 0) {
        // What the machine cannot do in time is not done later either.
        epochsDue = Math.min(epochsDue, 0);
        break;
      }
      // Reading the clock costs about as much as an epoch of a small network, so it is read ever
      // more seldom, but not so seldom that epochs of a large network take more than what is left.
      final double fitting = Math.max(1, left / (now - before) * batch);
      most = Math.min(fitting, Math.min(2 * batch, CLOCK_BATCH));
    }
    snapshot = null;
    if (training || replaying) {
      findDivergence();
    }
  }

  private void adjustBudget(double elapsed) {
    pace += (elapsed - pace) / 10;
    budget =
        pace > SMOOTH_FRAME_MS
            ? Math.max(LEAST_BUDGET_MS, budget * 0.95)
            : Math.min(FRAME_BUDGET_MS, budget + 0.05);
  }

  /** One epoch of BPTT and as much work of random search, which waits for a replay. */
  private void workOnce() {
    if (training || replaying) {
      runEpoch();
    }
    if (searching && !replaying) {
      for (int i = 0; i < Bptt.WORK_PER_EPOCH; i++) {
        run.attempt();
      }
    }
  }

  private void runEpoch() {
    divergence = run.epoch();
    if (divergence != null) {
      training = false;
      replaying = false;
      // The report speaks of the trained network, so that it must be the one that is seen.
      show(Method.BPTT);
    }
  }
}
