package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Task;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {
  private static final Event HIDDEN =
      new Command.ScalarParameterSet(ScalarParameter.HIDDEN_WEIGHT, 0.62);

  private final ChangeWords words = new ChangeWords(new NumberFormat(new JvmDecimals()));
  private final Store store = new Store(Experiment.initial(), () -> 0, frame -> {}, state -> {});

  private State after(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
    return store.state();
  }

  private String loss() {
    return "loss "
        + new NumberFormat(new JvmDecimals()).significant(store.state().snapshot().loss());
  }

  @Test
  void aWeightSetByHandIsSaidWithItsLossOnceTheHandRests() {
    State before = store.state();
    State moved = after(new Command.ParameterSet(1, 0.55));
    assertTrue(words.isByHand(before, moved));
    assertEquals("", words.of(before, moved), "an old number is no longer said");
    after(HIDDEN);
    assertEquals("Hidden weight 0.620, " + loss(), words.afterwards(before, store.state()));
  }

  @Test
  void severalWeightsAreCountedAndForNoneTheEpochIsSaid() {
    State before = store.state();
    after(HIDDEN, new Command.ParameterSet(0, -1));
    assertEquals("2 weights changed, " + loss(), words.afterwards(before, store.state()));
    after(new Command.ParameterSet(0, 1), new Command.ParameterSet(1, 0.5));
    assertEquals("epoch 0, " + loss(), words.afterwards(before, store.state()));
  }

  @Test
  void aWeightOfALargerNetworkIsNamedByItsEnds() {
    State before = after(new Change.HiddenSizeChanged(2));
    after(new Command.ParameterSet(3, 0.25));
    assertEquals(
        "Hidden weight, from unit 2 to unit 1: 0.250, " + loss(),
        words.afterwards(before, store.state()));
  }

  @Test
  void undoIsSaidLikeAChangeByHand() {
    State before = after(HIDDEN);
    State undone = after(new Command.Undone());
    assertTrue(words.isByHand(before, undone));
    assertEquals("Hidden weight 0.500, " + loss(), words.afterwards(before, undone));
  }

  @Test
  void aWeightSetInThePastIsSaidAfterTheGhostThatItLeaves() {
    after(new Command.EpochsRequested(40), new Command.EpochChosen(10));
    State before = store.state();
    State now = after(HIDDEN);
    assertEquals("Ghost 1: tanh, rate 0.0100, to epoch 40. Now epoch 10", words.of(before, now));
    assertTrue(words.isByHand(before, now));
    assertEquals("Hidden weight 0.620, " + loss(), words.afterwards(before, now));
  }

  @Test
  void aNewRunIsSaidOnceItIsTheLast() {
    State before = after(new Command.EpochsRequested(5));
    State now = after(new Change.HiddenSizeChanged(2));
    assertTrue(words.isByHand(before, now));
    assertEquals("", words.of(before, now));
    after(new Change.HiddenSizeChanged(3));
    assertEquals("New run: epoch 0, " + loss(), words.afterwards(before, store.state()));
  }

  @Test
  void whatAButtonDoesIsSaidAtOnce() {
    State before = store.state();
    State now = after(new Command.EpochsRequested(1));
    assertFalse(words.isByHand(before, now));
    assertEquals("epoch 1, " + loss(), words.of(before, now));
    before = now;
    now = after(new Command.TrainingSwitched(true));
    assertEquals("Training", words.of(before, now));
    before = now;
    now = after(new Command.TrainingSwitched(false));
    assertEquals("Training paused at epoch 1, " + loss(), words.of(before, now));
    before = now;
    now = after(new Command.RunKept());
    assertEquals("Ghost 1: tanh, rate 0.0100. Now epoch 1", words.of(before, now));
  }

  @Test
  void whileTrainingRunsNothingIsSaidOfAWeight() {
    State before = after(new Command.TrainingSwitched(true));
    State now = after(HIDDEN);
    assertFalse(words.isByHand(before, now));
    assertNull(words.of(before, now));
    assertFalse(words.isStale(before, now), "it does not name a number");
  }

  @Test
  void whatWasSaidIsStaleOnceTheNumbersAreOthers() {
    State said = after(new Command.EpochsRequested(1));
    assertFalse(words.isStale(said, after(new Change.LearningRateChanged(0.1))));
    assertTrue(words.isStale(said, after(HIDDEN)));
    assertTrue(words.isStale(said, after(new Change.TaskChosen(Task.SINE))));
  }
}
