package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever events come in whatever order, nothing throws, nothing is lost and no NaN is shown. */
@Execution(ExecutionMode.CONCURRENT)
class StorePropertyTest {
  private static final int SEQUENCES = 4_000;
  private static final int EVENTS = 40;
  private static final List<String> WORTH_SEEING =
      List.of(
          "diverged",
          "searched",
          "memory off, one unit",
          "memory off, Elman (RNN)",
          "memory off, GRU",
          "memory off, LSTM",
          "edited, one unit",
          "edited, Elman (RNN)",
          "edited, GRU",
          "edited, LSTM",
          "takeover",
          "delay",
          "split",
          "truncated",
          "ghost",
          "start moved",
          "kept",
          "past");

  private static final Numbers TOO_MANY = Numbers.of(new double[501]);

  @Test
  void noSequenceOfEventsBreaksTheStore() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Session session = new Session(seed);
      for (int i = 0; i < EVENTS; i++) {
        session.advance();
        State state = session.store.state();
        checkExperiment(state);
        checkRun(state);
        count(state, session.event, seen);
      }
    }
    // Otherwise the events would be too tame to show anything.
    for (String what : WORTH_SEEING) {
      assertTrue(seen.getOrDefault(what, 0) > 100, what + ": " + seen);
    }
  }

  /** Counts what makes a state worth looking at. */
  private static void count(State state, Event event, Map<String, Integer> seen) {
    Experiment experiment = state.experiment();
    NetworkShape shape = experiment.shape();
    String network = shape.isScalar() ? "one unit" : shape.cell().label();
    if (state.run().divergence() != null) {
      seen.merge("diverged", 1, Integer::sum);
    }
    if (state.snapshot().method() == Method.RANDOM_SEARCH) {
      seen.merge("searched", 1, Integer::sum);
    }
    if (!shape.memory()) {
      seen.merge("memory off, " + network, 1, Integer::sum);
    }
    if (event instanceof Command.ParameterSet set
        && set.index() >= 0
        && set.index() < state.snapshot().parameters().size()
        && set.value() == state.snapshot().parameters().get(set.index())) {
      seen.merge("edited, " + network, 1, Integer::sum);
    }
    if (experiment.takeover() > 0 && state.problem().predictsInput()) {
      seen.merge("takeover", 1, Integer::sum);
    }
    if (experiment.data().task() == Task.ECHO && experiment.data().delay() != 3) {
      seen.merge("delay", 1, Integer::sum);
    }
    if (experiment.data().testSteps() > 0 && state.snapshot().epochs() > 0) {
      seen.merge("split", 1, Integer::sum);
    }
    if (experiment.training().window() < state.problem().trainSteps()) {
      seen.merge("truncated", 1, Integer::sum);
    }
    if (event instanceof Command.StartMoved moved
        && moved.parameters().equals(experiment.start().parameters())) {
      seen.merge("start moved", 1, Integer::sum);
    }
    if (state.otherMemory() != null) {
      seen.merge("ghost", 1, Integer::sum);
    }
    if (state.compared().ghosts().stream()
        .anyMatch(ghost -> ghost.origin() != Ghost.Origin.MEMORY_SWITCHED)) {
      seen.merge("kept", 1, Integer::sum);
    }
    if (state.showsPast()) {
      seen.merge("past", 1, Integer::sum);
    }
  }

  @Test
  void eventsOfEveryKindAreDrawn() {
    Set<Class<?>> all = new HashSet<>();
    all.addAll(List.of(Change.class.getPermittedSubclasses()));
    all.addAll(List.of(Command.class.getPermittedSubclasses()));
    RandomEvents events = new RandomEvents(1);
    for (int i = 0; i < 5_000; i++) {
      all.remove(events.next().getClass());
    }
    assertEquals(Set.of(), all);
  }

  @Test
  void everyNumberShownIsWrittenAsOneOrAsOverflow() {
    NumberFormat format = new NumberFormat(new JvmDecimals());
    int overflows = 0;
    for (int seed = 0; seed < SEQUENCES; seed += 10) {
      Session session = new Session(seed);
      for (int i = 0; i < EVENTS; i++) {
        session.advance();
      }
      for (double number : shown(session.store.state())) {
        String text = format.significant(number);
        assertFalse(text.contains("NaN") || text.contains("Inf"), text);
        assertEquals(Double.isFinite(number), !text.equals(NumberFormat.OVERFLOW));
        overflows += Double.isFinite(number) ? 0 : 1;
      }
    }
    assertTrue(overflows > 0);
  }

  @Test
  void theSameEventsGiveTheSameStatesToTheBit() {
    for (int seed = 0; seed < SEQUENCES; seed += 5) {
      Session one = new Session(seed);
      Session other = new Session(seed);
      for (int i = 0; i < EVENTS; i++) {
        one.advance();
        other.advance();
      }
      assertEquals(Numbers.of(one.numbers()), Numbers.of(other.numbers()), "seed " + seed);
      assertEquals(one.store.state().experiment(), other.store.state().experiment());
    }
    assertNotEquals(
        Numbers.of(new Session(1).advanced().numbers()),
        Numbers.of(new Session(2).advanced().numbers()));
  }

  @Test
  void aHugeWeightOnALongSequenceOverflowsAndIsSaid() {
    Session session = new Session(1);
    Store store = session.store;
    store.dispatch(new Change.ActivationChosen(Activation.LINEAR));
    store.dispatch(new Change.LengthChanged(Task.MAX_STEPS));
    store.dispatch(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 1e6));
    assertEquals(1e6, store.state().snapshot().parameters().get(ElmanUnit.HIDDEN_WEIGHT));
    store.dispatch(new Command.EpochsRequested(1));
    assertNotEquals(null, store.state().run().divergence());
    assertNotEquals(null, store.state().snapshot().overflow());
    assertEquals(0, store.state().snapshot().epochs());
    checkExperiment(store.state());
    checkRun(store.state());
    store.dispatch(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 0.5));
    assertNull(store.state().snapshot().overflow());
  }

  static Stream<Event> outOfRange() {
    double nan = Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    return Stream.of(
        new Change.LengthChanged(2),
        new Change.LengthChanged(61),
        new Change.LengthChanged(Integer.MIN_VALUE),
        new Change.OwnNumbersEntered(Numbers.of()),
        new Change.OwnNumbersEntered(Numbers.of(1, 2)),
        new Change.OwnNumbersEntered(TOO_MANY),
        new Change.OwnNumbersEntered(Numbers.of(1, nan, 2)),
        new Change.OwnNumbersEntered(Numbers.of(1, 2, infinite)),
        new Change.LearningRateChanged(nan),
        new Change.LearningRateChanged(infinite),
        new Change.LearningRateChanged(0),
        new Change.LearningRateChanged(-0.1),
        new Change.LearningRateChanged(101),
        new Change.ClipLimitChanged(nan),
        new Change.ClipLimitChanged(0),
        new Change.ClipLimitChanged(-5),
        new Change.ClipLimitChanged(infinite),
        new Change.SeedEntered(-1),
        new Change.SeedEntered(Start.MAX_SEED + 1),
        new Change.SteppedBack(),
        new Command.ParameterSet(0, nan),
        new Command.ParameterSet(0, infinite),
        new Command.ParameterSet(-1, 1),
        new Command.ParameterSet(5, 1),
        new Command.StartMoved(Numbers.of(1, 2, 3, 4)),
        new Command.StartMoved(Numbers.of(1, 2, 3, 4, nan)),
        new Command.StartMoved(Numbers.of(1, 2, 3, 4, 1.1e6)),
        new Command.EpochsRequested(0),
        new Command.EpochsRequested(-1),
        new Command.EpochsRequested(10_001),
        new Command.StepPointedAt(-1),
        new Change.HiddenSizeChanged(0),
        new Change.HiddenSizeChanged(NetworkShape.MAX_HIDDEN_SIZE + 1),
        new Change.HiddenSizeChanged(Integer.MIN_VALUE),
        new Change.DelayChanged(0),
        new Change.DelayChanged(Task.MAX_DELAY + 1),
        new Change.TrainStepsChanged(0),
        new Change.TrainStepsChanged(9),
        new Change.TrainStepsChanged(Integer.MIN_VALUE),
        new Change.WindowChanged(0),
        new Change.WindowChanged(Training.FULL_WINDOW + 1),
        new Change.TakeoverChosen(-1),
        new Command.ScalarParameterSet(ScalarParameter.OUTPUT_BIAS, nan),
        new Command.ScalarParameterSet(ScalarParameter.OUTPUT_BIAS, 1.1e6),
        new Command.UnitPointedAt(-1, -2),
        new Command.UnitPointedAt(0, 1),
        new Command.ParameterPointedAt(-2),
        new Command.ParameterPointedAt(5));
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void anEventOutOfRangeChangesNothing(Event event) {
    ManualFrames frames = new ManualFrames();
    Store store = new Store(Experiment.initial(), frames, frames, state -> {});
    store.dispatch(new Command.EpochsRequested(2));
    State before = store.state();
    store.dispatch(event);
    assertEquals(before, store.state());
    assertSame(before.snapshot(), store.state().snapshot());
  }

  private static void checkExperiment(State state) {
    Experiment experiment = state.experiment();
    int steps = state.problem().steps();
    assertEquals(experiment.data().steps(), steps);
    assertTrue(experiment.cursor() >= 0 && experiment.cursor() <= steps);
    assertTrue(state.pointed().step() >= 0 && state.pointed().step() <= steps);
    assertTrue(state.focusStep() >= 0 && state.focusStep() <= steps);
    assertTrue(
        state.pointed().parameter() >= -1
            && state.pointed().parameter() < experiment.start().parameters().size());
    assertTrue(
        state.pointed().unit() >= -1 && state.pointed().unit() < experiment.shape().hiddenSize());
    assertTrue(state.pointed().strip() >= 0 && state.pointed().strip() <= 5);
    assertTrue(experiment.takeover() >= 0 && experiment.takeover() <= steps);
    assertEquals(experiment.data().trainSteps(), state.problem().trainSteps());
    assertEquals(
        experiment.shape().newNetwork().parameterCount(), experiment.start().parameters().size());
    assertTrue(Training.isWindow(experiment.training().window()));
    assertTrue(Training.isLearningRate(experiment.training().learningRate()));
    assertTrue(Training.isClipLimit(experiment.training().clipping().limit()));
    assertTrue(Start.isSeed(experiment.start().seed()));
    assertTrue(Vectors.allFinite(experiment.start().parameters().toArray()));
    assertTrue(Vectors.allFinite(state.problem().inputs().toArray()));
    assertTrue(Vectors.allFinite(state.problem().targets().toArray()));
  }

  private static void checkRun(State state) {
    Snapshot snapshot = state.snapshot();
    NetworkShape shape = state.experiment().shape();
    assertEquals(state.problem().steps(), snapshot.pass().steps());
    assertEquals(state.problem().trainSteps(), snapshot.pass().trainSteps());
    assertEquals(shape.cell(), snapshot.pass().cell());
    assertEquals(shape.hiddenSize(), snapshot.pass().hiddenSize());
    for (int i = 0; i < snapshot.parameters().size(); i++) {
      assertTrue(!shape.holdsAtZero(i) || snapshot.parameters().get(i) == 0);
    }
    assertTrue(Vectors.allFinite(snapshot.parameters().toArray()));
    assertTrue(snapshot.epochs() >= 0 && snapshot.tries() >= 0);
    assertFalse(state.activity().training() && state.run().divergence() != null);
    if (snapshot.method() == Method.BPTT && snapshot.epochs() == 0) {
      double[] start = state.experiment().start().parameters().toArray();
      shape.hold(start);
      assertEquals(Numbers.of(start), snapshot.parameters());
    }
    if (snapshot.overflow() == null) {
      assertTrue(Double.isFinite(snapshot.loss()));
      assertTrue(Vectors.allFinite(snapshot.gradient().toArray()));
      assertFalse(Double.isNaN(snapshot.gradientNorm()));
    }
    assertFalse(Double.isNaN(snapshot.bestLoss()));
    assertTrue(snapshot.tries() > 0 || snapshot.method() == Method.BPTT);
    checkCurve(snapshot.bpttCurve());
    checkCurve(snapshot.searchCurve());
    if (state.showsPast()) {
      assertEquals(state.run().timeline().epoch(state.run().checkpoint()), snapshot.epochs());
      assertTrue(snapshot.epochs() < state.run().presentEpoch());
      assertFalse(state.activity().training() || state.activity().searching());
    } else if (snapshot.method() == Method.BPTT && Double.isFinite(snapshot.loss())) {
      checkLast(snapshot.bpttCurve(), Bptt.WORK_PER_EPOCH * snapshot.epochs(), snapshot.loss());
    }
    if (snapshot.bestLoss() < Double.POSITIVE_INFINITY) {
      checkLast(snapshot.searchCurve(), snapshot.tries(), snapshot.bestLoss());
    }
  }

  private static void checkLast(Snapshot.Curve curve, double work, double loss) {
    int last = curve.work().size() - 1;
    assertEquals(work, curve.work().get(last));
    assertEquals(loss, curve.loss().get(last));
  }

  private static void checkCurve(Snapshot.Curve curve) {
    assertEquals(curve.work().size(), curve.loss().size());
    for (int i = 0; i < curve.work().size(); i++) {
      assertTrue(Double.isFinite(curve.loss().get(i)));
      assertTrue(i == 0 || curve.work().get(i) > curve.work().get(i - 1));
    }
  }

  /** Every number of a state that a view may print. */
  private static List<Double> shown(State state) {
    List<Double> all = new ArrayList<>();
    Snapshot snapshot = state.snapshot();
    Pass pass = snapshot.pass();
    for (int t = 0; t < pass.steps(); t++) {
      for (int unit = 0; unit < pass.hiddenSize(); unit++) {
        addUnit(pass, t, unit, all);
      }
      all.add(pass.output(t));
      all.add(pass.output(t) - state.problem().targets().get(t));
      all.add(state.problem().units().toRaw(pass.output(t)));
    }
    if (pass.trainSteps() < pass.steps()) {
      all.add(snapshot.testLoss());
    }
    for (Ghost ghost : state.compared().ghosts()) {
      addAll(ghost.curve().loss(), all);
    }
    all.add(snapshot.loss());
    all.add(snapshot.bestLoss());
    all.add(snapshot.gradientNorm());
    List.of(
            snapshot.parameters(),
            snapshot.gradient(),
            snapshot.bpttCurve().loss(),
            snapshot.searchCurve().loss(),
            state.problem().inputs(),
            state.problem().rawTargets())
        .forEach(numbers -> addAll(numbers, all));
    return all;
  }

  private static void addUnit(Pass pass, int t, int unit, List<Double> all) {
    CellType cell = pass.cell();
    for (int gate = 0; gate < cell.gateCount(); gate++) {
      all.add(pass.preActivation(t, gate * pass.hiddenSize() + unit));
      all.add(cell == CellType.ELMAN ? pass.slope(t, unit) : pass.gate(t, gate, unit));
    }
    if (cell == CellType.GRU) {
      all.add(pass.candidateMemory(t, unit));
    }
    if (cell.hasCellState()) {
      all.add(pass.cellState(t, unit));
    }
    all.add(pass.hiddenState(t, unit));
    all.add(pass.hiddenGradient(t, unit));
  }

  private static void addAll(Numbers numbers, List<Double> all) {
    for (int i = 0; i < numbers.size(); i++) {
      all.add(numbers.get(i));
    }
  }

  /** A store under a seeded stream of random events, with frames in between. */
  private static final class Session {
    final Store store;
    private final ManualFrames frames = new ManualFrames();
    private final RandomEvents events;
    private final Rng pace;
    Event event = new Command.DivergenceDismissed();
    private final List<Double> numbers = new ArrayList<>();

    Session(int seed) {
      events = new RandomEvents(seed);
      pace = new Rng(seed, 8);
      frames.setCostOfReading(1);
      store =
          new Store(Experiment.initial(), frames, frames, state -> numbers.addAll(shown(state)));
    }

    void advance() {
      event = events.next();
      store.dispatch(event);
      assertTrue(frames.outstanding() <= 1);
      while (pace.nextInt(2) == 0) {
        frames.draw(pace.nextInt(40));
      }
    }

    Session advanced() {
      for (int i = 0; i < EVENTS; i++) {
        advance();
      }
      return this;
    }

    double[] numbers() {
      return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
