package io.github.unrolled.golden;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.RandomEvents;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.experiment.Training;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/**
 * Seeded computations that run on the virtual machine and, compiled like the page, in the browser.
 */
public final class Golden {
  private static final int EPOCHS = 10_000;
  private static final int TRIES = 2_000;
  private static final int SAMPLES = 20_000;
  private static final Numbers START = Numbers.of(1, 0.5, 0, 1, 0);

  /** Twenty steps without a rule. */
  private static final Numbers OWN =
      Numbers.of(3, -1, 4, 1e-3, -5, 9.5, 1, 2, 6, -5, 3, 5, -8, 9, 7, 9, 3, 2, 3, 8, -4);

  /** Learning rates from gentle to one that overflows. */
  private static final double[] RATES = {0.01, 0.3, 20};

  /** Limits of clipping that act never, sometimes and always. */
  private static final double[] LIMITS = {1e6, 1, 1e-3};

  private Golden() {}

  /** The count of activation functions to run. */
  @JSExport
  public static int activations() {
    return Activation.values().length;
  }

  /** 10 000 epochs of an activation on each task, scaling, clipping and rate in turn. */
  @JSExport
  public static double[] training(int activation) {
    Trace trace = new Trace();
    int turn = 0;
    for (Task task : Task.values()) {
      for (Scaling scaling : Scaling.values()) {
        for (Clipping.Kind kind : Clipping.Kind.values()) {
          Clipping clipping = new Clipping(kind, LIMITS[turn % 3]);
          double rate = RATES[turn / 3 % 3];
          trace(train(activation, task, scaling, clipping, rate, 300, trace), trace);
          turn++;
        }
      }
    }
    Clipping clipping = new Clipping(Clipping.Kind.GLOBAL_NORM, 0.05);
    trace(
        train(activation, Task.FIBONACCI, Scaling.NORMALIZED, clipping, 0.01, EPOCHS, trace),
        trace);
    clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 5);
    trace(train(activation, Task.SINE, Scaling.RAW, clipping, 0.1, EPOCHS, trace), trace);
    return trace.toArray();
  }

  private static Run train(
      int activation,
      Task task,
      Scaling scaling,
      Clipping clipping,
      double rate,
      int epochs,
      Trace trace) {
    Run run = newRun(activation, task, scaling, clipping, rate);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Divergence divergence = run.epoch();
      if (divergence != null) {
        trace(divergence, trace);
        return run;
      }
      if (epoch < 20) {
        trace.add(run.parameters(Method.BPTT));
      }
    }
    return run;
  }

  /** Random search with an activation. */
  @JSExport
  public static double[] search(int activation) {
    Trace trace = new Trace();
    for (Scaling scaling : Scaling.values()) {
      Clipping clipping = new Clipping(Clipping.Kind.OFF, 1);
      Run run = newRun(activation, Task.FIBONACCI, scaling, clipping, 0.01);
      for (int i = 0; i < TRIES; i++) {
        run.attempt();
      }
      trace(run, trace);
    }
    return trace.toArray();
  }

  private static Run newRun(
      int activation, Task task, Scaling scaling, Clipping clipping, double rate) {
    Numbers own = Numbers.of(3, -1, 4, 1e-3, -5, 9.5, 1e154, 2, 6);
    Problem problem = task.problem(20, own, scaling, 3, 42);
    NetworkShape shape = NetworkShape.unit(at(activation, Activation.values()));
    return new Run(
        shape,
        problem,
        START,
        shape.zeroState(),
        OptimizerKind.SGD,
        rate,
        clipping,
        Training.FULL_WINDOW,
        42);
  }

  /** The count of cell kinds to run. */
  @JSExport
  public static int cells() {
    return CellType.values().length;
  }

  /**
   * A cell in networks of three units and of one, with each optimizer: full and truncated
   * backpropagation, with and without memory, with and without test steps.
   */
  @JSExport
  public static double[] cell(int cell) {
    Trace trace = new Trace();
    int turn = 0;
    for (OptimizerKind optimizer : OptimizerKind.values()) {
      for (Task task : Task.values()) {
        NetworkShape shape =
            new NetworkShape(
                at(cell, CellType.values()),
                turn % 5 == 4 ? 1 : 3,
                at(turn % 4, Activation.values()),
                turn % 3 != 2);
        Problem problem = task.problem(20, OWN, Scaling.NORMALIZED, 1 + turn % 8, turn);
        int window = turn % 2 == 0 ? Training.FULL_WINDOW : 1 + turn % 7;
        trace(train(shape, problem.withTrainSteps(20 - turn % 4), optimizer, window), trace);
        turn++;
      }
    }
    return trace.toArray();
  }

  private static Run train(
      NetworkShape shape, Problem problem, OptimizerKind optimizer, int window) {
    Numbers start = Start.of(StartWeights.SEEDED, 3, shape).parameters();
    Clipping clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 5);
    Run run =
        new Run(shape, problem, start, shape.zeroState(), optimizer, 0.01, clipping, window, 42);
    for (int epoch = 0; epoch < 100; epoch++) {
      if (run.epoch() != null) {
        return run;
      }
      run.attempt();
    }
    return run;
  }

  /** The exact solutions of the tasks that have one, before and after a short training. */
  @JSExport
  public static double[] solutions() {
    Trace trace = new Trace();
    for (Task task : Task.values()) {
      for (Scaling scaling : Scaling.values()) {
        ManualFrames frames = new ManualFrames();
        Store store = new Store(Experiment.initial(), frames, frames, state -> {});
        store.dispatch(new Change.TaskChosen(task));
        store.dispatch(new Change.ScalingChosen(scaling));
        store.dispatch(new Command.ExactSolutionRequested());
        trace(store.state(), trace);
        store.dispatch(new Command.EpochsRequested(100));
        trace(store.state(), trace);
      }
    }
    return trace.toArray();
  }

  /** The elementary functions over their whole range. */
  @JSExport
  public static double[] elementary() {
    Trace trace = new Trace();
    Rng rng = new Rng(1, 0);
    for (int i = 0; i < SAMPLES; i++) {
      double exponent = rng.uniform(-40, 10);
      double x = (i % 2 == 0 ? 1 : -1) * Elementary.exp(exponent);
      addFunctions(i % 4 < 2 ? x : rng.uniform(-800, 800), trace);
    }
    double[] special = {
      0,
      -0.0,
      0.5,
      -0.625,
      708,
      -708,
      709.75,
      709.875,
      710,
      -708.5,
      -720,
      -745,
      -745.25,
      -746,
      746,
      0x1p1000,
      -0x1p1000,
      0x1p-1074,
      -0x1p-1074,
      0x1p-1030,
      18.75,
      19.125,
      372,
      373,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN
    };
    for (double x : special) {
      addFunctions(x, trace);
    }
    return trace.toArray();
  }

  private static void addFunctions(double x, Trace trace) {
    trace.add(Elementary.exp(x));
    for (Activation activation : Activation.values()) {
      trace.add(activation.value(x));
      trace.add(activation.derivative(x));
    }
    if (Math.abs(x) <= 1_000) {
      trace.add(Elementary.sin(x));
      trace.add(Elementary.sin(x * 1_000));
    }
  }

  /** Random numbers from several seeds. */
  @JSExport
  public static double[] random() {
    Trace trace = new Trace();
    for (int seed = -3; seed < 20; seed++) {
      Rng rng = new Rng(seed * 77_777_777, seed);
      for (int i = 0; i < 200; i++) {
        trace.add(rng.nextInt());
        trace.add(rng.nextDouble());
        trace.add(rng.nextInt(1 + i));
        trace.add(rng.uniform(-3, 0.1 + i));
      }
    }
    return trace.toArray();
  }

  /** Scaling, norms and clipping of numbers of all sizes. */
  @JSExport
  public static double[] vectors() {
    Trace trace = new Trace();
    Rng rng = new Rng(2, 0);
    for (int i = 0; i < 3_000; i++) {
      double[] x = new double[1 + rng.nextInt(6)];
      double size = Elementary.exp(rng.uniform(-745, 709));
      for (int j = 0; j < x.length; j++) {
        x[j] = rng.uniform(-1.79, 1.79) * size;
      }
      Problem problem =
          Problem.nextValue(Numbers.of(x[0], x[x.length - 1], size), Scaling.NORMALIZED);
      trace.add(problem.inputs());
      trace.add(problem.units().toRaw(rng.uniform(-2, 2)));
      double norm = Vectors.norm(x);
      trace.add(norm);
      Clipping.Kind kind = at(i % 3, Clipping.Kind.values());
      boolean acted = new Clipping(kind, Elementary.exp(rng.uniform(-10, 10))).clip(x, norm);
      trace.add(acted ? 1 : 0);
      trace.add(x);
    }
    return trace.toArray();
  }

  /** Random events through a store, and the state after each frame. */
  @JSExport
  public static double[] session(int seed) {
    Trace trace = new Trace();
    ManualFrames frames = new ManualFrames();
    frames.setCostOfReading(1);
    RandomEvents events = new RandomEvents(seed);
    Store store = new Store(Experiment.initial(), frames, frames, state -> trace(state, trace));
    for (int i = 0; i < 60; i++) {
      store.dispatch(events.next());
      if (events.once(2)) {
        frames.draw(16);
      }
    }
    return trace.toArray();
  }

  /** Numbers as the page writes and reads them, with the browser's own digits. */
  @JSExport
  public static String texts() {
    return texts(new EngineDecimals());
  }

  static String texts(Decimals decimals) {
    NumberFormat format = new NumberFormat(decimals);
    NumberReader reader = new NumberReader(decimals);
    StringBuilder text = new StringBuilder();
    Rng rng = new Rng(3, 0);
    for (int i = 0; i < SAMPLES / 4; i++) {
      double size = Elementary.exp(i % 2 == 0 ? rng.uniform(-12, 16) : rng.uniform(-745, 709));
      double v = i % 3 == 0 ? size : rng.uniform(-1.79, 1.79) * size;
      double shown = i % 5 == 0 && Math.abs(v) < 1e9 ? (int) v : v;
      String full = format.full(shown);
      text.append(format.significant(shown)).append(' ').append(full).append(' ');
      text.append(format.integer((int) (v % 1e9))).append(' ');
      text.append(format.forSeries(new double[] {1, shown}).apply(shown)).append(' ');
      text.append(reader.read(full).value() == shown ? "same" : "other").append('\n');
    }
    return text.toString();
  }

  private static void trace(State state, Trace trace) {
    trace.add(state.run().number());
    trace.add(state.experiment().cursor());
    trace.add(state.pointed().step());
    trace.add(state.pointed().parameter());
    trace.add(state.pointed().strip());
    trace.add(state.pointed().unit());
    trace.add(state.experiment().takeover());
    trace.add(state.run().checkpoint());
    trace.add(state.run().presentEpoch());
    trace.add(state.run().timeline().size());
    for (Ghost ghost : state.compared().ghosts()) {
      trace.add(ghost.slot());
      trace.add(ghost.curve().work());
      trace.add(ghost.curve().loss());
    }
    trace.add(state.activity().training() ? 1 : 0);
    trace.add(state.activity().searching() ? 1 : 0);
    trace(state.run().divergence(), trace);
    trace.add(state.experiment().start().parameters());
    trace.add(state.problem().inputs());
    trace.add(state.problem().targets());
    trace(state.snapshot(), trace);
  }

  private static void trace(Run run, Trace trace) {
    trace(run.snapshot(Method.BPTT), trace);
    trace(run.snapshot(Method.RANDOM_SEARCH), trace);
  }

  private static void trace(Snapshot snapshot, Trace trace) {
    trace.add(snapshot.method() == Method.BPTT ? 1 : 0);
    trace.add(snapshot.epochs());
    trace.add(snapshot.tries());
    trace.add(snapshot.parameters());
    trace.add(snapshot.loss());
    trace.add(snapshot.bestLoss());
    trace(snapshot.overflow(), trace);
    trace.add(snapshot.testLoss());
    trace(snapshot.pass(), trace);
    trace.add(snapshot.gradient());
    trace.add(snapshot.gradientNorm());
    trace.add(snapshot.clipped() ? 1 : 0);
    trace.add(snapshot.bpttCurve().work());
    trace.add(snapshot.bpttCurve().loss());
    trace.add(snapshot.searchCurve().work());
    trace.add(snapshot.searchCurve().loss());
  }

  private static void trace(Pass pass, Trace trace) {
    final CellType cell = pass.cell();
    for (int t = 0; t < pass.steps(); t++) {
      for (int unit = 0; unit < pass.hiddenSize(); unit++) {
        for (int gate = 0; gate < cell.gateCount(); gate++) {
          trace.add(pass.preActivation(t, gate * pass.hiddenSize() + unit));
          trace.add(cell == CellType.ELMAN ? pass.slope(t, unit) : pass.gate(t, gate, unit));
        }
        if (cell == CellType.GRU) {
          trace.add(pass.candidateMemory(t, unit));
        }
        if (cell.hasCellState()) {
          trace.add(pass.cellState(t, unit));
        }
        trace.add(pass.hiddenState(t, unit));
        trace.add(pass.hiddenGradient(t, unit));
      }
      trace.add(pass.output(t));
    }
  }

  private static void trace(@Nullable Divergence divergence, Trace trace) {
    if (divergence == null) {
      trace.add(-1);
      return;
    }
    trace.add(divergence.epoch());
    trace.add(indexOf(divergence.term()));
    trace.add(divergence.step());
    trace.add(divergence.parameter());
  }

  private static int indexOf(Divergence.Term term) {
    int index = 0;
    for (Divergence.Term other : Divergence.Term.values()) {
      if (other == term) {
        return index;
      }
      index++;
    }
    throw new IllegalArgumentException("term: unknown");
  }

  private static <T> T at(int index, T[] values) {
    return values[index];
  }
}
