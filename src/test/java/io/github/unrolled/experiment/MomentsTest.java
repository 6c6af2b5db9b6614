package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An earlier moment of training can be viewed and continued from, and no run gets lost. */
class MomentsTest {
  private static final Event BRANCHED = new Command.BranchedHere();

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  @Test
  void theSnapshotIsThatMomentAndTheCurvesAreOfTheWholeRun() {
    dispatch(new Change.TaskChosen(Task.SINE));
    train(30);
    Snapshot then = now();
    train(50);
    Snapshot present = now();
    dispatch(new Command.EpochChosen(30));
    Snapshot shown = now();
    assertTrue(store.state().showsPast());
    assertEquals(30, shown.epochs());
    assertEquals(80, store.state().run().presentEpoch());
    assertEquals(then.parameters(), shown.parameters());
    assertEquals(then.gradient(), shown.gradient());
    assertEquals(then.loss(), shown.loss());
    assertEquals(present.bpttCurve(), shown.bpttCurve());
    assertEquals(present.clippedWork(), shown.clippedWork());
    dispatch(new Command.EpochChosen(-1));
    assertFalse(store.state().showsPast());
    assertEquals(present.parameters(), now().parameters());
    assertEquals(List.of(), store.state().compared().ghosts());
  }

  @Test
  void lookingBackPausesAndAskingForWhatThereIsNotShowsThePresent() {
    dispatch(new Command.TrainingSwitched(true), new Command.SearchSwitched(true));
    frames.draw(5, 17);
    dispatch(new Command.EpochChosen(1));
    assertFalse(store.state().activity().training() || store.state().activity().searching());
    assertEquals(Method.BPTT, now().method());
    assertEquals(1, store.state().run().checkpoint());
    for (int none : new int[] {-2, 10_000, Integer.MAX_VALUE}) {
      dispatch(new Command.EpochChosen(none));
      assertEquals(-1, store.state().run().checkpoint());
    }
  }

  @ParameterizedTest
  @EnumSource
  void branchingWithoutAChangeGivesTheSameRunToTheBit(OptimizerKind optimizer) {
    dispatch(new Change.TaskChosen(Task.ECHO), new Change.CellChosen(CellType.GRU));
    dispatch(new Change.OptimizerChosen(optimizer));
    train(1300);
    Snapshot straight = now();
    dispatch(new Command.EpochChosen(123), BRANCHED);
    assertEquals(492, now().epochs());
    assertEquals(492, store.state().run().presentEpoch());
    train(1300 - 492);
    assertEquals(straight.parameters(), now().parameters());
    assertEquals(straight.gradient(), now().gradient());
    assertEquals(straight.bpttCurve(), now().bpttCurve());
    assertEquals(straight.clippedWork(), now().clippedWork());
    Ghost ghost = store.state().compared().ghosts().get(0);
    assertEquals(straight.bpttCurve(), ghost.curve());
    assertEquals(Ghost.Origin.BRANCHED, ghost.origin());
    assertEquals(1300, ghost.epochs());
    assertEquals(straight.loss(), ghost.finalLoss());
  }

  @Test
  void whatIsSeenIsWhatIsTrained() {
    Event[] ways = {
      new Command.TrainingSwitched(true),
      new Command.EpochsRequested(1),
      new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 0.25)
    };
    for (Event way : ways) {
      dispatch(new Command.ResetRequested(), new Change.NewWeightsRequested());
      train(40);
      dispatch(new Command.EpochChosen(10));
      Numbers seen = now().parameters();
      int ghosts = store.state().compared().ghosts().size();
      dispatch(way);
      assertFalse(store.state().showsPast());
      assertEquals(ghosts + 1, store.state().compared().ghosts().size());
      assertTrue(store.state().run().presentEpoch() <= 11, way.toString());
      if (way instanceof Command.ParameterSet) {
        assertEquals(seen.with(ElmanUnit.HIDDEN_WEIGHT, 0.25), now().parameters());
      }
    }
    dispatch(new Command.EpochChosen(0));
    dispatch(new Command.ParameterSet(99, 1), new Command.EpochsRequested(0));
    assertTrue(store.state().showsPast());
  }

  @Test
  void aNewRunAndAnotherNetworkEndTheLookBack() {
    Event[] ways = {
      new Command.ResetRequested(),
      new Change.TaskChosen(Task.LINEAR),
      new Change.ActivationChosen(Activation.RELU),
      new Command.SearchSwitched(true),
      new Command.MethodChosen(Method.RANDOM_SEARCH)
    };
    for (Event way : ways) {
      train(40);
      dispatch(new Command.EpochChosen(10), way);
      assertFalse(store.state().showsPast(), way.toString());
    }
  }

  @Test
  void settingsChangeWhileThePastIsShown() {
    train(40);
    dispatch(new Command.EpochChosen(10));
    dispatch(new Change.OptimizerChosen(OptimizerKind.ADAM), new Change.LearningRateChanged(0.2));
    dispatch(new Change.ClippingChosen(Clipping.Kind.OFF), new Change.StepChosen(3));
    assertEquals(10, store.state().run().checkpoint());
    assertEquals(10, now().epochs());
  }

  @Test
  void aWeightSetAtEpochZeroOfThePastIsAStartWeight() {
    train(40);
    dispatch(new Command.EpochChosen(0), new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 0.25));
    train(5);
    dispatch(new Command.ResetRequested());
    assertEquals(0.25, now().parameters().get(ElmanUnit.HIDDEN_WEIGHT));
    train(5);
    dispatch(new Command.EpochChosen(0));
    assertEquals(0.25, now().parameters().get(ElmanUnit.HIDDEN_WEIGHT));
  }

  @Test
  void ofFiveGhostsTheOldestGoesAndTheOthersKeepTheirNumbers() {
    for (int i = 0; i < 4; i++) {
      train(10);
      dispatch(new Command.RunKept());
    }
    assertEquals(List.of(1, 2, 3, 4), slots());
    train(10);
    dispatch(new Command.RunKept());
    assertEquals(List.of(2, 3, 4, 1), slots());
    assertEquals(50, store.state().compared().ghosts().get(3).epochs());
    dispatch(new Command.GhostRemoved(3), new Command.GhostRemoved(3));
    assertEquals(List.of(2, 4, 1), slots());
    train(10);
    dispatch(new Command.RunKept());
    assertEquals(List.of(2, 4, 1, 3), slots());
  }

  @Test
  void toAskForThePresentThatIsShownStopsNothing() {
    dispatch(new Command.TrainingSwitched(true), new Command.SearchSwitched(true));
    frames.draw(5, 17);
    dispatch(new Command.EpochChosen(-1));
    assertTrue(store.state().activity().training() && store.state().activity().searching());
    assertEquals(Method.RANDOM_SEARCH, now().method());
  }

  @Test
  void theSameRunIsNotKeptTwice() {
    train(10);
    dispatch(new Command.RunKept(), new Command.RunKept(), new Change.MemorySwitched(false));
    assertEquals(List.of(1), slots());
    assertEquals(10, Objects.requireNonNull(store.state().otherMemory()).epochs());
  }

  @Test
  void aNameIsShortAndAnEmptyOneTakesItAway() {
    train(10);
    dispatch(new Command.RunKept());
    dispatch(new Command.GhostRenamed(1, "  <b>steep</b>  "));
    assertEquals("<b>steep</b>", store.state().compared().ghosts().get(0).name());
    dispatch(new Command.GhostRenamed(2, "none"));
    assertEquals("<b>steep</b>", store.state().compared().ghosts().get(0).name());
    dispatch(new Command.GhostRenamed(1, "x".repeat(100)));
    assertEquals("x".repeat(40), store.state().compared().ghosts().get(0).name());
    dispatch(new Command.GhostRenamed(1, " "));
    assertEquals("", store.state().compared().ghosts().get(0).name());
  }

  @Test
  void ghostsStayAsLongAsTheProblemDoes() {
    train(10);
    dispatch(new Command.RunKept());
    Ghost kept = store.state().compared().ghosts().get(0);
    dispatch(new Change.ActivationChosen(Activation.RELU), new Change.CellChosen(CellType.LSTM));
    dispatch(new Change.NewWeightsRequested(), new Change.OptimizerChosen(OptimizerKind.ADAM));
    dispatch(new Command.ResetRequested());
    assertSame(kept, store.state().compared().ghosts().get(0));
    assertEquals(Activation.TANH, kept.experiment().shape().activation());
    dispatch(new Change.LengthChanged(9));
    assertEquals(List.of(), store.state().compared().ghosts());
  }

  @Test
  void otherInputsOfAMemoryTaskAreAnotherProblem() {
    dispatch(new Change.TaskChosen(Task.ECHO));
    train(10);
    dispatch(new Command.RunKept(), new Change.NewWeightsRequested());
    assertEquals(List.of(), store.state().compared().ghosts());
  }

  @Test
  void aRunWithoutAnEpochIsNoGhost() {
    dispatch(new Command.RunKept(), new Change.MemorySwitched(false), BRANCHED);
    assertEquals(List.of(), store.state().compared().ghosts());
  }

  @Test
  void theOtherMemoryIsTheLastRunThatDiffersInItAlone() {
    train(10);
    dispatch(new Change.MemorySwitched(false));
    assertEquals(10, Objects.requireNonNull(store.state().otherMemory()).epochs());
    train(20);
    dispatch(new Command.RunKept());
    assertEquals(10, Objects.requireNonNull(store.state().otherMemory()).epochs());
    dispatch(new Change.MemorySwitched(true));
    assertEquals(20, Objects.requireNonNull(store.state().otherMemory()).epochs());
    dispatch(new Change.SeedEntered(9));
    assertNull(store.state().otherMemory());
    assertNotNull(store.state().compared().ghosts().get(0));
  }

  private List<Integer> slots() {
    return store.state().compared().ghosts().stream().map(Ghost::slot).toList();
  }

  private Snapshot now() {
    return store.state().snapshot();
  }

  private void train(int epochs) {
    dispatch(new Command.EpochsRequested(epochs));
  }

  private void dispatch(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
  }
}
