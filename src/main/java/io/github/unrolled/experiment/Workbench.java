package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An experiment and its run: the work that goes on, the network shown, the elements pointed at, and
 * the earlier runs kept as ghosts. Events act on it. It does not know the time; the caller requests
 * one epoch after another.
 */
public final class Workbench {
  private Experiment experiment;
  private Problem problem;
  private Run run;
  private int runNumber;
  private final Shown shown = new Shown();
  private boolean training;
  private boolean searching;
  private final Replay replay = new Replay();

  /** Whether nothing may start, because the playground is not in a document. */
  private boolean suspended;

  private @Nullable Divergence divergence;
  private final Comparison comparison = new Comparison();
  private final Disturbance disturbance = new Disturbance();
  private Pointed pointed = Pointed.NOTHING;
  private Look look = Look.INITIAL;
  private final UndoRedo undoRedo = new UndoRedo(this);

  /** Prepares an experiment, paused. */
  Workbench(Experiment initial) {
    experiment = initial;
    problem = initial.problem();
    run = newRun();
  }

  /** The present settings. */
  Experiment experiment() {
    return experiment;
  }

  /** The present task, made concrete. */
  Problem problem() {
    return problem;
  }

  /** What the run is compared with. */
  Comparison comparison() {
    return comparison;
  }

  /** When the run was disturbed last. */
  Disturbance disturbance() {
    return disturbance;
  }

  /** Undo and redo of events on this workbench. */
  UndoRedo undoRedo() {
    return undoRedo;
  }

  /** The work that goes on from frame to frame. */
  Activity activity() {
    return new Activity(training, searching, replay.isOn());
  }

  /** The state for the views. */
  State state() {
    return new State(
        experiment,
        problem,
        snapshot(),
        new RunState(
            runNumber,
            run.timeline(),
            shown.checkpoint(),
            run.epochs(),
            run.sample(),
            divergence,
            disturbance.number(),
            disturbance.since()),
        activity(),
        comparison.of(experiment),
        pointed,
        look,
        undoRedo.changes());
  }

  private Snapshot snapshot() {
    return shown.snapshot(run);
  }

  // Pointing and visibility.

  /** What is pointed at. */
  Pointed pointed() {
    return pointed;
  }

  /** Points at something else. */
  void pointAt(Pointed next) {
    pointed = next;
  }

  /** The visible parts of the playground. */
  Look look() {
    return look;
  }

  /** Shows other parts of the playground, or opens other instruments. */
  void lookAt(Look next) {
    look = next;
  }

  /** What is around the experiment now. */
  Surroundings surroundings() {
    return comparison.surroundings(look);
  }

  /** Restores earlier surroundings. */
  void surroundWith(Surroundings then) {
    look = then.look();
    comparison.takeBack(then);
  }

  // Settings.

  /** Changes the settings and keeps the run as far as they share it. */
  void change(Experiment next) {
    Experiment before = experiment;
    if (next.isSameButStartState(before)) {
      changeStartState(next.start().state());
      return;
    }
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
      comparison.forgetGhosts();
    }
    // Other start parameters than those a run has trained from belong to another run.
    boolean startsElsewhere =
        run.epochs() > 0 && !next.start().parameters().equals(before.start().parameters());
    if (!next.sharesRunWith(before) || startsElsewhere) {
      leaveGhost(before, next);
      restart();
      return;
    }
    if (!next.training().equals(before.training())) {
      apply(next.training());
      if (!next.training().withSpeed(before.training().speed()).equals(before.training())) {
        disturbance.note(run.epochs());
      }
    }
    if (!next.start().equals(before.start())) {
      replay.stop();
      branch();
      run.setParameters(next.start().parameters());
      disturbance.count(run.epochs());
      shown.measureAnew();
    }
  }

  /** Starts the shown network from another state. */
  private void changeStartState(Numbers state) {
    if (!state.equals(experiment.start().state())) {
      carryOver(settings -> settings.withStartState(state));
    }
  }

  /**
   * Sets an input of a sequence by hand, which makes it custom numbers; ignored for a memory task.
   *
   * @param step 1 to T; T + 1 for the last target
   * @param value in the units of the sequence
   */
  void setInput(int step, double value) {
    if (!problem.predictsInput() || step < 1 || !Double.isFinite(value)) {
      return;
    }
    Numbers targets = problem.rawTargets();
    double[] numbers = Arrays.copyOf(problem.rawInputs().toArray(), targets.size() + 1);
    numbers[targets.size()] = targets.get(targets.size() - 1);
    if (step <= numbers.length && numbers[step - 1] != value) {
      numbers[step - 1] = value;
      Data data = experiment.data().withInputs(Numbers.of(numbers));
      carryOver(settings -> settings.withSameNetwork(data));
      comparison.forgetGhosts();
    }
  }

  /**
   * Shows the same network in changed circumstances. Its weights and epochs stay and work goes on,
   * but in a new run: losses in other circumstances would not belong to the same curve.
   */
  private void carryOver(UnaryOperator<Experiment> change) {
    final Numbers weights = snapshot().parameters();
    final boolean trains = training;
    final boolean searches = searching;
    branch();
    final double epochs = run.epochs();
    experiment = change.apply(experiment);
    problem = experiment.problem();
    restart();
    if (epochs > 0) {
      run.takeUp(weights, epochs);
      disturbance.note(epochs);
    } else {
      adopt(weights);
    }
    training = trains;
    searching = searches;
  }

  /** Applies these settings to all further training. */
  private void apply(Training settings) {
    run.setLearningRate(settings.learningRate());
    run.setClipping(settings.clipping());
    run.setOptimizer(settings.optimizer());
    run.setWindow(settings.window());
    shown.measureAnew();
  }

  /** The present moment of the experiment, to return to. */
  Moment moment() {
    return new Moment(
        experiment,
        run.epochs(),
        run.parameters(Method.BPTT),
        run,
        disturbance.number(),
        disturbance.since(),
        null);
  }

  /** Whether the run is the one of a moment, after the same number of epochs. */
  boolean isAt(Moment then) {
    return then.run() == run && run.epochs() == then.epochs();
  }

  /** Restores settings and weights that this very run had at this very epoch. */
  void setBack(Experiment settings, Numbers weights) {
    change(settings);
    adopt(weights);
    experiment = settings;
  }

  /** Prepares other settings with a run of theirs, paused where it is. */
  void layOut(Experiment next, Run itsRun) {
    layOut(next, 0, next.start().parameters());
    run = itsRun;
    apply(next.training());
  }

  /** Prepares other settings, paused after epochs of training that gave these weights. */
  void layOut(Experiment next, double epochs, Numbers weights) {
    pointed = Pointed.NOTHING;
    experiment = next;
    problem = next.problem();
    restart();
    if (epochs > 0) {
      run.takeUp(weights, epochs);
      disturbance.note(epochs);
    }
  }

  /** Opens another experiment, paused where it is. */
  void open(Experiment next, double epochs, Numbers weights) {
    comparison.forgetAll();
    layOut(next, epochs, weights);
  }

  /** Starts the experiment that the page opens with, but keeps custom numbers. */
  void startAnew() {
    Experiment initial = Experiment.initial();
    comparison.forgetGhosts();
    layOut(
        initial.withData(initial.data().withOwn(experiment.data().own())),
        0,
        initial.start().parameters());
  }

  /** Starts everything anew, as the page opens, but keeps custom numbers. */
  void startOver() {
    startAnew();
    comparison.forgetAll();
    look = Look.INITIAL;
  }

  /** Keeps the run as a ghost for comparison if only memory was switched. */
  private void leaveGhost(Experiment before, Experiment next) {
    boolean memory = before.shape().memory();
    if (next.data().isSameProblem(before.data())
        && next.shape().equals(before.shape().withMemory(!memory))
        && next.start().seed() == before.start().seed()) {
      keepRun(Ghost.Origin.MEMORY_SWITCHED, before);
    }
  }

  /** Keeps the run so far as a ghost, with its origin and settings. */
  void keepRun(Ghost.Origin origin, Experiment settings) {
    comparison.keep(run, origin, settings);
  }

  /** Displays a checkpoint and pauses; an unknown index stands for the present. */
  void showCheckpoint(int index) {
    boolean exists = index >= 0 && index < run.timeline().size();
    if (!exists && !shown.isPast()) {
      return;
    }
    training = false;
    searching = false;
    divergence = null;
    replay.stop();
    shown.past(exists ? index : -1);
  }

  /** Makes the displayed checkpoint the present; the run so far stays as a ghost. */
  void branch() {
    if (shown.isPast()) {
      keepRun(Ghost.Origin.BRANCHED, experiment);
      run.rewind(shown.checkpoint());
      disturbance.count(run.epochs());
      replay.forgetIfOver();
      show(Method.BPTT);
    }
  }

  // The run.

  /** Switches training on, or off together with any replay. */
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

  /** Stops training and random search, and blocks them until {@link #resume}. */
  void suspend() {
    training = false;
    searching = false;
    suspended = true;
  }

  /** Allows training and random search to start again. */
  void resume() {
    suspended = false;
  }

  /** Shows the present network of a method. */
  void show(Method method) {
    shown.present(method);
  }

  /** Dismisses the report of a divergence. */
  void dismissDivergence() {
    divergence = null;
  }

  /** Keeps the run so far as a ghost. */
  void keepRun() {
    keepRun(Ghost.Origin.KEPT, experiment);
  }

  /** Runs exactly {@code count} epochs at once; a replay appends them to its goal. */
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

  /** Runs the epoch that detects an overflow of these weights, before the page shows them. */
  private void findDivergence() {
    shown.measureAnew();
    if (divergence == null && shown.isTrained() && snapshot().overflow() != null) {
      runEpoch();
      shown.measureAnew();
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

  /** Continues training from the best network of random search. */
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
    experiment =
        experiment
            .withShape(solution.shape())
            .withStartParameters(solution.parameters())
            .withStartState(solution.shape().zeroState());
    pointed = pointed.withoutNetwork();
    restart();
  }

  /** Makes these the parameters that training continues from; at epoch 0, the start parameters. */
  private void adopt(Numbers parameters) {
    branch();
    if (run.epochs() == 0) {
      experiment = experiment.withStartParameters(withHeld(parameters));
    }
    replay.cancel();
    run.setParameters(parameters);
    disturbance.count(run.epochs());
    divergence = null;
    show(Method.BPTT);
  }

  /**
   * Starts anew from other parameters and replays up to the same epoch as before. If training
   * diverges first, the epoch it missed stays the goal of the next move.
   */
  void moveStart(Numbers parameters) {
    if (!canStartFrom(parameters)) {
      return;
    }
    final Run before = run;
    final boolean trains = training;
    final boolean searches = searching;
    final double epochs = Math.max(replay.goal(), run.epochs());
    experiment = experiment.withStartParameters(withHeld(parameters));
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

  /** Returns parameters with start values kept for those now held at zero. */
  private Numbers withHeld(Numbers parameters) {
    Numbers kept = parameters;
    for (int i = 0; i < parameters.size(); i++) {
      if (experiment.shape().holdsAtZero(i)) {
        kept = kept.with(i, experiment.start().parameters().get(i));
      }
    }
    return kept;
  }

  /**
   * Returns to the start parameters; a second call also undoes those set by hand, and the start
   * state.
   */
  void reset() {
    final Start start = experiment.start();
    final int before = disturbance.number();
    final boolean rests = run.epochs() == 0 && run.tries() == 0;
    if (rests) {
      experiment = experiment.withStart(Start.of(start.source(), start.seed(), experiment.shape()));
    }
    experiment = experiment.withCursor(0);
    restart();
    if (rests && experiment.start().equals(start)) {
      // Nothing has changed.
      disturbance.setBack(before, disturbance.since());
    }
  }

  private void restart() {
    training = false;
    searching = false;
    divergence = null;
    show(Method.BPTT);
    replay.cancel();
    run = newRun();
    runNumber++;
    disturbance.count(0);
  }

  private Run newRun() {
    Training settings = experiment.training();
    return new Run(
        experiment.shape(),
        problem,
        experiment.start().parameters(),
        experiment.start().state(),
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

  /** Whether a replay is running. */
  boolean isReplaying() {
    return replay.isOn();
  }

  /** Number of epochs left in a replay. */
  double behind() {
    return replay.goal() - run.epochs();
  }

  /** Does one epoch of BPTT and as much work of random search; returns whether more is left. */
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

  /** Does one epoch of a replay, while random search waits; returns whether more is left. */
  boolean replayOnce() {
    runEpoch();
    return replay.isOn();
  }

  /** Ends a piece of work: the network shown is measured anew. */
  void endWork() {
    shown.measureAnew();
    if (training || replay.isOn()) {
      findDivergence();
    }
    replay.endIfAt(run.epochs());
  }

  /** The experiment from many seeds; null if it has other settings than the present. */
  @Nullable SeedSweep seeds() {
    return comparison.seeds(experiment);
  }

  private void runEpoch() {
    divergence = run.epoch();
    if (divergence != null) {
      training = false;
      replay.stop();
      // The report describes the trained network, so that network must be the one shown.
      show(Method.BPTT);
    }
  }
}
