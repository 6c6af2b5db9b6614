package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * An experiment and its run: what of it goes on, what is shown of it, what is pointed at, and the
 * earlier runs that stay as ghosts. Events act on it. It knows no time; whoever has some to spend
 * asks for one epoch after the other.
 */
public final class Workbench {
  private Experiment experiment;
  private Problem problem;
  private Run run;
  private int runNumber;
  private Method shown = Method.BPTT;

  /** Checkpoint that is looked at, or -1 for the present. */
  private int checkpoint = -1;

  private @Nullable Snapshot snapshot;
  private boolean training;
  private boolean searching;
  private final Replay replay = new Replay();

  /** Whether nothing may be started: the playground is in no document. */
  private boolean suspended;

  private @Nullable Divergence divergence;
  private @Nullable SeedSweep sweep;
  private final Ghosts ghosts = new Ghosts();
  private Pointed pointed = Pointed.NOTHING;
  private Look look = Look.INITIAL;
  private final UndoRedo undoRedo = new UndoRedo(this);

  /** Numbers each time that a run was begun or its weights were set, but not trained. */
  private int disturbance;

  private int lastDisturbance;
  private double undisturbedSince;

  /** Lays out an experiment, not running. */
  Workbench(Experiment initial) {
    experiment = initial;
    problem = initial.problem();
    run = newRun();
  }

  /** The settings now. */
  Experiment experiment() {
    return experiment;
  }

  /** Undo and redo of what acts on this. */
  UndoRedo undoRedo() {
    return undoRedo;
  }

  /** What goes on. */
  Activity activity() {
    return new Activity(training, searching, replay.isOn());
  }

  /** All that there is to see. */
  State state() {
    return new State(
        experiment,
        problem,
        snapshot(),
        new RunState(
            runNumber,
            run.timeline(),
            checkpoint,
            run.epochs(),
            run.sample(),
            divergence,
            disturbance,
            undisturbedSince),
        activity(),
        new Compared(ghosts.list(), seeds()),
        pointed,
        look,
        undoRedo.changes());
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot;
    if (known == null) {
      known = checkpoint < 0 ? run.snapshot(shown) : run.snapshotOf(checkpoint);
      snapshot = known;
    }
    return known;
  }

  // What is pointed at, and what is there to be seen.

  /** Points at a time step; 0 for none. */
  void pointAtStep(int step) {
    pointed = pointed.atStep(step, problem.steps());
  }

  /** Points at a parameter; -1 for none. */
  void pointAtParameter(int index) {
    pointed = pointed.atParameter(index, experiment.start().parameters().size());
  }

  /** Points at one of a unit's numbers; a unit of -1 for none. */
  void pointAtUnit(int strip, int unit) {
    pointed = pointed.atUnit(strip, unit, experiment.shape());
  }

  /** What of the playground is there to be seen. */
  Look look() {
    return look;
  }

  /** Shows other parts of the playground, or opens other instruments. */
  void lookAt(Look next) {
    look = next;
  }

  // Settings.

  /** Goes on with other settings, with the run as far as they share it. */
  void change(Experiment next) {
    Experiment before = experiment;
    experiment = next;
    boolean drawsOthers =
        next.data().task().isMemory() && next.start().seed() != before.start().seed();
    if (!next.data().equals(before.data()) || drawsOthers) {
      problem = next.problem();
      pointed = pointed.withoutStep();
    }
    if (!next.shape().equals(before.shape())) {
      pointed = pointed.withoutNetwork();
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
      apply(next.training());
      if (!next.training().withSpeed(before.training().speed()).equals(before.training())) {
        undisturbedSince = run.epochs();
      }
    }
    if (!next.start().equals(before.start())) {
      replay.stop();
      branch();
      run.setParameters(next.start().parameters());
      disturb();
      snapshot = null;
      undisturbedSince = run.epochs();
    }
  }

  /** Trains as these settings say from here on. */
  private void apply(Training settings) {
    run.setLearningRate(settings.learningRate());
    run.setClipping(settings.clipping());
    run.setOptimizer(settings.optimizer());
    run.setWindow(settings.window());
    snapshot = null;
  }

  private void disturb() {
    disturbance = ++lastDisturbance;
  }

  /** Where the experiment is, to be gone back to. */
  Moment moment() {
    return new Moment(
        experiment,
        run.epochs(),
        run.parameters(Method.BPTT),
        run,
        disturbance,
        undisturbedSince,
        null);
  }

  /** Whether the run is the one of a moment, after as many epochs. */
  boolean isAt(Moment then) {
    return then.run() == run && run.epochs() == then.epochs();
  }

  /** Goes back to settings and weights that this very run had at this very epoch. */
  void setBack(Experiment settings, Numbers weights) {
    change(settings);
    adopt(weights);
    experiment = settings;
  }

  /** Lays out other settings, at rest where a run of theirs has come to. */
  void layOut(Experiment next, Run itsRun) {
    layOut(next, 0, next.start().parameters());
    run = itsRun;
    apply(next.training());
  }

  /** Lays out other settings, at rest after epochs of training that came to weights. */
  void layOut(Experiment next, double epochs, Numbers weights) {
    pointed = Pointed.NOTHING;
    experiment = next;
    problem = next.problem();
    restart();
    if (epochs > 0) {
      run.takeUp(weights, epochs);
      undisturbedSince = epochs;
    }
  }

  /** Number of the last time that a run was begun or its weights were set. */
  int disturbance() {
    return disturbance;
  }

  /** Takes it for disturbed last as at some moment before. */
  void setDisturbed(int number, double since) {
    disturbance = number;
    undisturbedSince = since;
  }

  /** Lets all ghosts go: they are of another problem. */
  void forgetGhosts() {
    ghosts.clear();
  }

  /** Goes over to another experiment, at rest where it has come to. */
  void open(Experiment next, double epochs, Numbers weights) {
    ghosts.clear();
    sweep = null;
    layOut(next, epochs, weights);
  }

  /** Begins the experiment that the page opens with, beside the own numbers that there are. */
  void startAnew() {
    Experiment initial = Experiment.initial();
    ghosts.clear();
    layOut(
        initial.withData(initial.data().withOwn(experiment.data().own())),
        0,
        initial.start().parameters());
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

  /** Keeps the run so far as a ghost of some origin, with the settings that it had. */
  void keepRun(Ghost.Origin origin, Experiment settings) {
    if (run.epochs() > 0) {
      ghosts.add(origin, settings, run.snapshot(Method.BPTT).bpttCurve());
    }
  }

  /** Looks at a checkpoint, which pauses; one that there is not stands for the present. */
  void showCheckpoint(int index) {
    boolean exists = index >= 0 && index < run.timeline().size();
    if (!exists && checkpoint < 0) {
      return;
    }
    training = false;
    searching = false;
    divergence = null;
    replay.stop();
    show(Method.BPTT);
    checkpoint = exists ? index : -1;
  }

  /** Makes the checkpoint looked at the present; the run so far stays as a ghost. */
  void branch() {
    if (checkpoint >= 0) {
      keepRun(Ghost.Origin.BRANCHED, experiment);
      run.rewind(checkpoint);
      disturb();
      replay.forgetIfOver();
      undisturbedSince = run.epochs();
      show(Method.BPTT);
    }
  }

  // The run.

  /** Switches training on, or off with any replay. */
  void setTraining(boolean on) {
    training = on && !suspended;
    if (training) {
      replay.forgetIfOver();
      branch();
      show(Method.BPTT);
      divergence = null;
    } else {
      replay.cancel();
    }
  }

  /** Switches random search on or off. */
  void setSearching(boolean on) {
    searching = on && !suspended;
    if (searching) {
      show(Method.RANDOM_SEARCH);
    } else if (training) {
      show(Method.BPTT);
    }
  }

  /** Stops training and random search, and starts none until {@link #resume}. */
  void suspend() {
    training = false;
    searching = false;
    suspended = true;
  }

  /** Lets training and random search be started again. */
  void resume() {
    suspended = false;
  }

  /** Shows the network of a method, at present. */
  void show(Method method) {
    shown = method;
    checkpoint = -1;
    snapshot = null;
  }

  /** Takes the report of a divergence away. */
  void dismissDivergence() {
    divergence = null;
  }

  /** Keeps the run so far as a ghost. */
  void keepRun() {
    keepRun(Ghost.Origin.KEPT, experiment);
  }

  /** Gives a ghost another name. */
  void renameGhost(int slot, String name) {
    ghosts.rename(slot, name);
  }

  /** Lets a ghost go. */
  void removeGhost(int slot) {
    ghosts.remove(slot);
  }

  /** Starts the experiment from many seeds, so many epochs each. */
  void startSeeds(int epochs) {
    if (SeedSweep.isLength(epochs)) {
      sweep = new SeedSweep(experiment, epochs);
    }
  }

  /** Forgets the experiment from many seeds if it is not done. */
  void cancelSeeds() {
    if (sweep != null && !sweep.isDone()) {
      sweep = null;
    }
  }

  /** Does exactly so many epochs at once; a replay does them at its end. */
  void runEpochs(int count) {
    if (count < 1 || count > Command.EpochsRequested.MAX) {
      return;
    }
    branch();
    show(Method.BPTT);
    if (replay.isOn()) {
      replay.extend(count);
      return;
    }
    replay.cancel();
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

  /** Sets a parameter by hand. */
  void setParameter(int index, double value) {
    Numbers current = snapshot().parameters();
    if (index < 0
        || index >= current.size()
        || !Start.isParameter(value)
        || experiment.shape().holdsAtZero(index)) {
      return;
    }
    adopt(current.with(index, value));
  }

  /** Trains the best network of random search from here on. */
  void adoptBest() {
    if (run.tries() > 0) {
      adopt(run.parameters(Method.RANDOM_SEARCH));
      run.forgetSteps();
    }
  }

  /** Starts anew from the exact solution of the task, if there is one. */
  void showExactSolution() {
    ExactSolution solution = ExactSolution.of(problem, experiment.data());
    if (solution == null) {
      return;
    }
    Start start = experiment.start();
    experiment = experiment.withShape(solution.shape());
    experiment =
        experiment.withStart(new Start(start.source(), start.seed(), solution.parameters()));
    pointed = pointed.withoutNetwork();
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
    replay.cancel();
    run.setParameters(parameters);
    disturb();
    undisturbedSince = run.epochs();
    divergence = null;
    show(Method.BPTT);
  }

  /**
   * Starts anew from other parameters, to come up to the same epoch as before. If it diverges on
   * the way, the epoch that it did not reach stays the goal of the next move.
   */
  void moveStart(Numbers parameters) {
    if (!canStartFrom(parameters)) {
      return;
    }
    final Run before = run;
    final boolean trains = training;
    final boolean searches = searching;
    final double epochs = Math.max(replay.goal(), run.epochs());
    Start start = experiment.start();
    experiment =
        experiment.withStart(new Start(start.source(), start.seed(), withHeld(parameters)));
    restart();
    run.continueSearchOf(before);
    training = trains;
    searching = searches;
    replay.start(epochs);
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

  /** Back to the start parameters; from there, to what they were before they were set by hand. */
  void reset() {
    final Start start = experiment.start();
    final int before = disturbance;
    final boolean rests = run.epochs() == 0 && run.tries() == 0;
    if (rests) {
      experiment = experiment.withStart(Start.of(start.source(), start.seed(), experiment.shape()));
    }
    experiment = experiment.withCursor(0);
    restart();
    if (rests && experiment.start().equals(start)) {
      // All is as it was.
      disturbance = before;
    }
  }

  private void restart() {
    training = false;
    searching = false;
    divergence = null;
    show(Method.BPTT);
    undisturbedSince = 0;
    replay.cancel();
    run = newRun();
    runNumber++;
    disturb();
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

  // Work.

  /** Whether training or random search goes on. */
  boolean isRunning() {
    return training || searching;
  }

  /** Whether training comes up again to where it was before its start was moved. */
  boolean isReplaying() {
    return replay.isOn();
  }

  /** Epochs that a replay has yet to do. */
  double behind() {
    return replay.goal() - run.epochs();
  }

  /** One epoch of BPTT and as much work of random search; returns whether more is to do. */
  boolean workOnce() {
    if (training) {
      runEpoch();
    }
    if (searching) {
      for (int i = 0; i < Bptt.WORK_PER_EPOCH; i++) {
        run.attempt();
      }
    }
    return isRunning();
  }

  /** One epoch of a replay, for which random search waits; returns whether more is to do. */
  boolean replayOnce() {
    runEpoch();
    return replay.isOn();
  }

  /** Ends a piece of work: what is shown is measured anew. */
  void endWork() {
    snapshot = null;
    if (training || replay.isOn()) {
      findDivergence();
    }
    replay.endIfAt(run.epochs());
  }

  /** Many seeds, if they are of the present settings: others wait for theirs. */
  @Nullable SeedSweep seeds() {
    return sweep != null && sweep.isOf(experiment) ? sweep : null;
  }

  private void runEpoch() {
    divergence = run.epoch();
    if (divergence != null) {
      training = false;
      replay.stop();
      // The report speaks of the trained network, so that it must be the one that is seen.
      show(Method.BPTT);
    }
  }
}
