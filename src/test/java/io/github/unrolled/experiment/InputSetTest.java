package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.unrolled.math.Numbers;
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
}
