package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import org.junit.jupiter.api.Test;

/** An input that is set by hand, in a drawing or on a chart. */
class InputSetTest {
  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  private Experiment experiment() {
    return store.state().experiment();
  }

  @Test
  void aRuleBecomesOwnNumbersThatDifferInOne() {
    store.dispatch(new Command.InputSet(3, 7));
    assertEquals(Task.CUSTOM, experiment().data().task());
    assertEquals(Numbers.of(1, 1, 7, 3, 5, 8, 13, 21, 34), experiment().data().own());
    assertEquals(7, store.state().problem().rawInputs().get(2));
    assertEquals(7, store.state().problem().rawTargets().get(1));
  }

  @Test
  void theLastTargetIsTheLastNumber() {
    store.dispatch(new Command.InputSet(9, 30));
    assertEquals(30, store.state().problem().rawTargets().get(7));
    assertEquals(21, store.state().problem().rawInputs().get(7));
  }

  @Test
  void theNetworkItsEpochsAndTheCursorStay() {
    store.dispatch(new Command.EpochsRequested(200));
    store.dispatch(new Change.StepChosen(5));
    store.flush();
    Numbers weights = store.state().snapshot().parameters();
    double loss = store.state().snapshot().loss();
    store.dispatch(new Command.InputSet(5, 0));
    store.flush();
    assertEquals(weights, store.state().snapshot().parameters());
    assertEquals(200, store.state().snapshot().epochs());
    assertEquals(5, experiment().cursor());
    assertEquals(Experiment.initial().training(), experiment().training());
    assertEquals(true, loss != store.state().snapshot().loss());
  }

  @Test
  void oneUndoTakesADragBack() {
    store.dispatch(new Command.EpochsRequested(50));
    store.flush();
    Experiment before = experiment();
    Numbers weights = store.state().snapshot().parameters();
    store.beginGesture();
    for (int i = 0; i < 20; i++) {
      store.dispatch(new Command.InputSet(4, 3 + 0.1 * i));
      store.flush();
    }
    store.beginGesture();
    store.dispatch(new Command.Undone());
    store.flush();
    assertEquals(before, experiment());
    assertEquals(weights, store.state().snapshot().parameters());
    assertEquals(50, store.state().snapshot().epochs());
  }

  @Test
  void whatCannotBeAnInputChangesNothing() {
    Experiment before = experiment();
    for (Event event :
        new Event[] {
          new Command.InputSet(0, 1),
          new Command.InputSet(10, 1),
          new Command.InputSet(2, Double.NaN),
          new Command.InputSet(2, Double.POSITIVE_INFINITY),
          new Command.InputSet(2, 1)
        }) {
      store.dispatch(event);
      assertSame(before, experiment());
    }
    store.dispatch(new Change.TaskChosen(Task.ECHO));
    Experiment echo = experiment();
    store.dispatch(new Command.InputSet(2, 5));
    assertSame(echo, experiment());
  }

  @Test
  void whatElseIsSetStays() {
    for (Event event :
        new Event[] {
          new Change.TrainStepsChanged(6),
          new Change.TakeoverChosen(4),
          new Change.ScalingChosen(Scaling.RAW),
          new Change.HiddenSizeChanged(3)
        }) {
      store.dispatch(event);
    }
    Experiment before = experiment();
    store.dispatch(new Command.InputSet(2, -40));
    Experiment after = experiment();
    assertEquals(6, after.data().trainSteps());
    assertEquals(4, after.takeover());
    assertEquals(-40, store.state().problem().inputs().get(1));
    assertEquals(before.shape(), after.shape());
    assertEquals(before.training(), after.training());
    assertEquals(before.start(), after.start());
  }

  @Test
  void undoBringsBackWhateverWasThere() {
    int set = 0;
    for (int seed = 0; seed < 300; seed++) {
      RandomEvents events = new RandomEvents(seed);
      Store any = new Store(Experiment.initial(), frames, frames, state -> {});
      for (int i = 0; i < 12; i++) {
        any.dispatch(events.next());
      }
      any.beginGesture();
      State before = any.state();
      Numbers weights = any.trained();
      any.dispatch(new Command.InputSet(2, 0.375 + seed));
      if (any.state().changes().undoable() > before.changes().undoable()) {
        set++;
        assertEquals(Task.CUSTOM, any.state().experiment().data().task());
        any.dispatch(new Command.Undone());
        assertEquals(before.experiment(), any.state().experiment(), "seed " + seed);
        assertEquals(weights, any.trained(), "seed " + seed);
        assertEquals(before.run().presentEpoch(), any.state().run().presentEpoch(), "seed " + seed);
      }
    }
    assertTrue(set > 100, set + " inputs were set");
  }
}
