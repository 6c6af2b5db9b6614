package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.task.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every change can be undone and redone, and a gesture is one change. */
class HistoryTest {
  private static final Instrument MAP = Instrument.HIDDEN_STATE_MAP;

  private final Store store = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});

  /** Dispatches events as one gesture, which one undo takes back. */
  private void gesture(Event... events) {
    store.beginGesture();
    for (Event event : events) {
      store.dispatch(event);
    }
  }

  private void undo() {
    gesture(new Command.Undone());
  }

  private void redo() {
    gesture(new Command.Redone());
  }

  private double rate() {
    return store.state().experiment().training().learningRate();
  }

  private double weight(int index) {
    return store.trained().get(index);
  }

  @Test
  void aSettingIsUndoneAndMadeAgain() {
    assertEquals(0, store.state().changes().undoable());
    gesture(new Change.LearningRateChanged(0.5));
    assertEquals(1, store.state().changes().undoable());
    assertEquals(0, store.state().changes().redoable());
    undo();
    assertEquals(0.01, rate());
    assertEquals(0, store.state().changes().undoable());
    assertEquals(1, store.state().changes().redoable());
    redo();
    assertEquals(0.5, rate());
    assertEquals(0, store.state().changes().redoable());
  }

  @Test
  void aDragIsOneChange() {
    store.beginGesture();
    for (int i = 1; i <= 60; i++) {
      store.dispatch(new Command.ParameterSet(1, 0.5 + i / 100.0));
    }
    gesture(new Command.ParameterSet(0, -1));
    undo();
    assertEquals(1.1, weight(1));
    assertEquals(1, weight(0));
    undo();
    assertEquals(0.5, weight(1));
    assertEquals(0, store.state().changes().undoable());
    redo();
    redo();
    assertEquals(1.1, weight(1));
    assertEquals(-1, weight(0));
  }

  @Test
  void whatWasThereToBeSeenComesBackWithTheExperimentThatAnotherTookThePlaceOf() {
    gesture(new Command.InstrumentSwitched(Instrument.CLIPPING, true));
    gesture(new Change.LearningRateChanged(0.5));
    Experiment sine = new Change.TaskChosen(Task.SINE).applyTo(Experiment.initial());
    Parts few = Parts.ALL.with(Part.LOSS, false);
    gesture(
        new Command.Opened(
            sine, 0, sine.start().parameters(), OpenInstruments.NONE.with(MAP, true), few));
    gesture(new Change.LearningRateChanged(0.25), new Command.InstrumentSwitched(MAP, false));
    undo();
    assertEquals(
        OpenInstruments.NONE, store.state().look().instruments(), "a setting leaves them alone");
    undo();
    assertEquals(0.5, rate());
    assertEquals(
        OpenInstruments.NONE.with(Instrument.CLIPPING, true), store.state().look().instruments());
    assertEquals(Parts.ALL, store.state().look().parts());
    redo();
    assertEquals(sine, store.state().experiment());
    assertEquals(few, store.state().look().parts());
    assertEquals(OpenInstruments.NONE, store.state().look().instruments(), "as they were left");
    undo();
    assertEquals(Parts.ALL, store.state().look().parts());
  }

  @Test
  void startingOverIsOneChangeThatBringsAllOfItBack() {
    Numbers own = Numbers.of(4, 5, 7);
    gesture(new Change.TaskChosen(Task.SINE), new Change.OwnNumbersEntered(own));
    gesture(new Command.InstrumentSwitched(MAP, true), new Command.PanelsChosen(new Parts(0)));
    gesture(new Command.EpochsRequested(30), new Command.RunKept());
    gesture(new Command.EpochsRequested(20), new Change.StepChosen(3));
    gesture(new Command.SeedsRequested(100));
    while (!Objects.requireNonNull(store.state().compared().seeds()).isDone()) {
      Objects.requireNonNull(store.state().compared().seeds()).workOnce();
    }
    final State before = store.state();

    gesture(new Command.StartedOver());
    Experiment initial = Experiment.initial();
    State over = store.state();
    assertEquals(initial.withData(initial.data().withOwn(own)), over.experiment());
    assertEquals(initial.start().parameters(), store.trained());
    assertEquals(0, over.run().presentEpoch());
    assertEquals(Look.INITIAL, over.look());
    assertEquals(List.of(), over.compared().ghosts());
    assertNull(over.compared().seeds());
    assertEquals(before.changes().undoable() + 1, over.changes().undoable());

    undo();
    assertBroughtBack(before);
    redo();
    assertEquals(over.experiment(), store.state().experiment());
    assertEquals(Look.INITIAL, store.state().look());
    assertEquals(List.of(), store.state().compared().ghosts());
    assertNull(store.state().compared().seeds());
    undo();
    assertBroughtBack(before);
  }

  private void assertBroughtBack(State before) {
    State now = store.state();
    assertEquals(before.experiment(), now.experiment());
    assertEquals(before.snapshot().parameters(), store.trained());
    assertEquals(before.snapshot().bpttCurve(), now.snapshot().bpttCurve());
    assertEquals(before.look(), now.look());
    assertEquals(before.compared(), now.compared());
  }

  @Test
  void startingOverStopsWhatRuns() {
    gesture(new Command.TrainingSwitched(true), new Command.SearchSwitched(true));
    gesture(new Command.StartedOver());
    assertFalse(store.state().isRunning());
    assertEquals(1, store.state().changes().undoable());
  }

  @Test
  void trainingStaysWhenOnlyASettingIsUndone() {
    gesture(new Command.EpochsRequested(10));
    gesture(new Change.LearningRateChanged(0.5));
    gesture(new Command.EpochsRequested(10));
    final Numbers trained = store.trained();
    undo();
    assertEquals(0.01, rate());
    assertEquals(20, store.state().run().presentEpoch());
    assertEquals(trained, store.trained());
    assertEquals(0, store.state().changes().undoable());
  }

  @Test
  void anUndoneResetBringsTheWholeRunBack() {
    gesture(new Command.EpochsRequested(50));
    final State before = store.state();
    gesture(new Command.ResetRequested());
    assertEquals(0, store.state().run().presentEpoch());
    undo();
    State after = store.state();
    assertEquals(50, after.run().presentEpoch());
    assertEquals(before.snapshot().parameters(), after.snapshot().parameters());
    assertEquals(before.snapshot().bpttCurve(), after.snapshot().bpttCurve());
    assertEquals(before.run().timeline().size(), after.run().timeline().size());
    assertNotEquals(before.run().number(), after.run().number());
    redo();
    assertEquals(0, store.state().run().presentEpoch());
  }

  @Test
  void weightsSetByHandComeBackThoughTrainingWentOn() {
    gesture(new Command.EpochsRequested(50));
    final Numbers before = store.trained();
    gesture(new Command.ParameterSet(1, 2.5));
    gesture(new Command.EpochsRequested(30));
    final Numbers later = store.trained();
    undo();
    assertEquals(before, store.trained());
    assertEquals(50, store.state().run().presentEpoch());
    redo();
    assertEquals(later, store.trained());
    assertEquals(80, store.state().run().presentEpoch());
  }

  @Test
  void aSettingChangedInTheGestureThatRestartsComesBackWithTheRun() {
    gesture(new Command.EpochsRequested(5));
    gesture(new Change.LearningRateChanged(0.5), new Command.ResetRequested());
    undo();
    assertEquals(0.01, rate());
    gesture(new Command.EpochsRequested(1));
    Store other = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
    other.dispatch(new Command.EpochsRequested(6));
    assertEquals(other.trained(), store.trained());
  }

  @Test
  void whatIsPointedAtOrSteppedThroughIsNoChange() {
    gesture(new Command.StepPointedAt(2));
    gesture(new Change.SteppedForward());
    gesture(new Command.EpochsRequested(3));
    gesture(new Command.InstrumentSwitched(Instrument.CLIPPING, true));
    gesture(new Change.LengthChanged(8));
    assertEquals(0, store.state().changes().undoable());
  }

  @Test
  void aResetThatChangesNothingIsNoneAndTheCursorStays() {
    gesture(new Command.ResetRequested());
    assertEquals(0, store.state().changes().undoable());
    gesture(new Change.LearningRateChanged(0.5));
    gesture(new Change.StepChosen(5));
    undo();
    assertEquals(0.01, rate());
    assertEquals(5, store.state().experiment().cursor());
  }

  @Test
  void aNewChangeEndsRedo() {
    gesture(new Change.LearningRateChanged(0.5));
    undo();
    gesture(new Change.LearningRateChanged(0.25));
    assertEquals(0, store.state().changes().redoable());
    redo();
    assertEquals(0.25, rate());
  }

  @Test
  void twoHundredChangesAndMoreAreKept() {
    for (int i = 1; i <= 300; i++) {
      gesture(new Command.ParameterSet(1, i));
    }
    int steps = 0;
    while (store.state().changes().undoable() > 0) {
      undo();
      steps++;
      assertEquals(300 - steps, weight(1) == 0.5 ? 0 : weight(1));
    }
    assertEquals(History.MOST, steps);
    assertTrue(steps >= 200);
  }

  @Test
  void anotherTaskAndNetworkAreUndoneAsOne() {
    gesture(new Command.EpochsRequested(7));
    final State before = store.state();
    gesture(
        new Change.TaskChosen(Task.ECHO),
        new Change.CellChosen(CellType.LSTM),
        new Change.HiddenSizeChanged(8));
    undo();
    assertEquals(before.experiment(), store.state().experiment());
    assertEquals(7, store.state().run().presentEpoch());
    assertEquals(before.snapshot().loss(), store.state().snapshot().loss());
  }

  @Test
  void anyChangesAreUndoneToTheBit() {
    int undone = 0;
    for (int seed = 0; seed < 300; seed++) {
      Store any = new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {});
      RandomEvents events = new RandomEvents(seed);
      Deque<State> befores = new ArrayDeque<>();
      for (int i = 0; i < 40; i++) {
        Event event = events.next();
        if (event instanceof Command.Undone || event instanceof Command.Redone) {
          continue;
        }
        State before = any.state();
        any.beginGesture();
        any.dispatch(event);
        any.dispatch(new Command.TrainingSwitched(false));
        if (any.state().changes().undoable() > before.changes().undoable()) {
          befores.push(before);
        }
      }
      while (any.state().changes().undoable() > 0) {
        any.dispatch(new Command.Undone());
        State before = befores.pop();
        assertEquals(
            before.experiment().withCursor(0), any.state().experiment().withCursor(0), "" + seed);
        undone++;
      }
      assertTrue(befores.isEmpty());
    }
    assertTrue(undone > 3000, "undone: " + undone);
  }
}
