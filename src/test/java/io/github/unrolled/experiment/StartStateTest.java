package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The start state is set by hand: the weights stay, the run begins a new curve. */
class StartStateTest {
  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  private void dispatch(Event... events) {
    for (Event event : events) {
      store.beginGesture();
      store.dispatch(event);
    }
  }

  private Numbers h0() {
    return store.state().experiment().start().state();
  }

  private Snapshot snapshot() {
    return store.state().snapshot();
  }

  @Test
  void itIsZeroAtFirst() {
    assertEquals(Numbers.of(0), h0());
    dispatch(new Change.CellChosen(CellType.LSTM), new Change.HiddenSizeChanged(3));
    assertEquals(Numbers.of(0, 0, 0), h0());
    assertTrue(snapshot().pass().startsAtZero());
  }

  @Test
  void theFirstStepStartsFromIt() {
    dispatch(new Change.StartStateSet(0, 0.5));
    assertEquals(Numbers.of(0.5), h0());
    double input = store.state().problem().inputs().get(0);
    assertEquals(Elementary.tanh(input + 0.5 * 0.5), snapshot().pass().hiddenState(0, 0));
    assertEquals(0.5, snapshot().pass().hiddenState(-1, 0));
  }

  @Test
  void theWeightsAndEpochsStayAndTheCurveBeginsAnew() {
    dispatch(new Command.EpochsRequested(40));
    State before = store.state();
    dispatch(new Change.StartStateSet(0, -0.5));
    State after = store.state();
    assertEquals(before.snapshot().parameters(), after.snapshot().parameters());
    assertEquals(40, after.snapshot().epochs());
    assertNotEquals(before.snapshot().loss(), after.snapshot().loss());
    assertEquals(Numbers.of(120), after.snapshot().bpttCurve().work());
    assertEquals(Numbers.of(after.snapshot().loss()), after.snapshot().bpttCurve().loss());
    assertNotEquals(before.run().number(), after.run().number());
    assertEquals(before.experiment().start().parameters(), after.experiment().start().parameters());
    assertEquals(List.of(), after.compared().ghosts());
    dispatch(new Command.EpochsRequested(2));
    assertEquals(42, snapshot().epochs());
    dispatch(new Command.ResetRequested());
    assertEquals(before.experiment().start().parameters(), snapshot().parameters());
    assertEquals(Numbers.of(-0.5), h0());
  }

  @Test
  void itIsNotTrained() {
    dispatch(new Change.StartStateSet(0, 0.5), new Command.EpochsRequested(300));
    assertEquals(Numbers.of(0.5), h0());
    assertEquals(0.5, snapshot().pass().hiddenState(-1, 0));
  }

  @Test
  void trainingGoesOnFromIt() {
    dispatch(new Command.TrainingSwitched(true), new Command.SearchSwitched(true));
    frames.draw(10, 20);
    dispatch(new Command.MethodChosen(Method.BPTT));
    double epochs = snapshot().epochs();
    assertTrue(snapshot().tries() > 0);
    dispatch(new Change.StartStateSet(0, 1.5));
    assertEquals(new Activity(true, true, false), store.state().activity());
    assertEquals(0, snapshot().tries(), "draws were measured from another start state");
    frames.draw(10, 20);
    assertTrue(snapshot().epochs() > epochs);
    assertTrue(snapshot().tries() > 0);
  }

  @Test
  void theNetworkShownIsTheOneThatStays() {
    dispatch(new Command.SearchSwitched(true));
    frames.draw(5, 20);
    dispatch(new Command.SearchSwitched(false));
    Numbers best = snapshot().parameters();
    assertEquals(Method.RANDOM_SEARCH, snapshot().method());
    dispatch(new Change.StartStateSet(0, 0.25));
    assertEquals(Method.BPTT, snapshot().method());
    assertEquals(best, snapshot().parameters());
    assertEquals(best, store.state().experiment().start().parameters());
  }

  @Test
  void aCheckpointShownIsBranchedFrom() {
    dispatch(new Command.EpochsRequested(100), new Command.EpochChosen(30));
    Numbers then = snapshot().parameters();
    double epoch = snapshot().epochs();
    assertTrue(epoch > 0 && epoch < 100);
    Experiment before = store.state().experiment();
    dispatch(new Change.StartStateSet(0, 0.25));
    assertFalse(store.state().showsPast());
    assertEquals(then, snapshot().parameters());
    assertEquals(epoch, snapshot().epochs());
    Ghost ghost = store.state().compared().ghosts().get(0);
    assertEquals(Ghost.Origin.BRANCHED, ghost.origin());
    assertEquals(before, ghost.experiment());
  }

  @Test
  void aDragIsOneStepOfUndoThatBringsTheCurveBack() {
    dispatch(new Command.EpochsRequested(40));
    State before = store.state();
    store.beginGesture();
    for (int i = 1; i <= 30; i++) {
      store.dispatch(new Change.StartStateSet(0, i / 20.0));
    }
    final State after = store.state();
    assertEquals(before.changes().undoable() + 1, after.changes().undoable());
    dispatch(new Command.Undone());
    assertEquals(before.experiment(), store.state().experiment());
    assertEquals(before.snapshot().bpttCurve(), snapshot().bpttCurve());
    assertEquals(before.snapshot().parameters(), snapshot().parameters());
    dispatch(new Command.Redone());
    assertEquals(after.experiment(), store.state().experiment());
    assertEquals(after.snapshot().parameters(), snapshot().parameters());
    assertEquals(after.snapshot().loss(), snapshot().loss());
    assertEquals(40, snapshot().epochs());
  }

  @Test
  void theSameNumberChangesNothing() {
    dispatch(new Change.StartStateSet(0, 0.5), new Command.EpochsRequested(5));
    State before = store.state();
    dispatch(new Change.StartStateSet(0, 0.5), new Change.StartStateEntered(Numbers.of(0.5)));
    assertEquals(before, store.state());
    assertNotSame(Experiment.initial(), before.experiment());
  }

  @ParameterizedTest
  @CsvSource({"0, 1000001", "0, -1e7", "0, NaN", "0, Infinity", "-1, 0.5", "1, 0.5"})
  void noOtherNumberIsTaken(int unit, double value) {
    State before = store.state();
    dispatch(new Change.StartStateSet(unit, value));
    assertEquals(before, store.state());
    if (unit == 0) {
      dispatch(new Change.StartStateEntered(Numbers.of(value)));
    }
    dispatch(new Change.StartStateEntered(Numbers.of(1, 2)));
    dispatch(new Change.StartStateEntered(Numbers.of()));
    assertEquals(before, store.state());
  }

  @Test
  void theLargestNumbersAreTaken() {
    dispatch(new Change.StartStateSet(0, 1e6));
    assertEquals(Numbers.of(1e6), h0());
    dispatch(new Change.StartStateSet(0, -1e6));
    assertEquals(Numbers.of(-1e6), h0());
    dispatch(new Change.StartStateSet(0, -0.0));
    assertEquals(Numbers.of(0), h0());
  }

  @Test
  void anotherNetworkOrTaskStartsFromZeroAgain() {
    for (Change other :
        List.of(
            new Change.HiddenSizeChanged(3),
            new Change.CellChosen(CellType.GRU),
            new Change.TaskChosen(Task.SINE))) {
      dispatch(new Command.StartedAnew(), new Change.HiddenSizeChanged(2));
      dispatch(new Change.StartStateEntered(Numbers.of(0.5, -0.5)), other);
      assertEquals(store.state().experiment().shape().zeroState(), h0(), other.toString());
    }
    dispatch(new Change.StartStateSet(0, 1), new Command.StartedAnew());
    assertEquals(Numbers.of(0), h0());
  }

  @Test
  void anythingElseKeepsIt() {
    dispatch(
        new Change.StartStateSet(0, 0.5),
        new Change.ActivationChosen(Activation.RELU),
        new Change.LengthChanged(12),
        new Change.TrainStepsChanged(9),
        new Change.ScalingChosen(Scaling.RAW),
        new Change.MemorySwitched(false),
        new Change.MemorySwitched(true),
        new Change.SeedEntered(7),
        new Change.StartWeightsChosen(StartWeights.SEEDED),
        new Change.SeedEntered(8),
        new Change.NewWeightsRequested(),
        new Command.StartMoved(Numbers.of(1, 1, 1, 1, 1)),
        new Command.ParameterSet(0, 0.75),
        new Command.EpochsRequested(3),
        new Command.ResetRequested());
    assertEquals(Numbers.of(0.5), h0());
    assertEquals(0.5, snapshot().pass().hiddenState(-1, 0));
  }

  @Test
  void theSecondResetUndoesIt() {
    dispatch(
        new Change.StartStateSet(0, 0.5),
        new Command.EpochsRequested(3),
        new Command.ResetRequested());
    assertEquals(Numbers.of(0.5), h0());
    dispatch(new Command.ResetRequested());
    assertEquals(Numbers.of(0), h0());
    dispatch(new Command.Undone());
    assertEquals(Numbers.of(0.5), h0());
  }

  @ParameterizedTest
  @EnumSource
  void withoutMemoryItTakesNoPart(CellType cell) {
    dispatch(
        new Change.CellChosen(cell),
        new Change.MemorySwitched(false),
        new Command.EpochsRequested(3));
    Snapshot before = snapshot();
    dispatch(new Change.StartStateSet(0, 0.5));
    assertEquals(before.loss(), snapshot().loss());
    assertEquals(before.gradient(), snapshot().gradient());
    assertTrue(snapshot().pass().startsAtZero());
    dispatch(new Change.MemorySwitched(true));
    assertFalse(snapshot().pass().startsAtZero());
  }

  @Test
  void anExactSolutionStartsFromZero() {
    dispatch(
        new Change.TaskChosen(Task.RUNNING_SUM),
        new Change.CellChosen(CellType.ELMAN),
        new Change.HiddenSizeChanged(1),
        new Change.ActivationChosen(Activation.LINEAR),
        new Change.StartStateSet(0, 0.5),
        new Command.ExactSolutionRequested());
    assertEquals(Numbers.of(0), h0());
    assertEquals(0, snapshot().loss(), 1e-20);
    dispatch(new Change.StartStateSet(0, 0.5));
    assertEquals(0.25, snapshot().loss(), 1e-12, "an integrator keeps what it starts from");
  }

  @Test
  void manySeedsStartFromItAndFromNoOther() {
    dispatch(new Change.StartStateSet(0, 0.5), new Command.SeedsRequested(100));
    frames.draw(2, 20);
    assertNotNull(store.state().compared().seeds());
    dispatch(new Change.StartStateSet(0, 0.25));
    assertNull(store.state().compared().seeds());
    dispatch(new Change.StartStateSet(0, 0.5));
    assertNotNull(store.state().compared().seeds());
  }

  @Test
  void aLinearUnitThatForgetsNothingAddsItToEveryOutput() {
    // A linear network with W_hidden = 1 adds h_0 to every state, as the output bias does.
    dispatch(
        new Change.ActivationChosen(Activation.LINEAR),
        new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 1),
        new Change.StartStateSet(0, 0.25));
    Snapshot started = snapshot();
    dispatch(new Change.StartStateSet(0, 0), new Command.ParameterSet(ElmanUnit.OUTPUT_BIAS, 0.25));
    assertEquals(snapshot().loss(), started.loss(), 1e-12);
    assertEquals(
        snapshot().gradient().get(ElmanUnit.OUTPUT_BIAS),
        started.gradient().get(ElmanUnit.OUTPUT_BIAS),
        1e-12);
  }
}
