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
 * An experiment and its run: what of it goes on, what is shown of it, and the earlier runs that
 * stay as ghosts. It knows no time; whoever has some to spend asks for one epoch after the other.
 */
final class Workbench {
  private Experiment experiment;
  private Problem problem;
  private Run run;
  private int runNumber;
  private Method shown = Method.BPTT;
  private @Nullable Snapshot snapshot;
  private boolean training;
  private boolean searching;
  private @Nullable Divergence divergence;
  private final Pointed pointing;
  private final Ghosts ghosts = new Ghosts();

  /** Checkpoint that is looked at, or -1 for the present. */
  private int moment = -1;

  private double undisturbedSince;
  private @Nullable SeedSweep sweep;

  /** Whether training comes up to {@link #goal} again after its start was moved. */
  private boolean replaying;

  private double goal;

  /** Numbers each time that a run was begun or its weights were set, but not trained. */
  private int disturbance;

  private int lastDisturbance;

  /**
   * Lays out an experiment, not running.
   *
   * @param pointing forgets what is no longer there
   */
  Workbench(Experiment initial, Pointed pointing) {
    this.pointing = pointing;
    experiment = initial;
    problem = initial.problem();
    run = newRun();
  }

  /** The settings now. */
  Experiment experiment() {
    return experiment;
  }

  /** The task made concrete. */
  Problem problem() {
    return problem;
  }

  /** All that there is to see. */
  State state(Look look, int undoable, int redoable) {
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
        replaying,
        divergence,
        pointing.step(),
        pointing.parameter(),
        pointing.lastParameter(),
        pointing.strip(),
        pointing.unit(),
        ghosts.list(),
        undisturbedSince,
        seeds(),
        look.instruments(),
        look.parts(),
        disturbance,
        undoable,
        redoable);
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot;
    if (known == null) {
      known = moment < 0 ? run.snapshot(shown) : run.snapshotOf(moment);
      snapshot = known;
    }
    return known;
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
      pointing.forgetSteps();
    }
    if (!next.shape().equals(before.shape())) {
      pointing.forgetNetwork();
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
      train(next.training());
      if (!next.training().withSpeed(before.training().speed()).equals(before.training())) {
        undisturbedSince = run.epochs();
      }
    }
    if (!next.start().equals(before.start())) {
      replaying = false;
      branch();
      run.setParameters(next.start().parameters());
      disturb();
      snapshot = null;
      undisturbedSince = run.epochs();
    }
  }

  /** Has the run train as these settings say. */
  private void train(Training settings) {
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

  /**
   * Goes back to a moment. What training has done by itself since stays if only settings differ;
   * else the run rests where it was then, with its curve if that is still there.
   */
  void goBackTo(Moment then) {
    if (then.disturbance() == disturbance) {
      // The cursor is no change, so that it stays.
      int last = then.experiment().data().steps();
      change(then.experiment().withCursor(Math.min(experiment.cursor(), last)));
      return;
    }
    Experiment before = experiment;
    Run untouched = then.untouched();
    show(Method.BPTT);
    if (then.run() == run && run.epochs() == then.epochs()) {
      change(then.experiment());
      adopt(then.weights());
      experiment = then.experiment();
    } else if (untouched != null) {
      settle(then.experiment());
      restart();
      run = untouched;
      train(then.experiment().training());
    } else {
      if (then.experiment().sharesRunWith(before)) {
        keepRun(Ghost.Origin.BRANCHED, before);
      }
      settle(then.experiment());
      restart();
      takeUp(then.weights(), then.epochs());
    }
    if (!then.experiment().data().isSameProblem(before.data())) {
      ghosts.clear();
    }
    disturbance = then.disturbance();
    undisturbedSince = then.undisturbedSince();
  }

  /** Takes over settings and all that follows from them, but for the run. */
  private void settle(Experiment next) {
    pointing.forgetSteps();
    pointing.forgetNetwork();
    experiment = next;
    problem = next.problem();
  }

  private void takeUp(Numbers weights, double epochs) {
    if (epochs > 0) {
      run.takeUp(weights, epochs);
      undisturbedSince = epochs;
    }
  }

  /** Goes over to another experiment, at rest where it has come to. */
  void open(Experiment next, double epochs, Numbers weights) {
    ghosts.clear();
    sweep = null;
    settle(next);
    restart();
    takeUp(weights, epochs);
  }

  /** Begins the experiment that the page opens with, beside the own numbers that there are. */
  void startAnew() {
    Experiment initial = Experiment.initial();
    ghosts.clear();
    settle(initial.withData(initial.data().withOwn(experiment.data().own())));
    restart();
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

  /** Looks at a checkpoint, which pauses; one that there is not stands for the present. */
  void showEpoch(int checkpoint) {
    boolean exists = checkpoint >= 0 && checkpoint < run.timeline().size();
    if (!exists && moment < 0) {
      return;
    }
    training = false;
    searching = false;
    divergence = null;
    replaying = false;
    show(Method.BPTT);
    moment = exists ? checkpoint : -1;
  }

  /** Makes the moment looked at the present; the run so far stays as a ghost. */
  void branch() {
    if (moment >= 0) {
      keepRun(Ghost.Origin.BRANCHED, experiment);
      run.rewind(moment);
      disturb();
      goal = 0;
      undisturbedSince = run.epochs();
      show(Method.BPTT);
    }
  }

  // What is asked for by command.

  /** Switches training on, or off with any replay. */
  void setTraining(boolean on) {
    training = on;
    if (training) {
      if (!replaying) {
        goal = 0;
      }
      branch();
      show(Method.BPTT);
      divergence = null;
    } else {
      replaying = false;
      goal = 0;
    }
  }

  /** Switches random search on or off. */
  void setSearching(boolean on) {
    searching = on;
    if (searching) {
      show(Method.RANDOM_SEARCH);
    } else if (training) {
      show(Method.BPTT);
    }
  }

  /** Has training and random search rest. */
  void rest() {
    training = false;
    searching = false;
  }

  /** Shows the network of a method, at present. */
  void show(Method method) {
    shown = method;
    moment = -1;
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

  /** Has the best network of random search trained on. */
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
    pointing.forgetNetwork();
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
    replaying = false;
    goal = 0;
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
    return replaying;
  }

  /** Epochs that a replay has yet to do. */
  double behind() {
    return goal - run.epochs();
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
    return replaying;
  }

  /** Ends a piece of work: what is shown is measured anew. */
  void endWork() {
    snapshot = null;
    if (training || replaying) {
      findDivergence();
    }
    replaying = replaying && run.epochs() < goal;
  }

  /** Many seeds, if they are of the present settings: others wait for theirs. */
  @Nullable SeedSweep seeds() {
    return sweep != null && sweep.isOf(experiment) ? sweep : null;
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
