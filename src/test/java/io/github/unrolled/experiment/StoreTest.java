package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store applies events at once, and works and tells its listener frame by frame. */
class StoreTest {
  private static final Numbers DEFAULTS = Numbers.of(1, 0.5, 0, 1, 0);
  private static final double FRAME = 20;

  private final ManualFrames frames = new ManualFrames();
  private final List<State> heard = new ArrayList<>();
  private final Store store = new Store(Experiment.initial(), frames, frames, heard::add);

  @Test
  void workGoesOnThoughTheListenerFails() {
    ManualFrames apart = new ManualFrames();
    Store failing =
        new Store(
            Experiment.initial(),
            apart,
            apart,
            state -> {
              throw new IllegalStateException("a view");
            });
    failing.dispatch(new Command.TrainingSwitched(true));
    for (int i = 0; i < 10; i++) {
      assertThrows(IllegalStateException.class, () -> apart.draw(17));
    }
    assertTrue(failing.state().snapshot().epochs() > 5);
  }

  @Test
  void opensNotRunningAtStepAndEpochZero() {
    assertEquals(List.of(), heard);
    frames.draw(FRAME);
    State state = heard.get(0);
    assertEquals(Experiment.initial(), state.experiment());
    assertEquals(0, state.snapshot().epochs());
    assertEquals(DEFAULTS, state.snapshot().parameters());
    assertFalse(state.activity().training() || state.activity().searching());
    assertFalse(state.canStepBack());
    assertTrue(state.canStepForward());
    assertEquals(0, frames.outstanding());
  }

  @Test
  void theListenerIsCalledOncePerFrameHoweverManyEvents() {
    dispatch(new Change.SteppedForward(), new Change.SteppedForward());
    dispatch(new Command.EpochsRequested(3));
    assertEquals(1, frames.outstanding());
    assertEquals(List.of(), heard);
    assertEquals(2, store.state().experiment().cursor());
    frames.draw(FRAME);
    assertEquals(1, heard.size());
    assertEquals(2, heard.get(0).experiment().cursor());
    assertEquals(3, heard.get(0).snapshot().epochs());
    frames.draw(FRAME);
    assertEquals(1, heard.size());
    store.requestRender();
    frames.draw(FRAME);
    assertEquals(2, heard.size());
  }

  @Test
  void settlingTellsAtOnceWhatTheNextFrameWouldTell() {
    frames.draw(FRAME);
    dispatch(new Change.SteppedForward());
    store.flush();
    assertEquals(2, heard.size());
    assertEquals(1, heard.get(1).experiment().cursor());
    frames.draw(FRAME);
    store.flush();
    assertEquals(2, heard.size());
    assertEquals(0, frames.outstanding());
    dispatch(new Command.TrainingSwitched(true));
    store.flush();
    assertEquals(2, heard.size());
    frames.draw(FRAME);
    assertEquals(3, heard.size());
  }

  @Test
  void theCursorStaysWithinTheSequence() {
    dispatch(new Change.SteppedBack());
    assertEquals(0, store.state().experiment().cursor());
    for (int step = 1; step <= 8; step++) {
      dispatch(new Change.SteppedForward());
      assertEquals(step, store.state().experiment().cursor());
    }
    assertFalse(store.state().canStepForward());
    assertTrue(store.state().canStepBack());
    dispatch(new Change.SteppedForward());
    assertEquals(8, store.state().experiment().cursor());
    dispatch(new Change.SteppedBack());
    assertEquals(7, store.state().experiment().cursor());
    dispatch(new Change.StepChosen(3));
    assertEquals(3, store.state().experiment().cursor());
    assertEquals(0, store.state().snapshot().epochs());
  }

  @Test
  void aShorterSequenceTakesTheCursorAlongAndAnotherTaskTakesItToTheStart() {
    dispatch(new Change.StepChosen(8), new Change.LengthChanged(5));
    assertEquals(5, store.state().experiment().cursor());
    assertEquals(5, store.state().problem().steps());
    dispatch(new Change.LengthChanged(20));
    assertEquals(5, store.state().experiment().cursor());
    dispatch(new Change.TaskChosen(Task.SINE));
    assertEquals(0, store.state().experiment().cursor());
    assertEquals(16, store.state().problem().steps());
    dispatch(new Change.StepChosen(4), new Change.ActivationChosen(Activation.RELU));
    assertEquals(4, store.state().experiment().cursor());
  }

  @Test
  void ownNumbersAndTheLengthOfARuleAreBothKept() {
    dispatch(new Change.LengthChanged(12), new Change.OwnNumbersEntered(Numbers.of(4, 5, 6, 7)));
    assertEquals(12, store.state().problem().steps());
    dispatch(new Change.TaskChosen(Task.CUSTOM));
    assertEquals(3, store.state().problem().steps());
    assertEquals(Numbers.of(4, 5, 6), store.state().problem().rawInputs());
    assertEquals(12, store.state().experiment().data().ruleSteps());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 10", "7, 250", "9, 1000", "13, 25000"})
  void trainingGoesAtItsSpeed(int level, int perSecond) {
    dispatch(new Change.SpeedChosen(new Speed(level)), new Command.TrainingSwitched(true));
    frames.draw(50, FRAME);
    assertEquals(perSecond, store.state().snapshot().epochs(), 1);
    assertEquals(50, heard.size());
    frames.draw(50, FRAME);
    assertEquals(2 * perSecond, store.state().snapshot().epochs(), 1);
  }

  @Test
  void twoHundredAndFiftyEpochsASecondAreThatManyInASecondOfFrames() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(50, FRAME);
    // The first frame shows an epoch at any speed.
    assertEquals(250, store.state().snapshot().epochs() - 1);
  }

  @Test
  void atAnySpeedTheFirstFrameShowsAnEpoch() {
    dispatch(new Change.SpeedChosen(new Speed(0)), new Command.TrainingSwitched(true));
    frames.draw(1);
    assertEquals(1, store.state().snapshot().epochs());
    frames.draw(1);
    assertEquals(1, store.state().snapshot().epochs());
  }

  @Test
  void aFrameWorksNoLongerThanItsBudget() {
    dispatch(new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL)));
    dispatch(new Command.TrainingSwitched(true));
    frames.setCostOfReading(1);
    double before = frames.now();
    frames.draw(0);
    double spent = frames.now() - before;
    assertTrue(spent >= Pace.FRAME_BUDGET_MS && spent <= Pace.FRAME_BUDGET_MS + 3);
    double first = store.state().snapshot().epochs();
    assertTrue(first > 100, first + " epochs");
    frames.draw(10, 5);
    assertEquals(11 * first, store.state().snapshot().epochs());
  }

  @Test
  void aFrameWorksLessWhileDrawingMakesFramesLate() {
    dispatch(new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL)));
    dispatch(new Command.TrainingSwitched(true));
    frames.setCostOfReading(0.25);
    frames.draw(100, FRAME);
    double before = frames.now();
    frames.draw(0);
    double late = frames.now() - before;
    assertTrue(late > 2 && late < 4, late + " ms");
    frames.draw(400, 5);
    before = frames.now();
    frames.draw(0);
    double again = frames.now() - before;
    assertTrue(again >= Pace.FRAME_BUDGET_MS, again + " ms");
  }

  @Test
  void aFrameAnswersWhatSomebodyDidBeforeItWorksButEverySecondWorks() {
    dispatch(new Change.SpeedChosen(new Speed(Speed.MAX_LEVEL)));
    dispatch(new Command.TrainingSwitched(true));
    frames.setCostOfReading(1);
    frames.draw(FRAME);
    double epochs = store.state().snapshot().epochs();
    for (int i = 1; i <= 4; i++) {
      store.dispatch(new Change.LearningRateChanged(0.01 * i));
      store.flush();
      heard.clear();
      frames.draw(FRAME);
      assertEquals(1, heard.size());
      assertEquals(0.01 * i, heard.get(0).experiment().training().learningRate());
      double now = heard.get(0).snapshot().epochs();
      assertEquals(i % 2 == 0, now > epochs);
      epochs = now;
    }
    frames.draw(FRAME);
    assertTrue(store.state().snapshot().epochs() > epochs);
  }

  @Test
  void workThatAMachineCannotDoInTimeIsNotDoneLater() {
    dispatch(new Change.SpeedChosen(new Speed(13)), new Command.TrainingSwitched(true));
    frames.setCostOfReading(4);
    frames.draw(10, FRAME);
    double done = store.state().snapshot().epochs();
    assertTrue(done < 10 * 25 * FRAME / 2);
    frames.setCostOfReading(0);
    frames.draw(FRAME);
    // The 8 ms of work in the previous frame have passed as well.
    assertEquals(25 * (FRAME + 8), store.state().snapshot().epochs() - done, 10);
  }

  @Test
  void aLongPauseBetweenFramesIsNotMadeUpFor() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(3_600_000);
    assertEquals(26, store.state().snapshot().epochs(), 1);
  }

  @Test
  void pausingStopsAtOnce() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(10, FRAME);
    double epochs = store.state().snapshot().epochs();
    dispatch(new Command.TrainingSwitched(false));
    frames.draw(10, FRAME);
    assertEquals(epochs, store.state().snapshot().epochs());
    assertFalse(store.state().activity().training());
    assertEquals(0, frames.outstanding());
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(FRAME);
    assertTrue(store.state().snapshot().epochs() > epochs);
  }

  @Test
  void epochsAskedForAreDoneExactly() {
    dispatch(new Command.EpochsRequested(1));
    assertEquals(1, store.state().snapshot().epochs());
    assertFalse(store.state().activity().training());
    dispatch(new Command.EpochsRequested(99));
    assertEquals(100, store.state().snapshot().epochs());
    assertNotEquals(DEFAULTS, store.state().snapshot().parameters());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 10_001, Integer.MAX_VALUE})
  void aCountOfEpochsOutOfRangeDoesNothing(int count) {
    dispatch(new Command.SearchSwitched(true));
    frames.draw(10, FRAME);
    dispatch(new Command.SearchSwitched(false));
    State before = store.state();
    dispatch(new Command.EpochsRequested(count));
    assertEquals(before, store.state());
  }

  @Test
  void howEpochsAreSpreadOverFramesDoesNotMatter() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(37, 13);
    dispatch(new Command.TrainingSwitched(false));
    Snapshot inFrames = store.state().snapshot();
    dispatch(new Command.ResetRequested(), new Command.EpochsRequested((int) inFrames.epochs()));
    assertEquals(inFrames.parameters(), store.state().snapshot().parameters());
    assertEquals(inFrames.bpttCurve(), store.state().snapshot().bpttCurve());
  }

  @Test
  void resetGoesBackToTheParametersThatTheRunStartedFrom() {
    dispatch(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 1.2), new Change.StepChosen(5));
    Numbers start = store.state().snapshot().parameters();
    assertEquals(DEFAULTS.with(ElmanUnit.HIDDEN_WEIGHT, 1.2), start);
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(10, FRAME);
    int run = store.state().run().number();
    dispatch(new Command.ResetRequested());
    State state = store.state();
    assertEquals(start, state.snapshot().parameters());
    assertEquals(0, state.snapshot().epochs());
    assertEquals(0, state.experiment().cursor());
    assertFalse(state.activity().training());
    assertEquals(run + 1, state.run().number());
    assertEquals(1, state.snapshot().bpttCurve().work().size());
  }

  @Test
  void resetFromEpochZeroTakesBackWhatWasSetByHand() {
    dispatch(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 1.2));
    dispatch(new Command.ResetRequested());
    assertEquals(DEFAULTS, store.state().snapshot().parameters());
    assertEquals(Experiment.initial(), store.state().experiment());
  }

  @Test
  void aWeightSetByHandWhileTrainingKeepsTheEpochAndTrainingGoesOn() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(10, FRAME);
    Snapshot before = store.state().snapshot();
    dispatch(new Command.ParameterSet(ElmanUnit.OUTPUT_WEIGHT, -2));
    Snapshot after = store.state().snapshot();
    assertEquals(before.parameters().with(ElmanUnit.OUTPUT_WEIGHT, -2), after.parameters());
    assertEquals(before.epochs(), after.epochs());
    assertNotEquals(before.loss(), after.loss());
    assertTrue(store.state().activity().training());
    frames.draw(10, FRAME);
    assertEquals(before.epochs() + 50, store.state().snapshot().epochs());
    dispatch(new Command.ResetRequested());
    assertEquals(DEFAULTS, store.state().snapshot().parameters());
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "5, 1", "2147483647, 1", "0, NaN", "1, Infinity", "2, 1000001"})
  void aParameterOutOfRangeIsNotSet(int index, double value) {
    State before = store.state();
    dispatch(new Command.ParameterSet(index, value));
    assertEquals(before, store.state());
  }

  @Test
  void newWeightsAreThoseOfTheNextSeedAndReproducible() {
    dispatch(new Change.StepChosen(5), new Change.NewWeightsRequested());
    Experiment second = store.state().experiment();
    assertEquals(2, second.start().seed());
    assertEquals(0, second.cursor());
    assertNotEquals(DEFAULTS, second.start().parameters());
    dispatch(new Command.EpochsRequested(5));
    Numbers trained = store.state().snapshot().parameters();
    dispatch(new Change.NewWeightsRequested());
    assertEquals(3, store.state().experiment().start().seed());
    assertNotEquals(second.start().parameters(), store.state().snapshot().parameters());
    dispatch(new Change.SeedEntered(2));
    assertEquals(second.start(), store.state().experiment().start());
    assertEquals(second.start().parameters(), store.state().snapshot().parameters());
    dispatch(new Command.EpochsRequested(5));
    assertEquals(trained, store.state().snapshot().parameters());
  }

  @Test
  void afterTheLastSeedComesTheFirst() {
    dispatch(new Change.SeedEntered(Start.MAX_SEED), new Change.NewWeightsRequested());
    assertEquals(0, store.state().experiment().start().seed());
  }

  @Test
  void theRateIsHandedToTheRunningRun() {
    dispatch(new Command.EpochsRequested(3));
    int run = store.state().run().number();
    Numbers before = store.state().snapshot().parameters();
    dispatch(new Change.ClippingChosen(Clipping.Kind.GLOBAL_NORM));
    dispatch(new Change.ClipLimitChanged(1e-3), new Change.LearningRateChanged(0.5));
    assertTrue(store.state().snapshot().clipped());
    dispatch(new Command.EpochsRequested(1));
    assertEquals(run, store.state().run().number());
    assertEquals(4, store.state().snapshot().epochs());
    double squares = 0;
    for (int i = 0; i < 5; i++) {
      double moved = store.state().snapshot().parameters().get(i) - before.get(i);
      squares += moved * moved;
    }
    assertEquals(0.5e-3, Math.sqrt(squares), 1e-15);
  }

  @Test
  void anotherNetworkIsAnotherRun() {
    List<Change> changes =
        List.of(
            new Change.ActivationChosen(Activation.LINEAR),
            new Change.ScalingChosen(Scaling.RAW),
            new Change.LengthChanged(10),
            new Change.TaskChosen(Task.LINEAR),
            new Change.SeedEntered(9));
    for (Change change : changes) {
      dispatch(new Command.TrainingSwitched(true), new Command.SearchSwitched(true));
      frames.draw(3, FRAME);
      int run = store.state().run().number();
      dispatch(change);
      assertEquals(run + 1, store.state().run().number(), change.toString());
      assertEquals(0, store.state().snapshot().epochs());
      assertEquals(0, store.state().snapshot().tries());
      assertFalse(store.state().activity().training() || store.state().activity().searching());
    }
  }

  @Test
  void aHiddenTabWorksNoMoreAndLosesNothing() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(10, FRAME);
    int calls = heard.size();
    Numbers parameters = store.state().snapshot().parameters();
    store.suspend();
    frames.draw(10, FRAME);
    dispatch(new Command.TrainingSwitched(true), new Change.SteppedForward());
    assertEquals(0, frames.outstanding());
    assertEquals(calls, heard.size());
    assertFalse(store.state().activity().training());
    store.resume();
    frames.draw(10, FRAME);
    assertEquals(calls + 1, heard.size());
    assertEquals(parameters, heard.get(calls).snapshot().parameters());
    assertEquals(1, heard.get(calls).experiment().cursor());
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(FRAME);
    assertNotEquals(parameters, store.state().snapshot().parameters());
  }

  @Test
  void suspendingBetweenTwoFramesLeavesOneFrameOutstanding() {
    store.suspend();
    store.resume();
    assertEquals(1, frames.outstanding());
    frames.draw(FRAME);
    assertEquals(1, heard.size());
  }

  @Test
  void divergenceStopsTrainingAndIsReportedUntilDismissed() {
    diverge();
    State state = store.state();
    Divergence divergence = state.run().divergence();
    assertNotNull(divergence);
    assertFalse(state.activity().training());
    assertEquals(state.snapshot().epochs() + 1, divergence.epoch());
    assertNull(state.snapshot().overflow());
    assertTrue(Double.isFinite(state.snapshot().loss()));
    dispatch(new Change.StepChosen(1));
    assertEquals(divergence, store.state().run().divergence());
    dispatch(new Command.DivergenceDismissed());
    assertNull(store.state().run().divergence());
  }

  @Test
  void afterADivergenceTrainingCanGoOnWithARemedy() {
    diverge();
    double epochs = store.state().snapshot().epochs();
    dispatch(new Change.ClippingChosen(Clipping.Kind.GLOBAL_NORM));
    dispatch(new Change.LearningRateChanged(1e-6), new Command.TrainingSwitched(true));
    assertNull(store.state().run().divergence());
    frames.draw(10, FRAME);
    assertNull(store.state().run().divergence());
    assertEquals(epochs + 51, store.state().snapshot().epochs(), 1);
  }

  @Test
  void aWeightSetByHandSettlesADivergence() {
    diverge();
    dispatch(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, 0.1));
    assertNull(store.state().run().divergence());
    diverge();
    dispatch(new Command.ResetRequested());
    assertNull(store.state().run().divergence());
  }

  @Test
  void bothMethodsRunningDoEqualWork() {
    dispatch(new Command.TrainingSwitched(true), new Command.SearchSwitched(true));
    frames.draw(20, FRAME);
    Snapshot snapshot = store.state().snapshot();
    assertTrue(snapshot.epochs() > 90);
    assertEquals(3 * snapshot.epochs(), snapshot.tries());
    Numbers work = snapshot.bpttCurve().work();
    assertEquals(snapshot.tries(), work.get(work.size() - 1));
    work = snapshot.searchCurve().work();
    assertEquals(snapshot.tries(), work.get(work.size() - 1));
  }

  @Test
  void theMethodSwitchedOnLastIsShown() {
    dispatch(new Command.TrainingSwitched(true));
    frames.draw(5, FRAME);
    assertEquals(Method.BPTT, store.state().snapshot().method());
    dispatch(new Command.SearchSwitched(true));
    frames.draw(5, FRAME);
    Snapshot snapshot = store.state().snapshot();
    assertEquals(Method.RANDOM_SEARCH, snapshot.method());
    assertEquals(snapshot.bestLoss(), snapshot.loss());
    dispatch(new Command.EpochsRequested(1));
    assertEquals(Method.BPTT, store.state().snapshot().method());
  }

  @Test
  void searchAloneDoesNotTrain() {
    dispatch(new Command.SearchSwitched(true));
    frames.draw(50, FRAME);
    Snapshot snapshot = store.state().snapshot();
    assertEquals(0, snapshot.epochs());
    assertEquals(750, snapshot.tries(), 3);
    dispatch(new Command.SearchSwitched(false));
    frames.draw(50, FRAME);
    assertEquals(snapshot.tries(), store.state().snapshot().tries());
  }

  @Test
  void theBestDrawCanBeTrainedOn() {
    dispatch(new Command.SearchSwitched(true));
    frames.draw(10, FRAME);
    dispatch(new Command.SearchSwitched(false));
    Numbers best = store.state().snapshot().parameters();
    assertNotEquals(DEFAULTS, best);
    dispatch(new Command.BestAdopted());
    State state = store.state();
    assertEquals(Method.BPTT, state.snapshot().method());
    assertEquals(best, state.snapshot().parameters());
    assertEquals(best, state.experiment().start().parameters());
    dispatch(new Command.EpochsRequested(5), new Command.ResetRequested());
    assertEquals(best, store.state().snapshot().parameters());
    dispatch(new Command.ResetRequested());
    assertEquals(DEFAULTS, store.state().snapshot().parameters());
  }

  @Test
  void withoutADrawThereIsNothingToAdopt() {
    State before = store.state();
    dispatch(new Command.BestAdopted());
    assertEquals(before, store.state());
  }

  @Test
  void whatIsPointedAtIsKnownAndForgottenWithTheData() {
    dispatch(new Command.StepPointedAt(3), new Command.ParameterPointedAt(1));
    assertEquals(3, store.state().pointed().step());
    assertEquals(3, store.state().focusStep());
    assertEquals(1, store.state().pointed().parameter());
    dispatch(new Command.StepPointedAt(99), new Command.ParameterPointedAt(5));
    assertEquals(8, store.state().pointed().step());
    assertEquals(-1, store.state().pointed().parameter());
    dispatch(new Change.StepChosen(2), new Change.LengthChanged(4));
    assertEquals(0, store.state().pointed().step());
    assertEquals(2, store.state().focusStep());
    dispatch(new Command.StepPointedAt(-5), new Command.ParameterPointedAt(-5));
    assertEquals(0, store.state().pointed().step());
    assertEquals(-1, store.state().pointed().parameter());
  }

  @Test
  void theParameterPointedAtLastIsKnownUntilTheNetworkIsAnother() {
    assertEquals(-1, store.state().pointed().lastParameter());
    dispatch(new Command.ParameterPointedAt(4), new Command.ParameterPointedAt(-1));
    assertEquals(4, store.state().pointed().lastParameter());
    dispatch(new Command.ParameterPointedAt(99));
    assertEquals(4, store.state().pointed().lastParameter());
    dispatch(new Change.HiddenSizeChanged(2));
    assertEquals(-1, store.state().pointed().lastParameter());
  }

  /** Trains with steps that are too long until something overflows. */
  private void diverge() {
    dispatch(new Change.ActivationChosen(Activation.LINEAR), new Change.ScalingChosen(Scaling.RAW));
    dispatch(new Change.ClippingChosen(Clipping.Kind.OFF), new Change.LearningRateChanged(1));
    dispatch(new Command.TrainingSwitched(true));
    for (int i = 0; i < 50 && store.state().activity().training(); i++) {
      frames.draw(FRAME);
    }
    assertNotNull(store.state().run().divergence());
  }

  private void dispatch(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
  }

  @Test
  void otherStartWeightsStartAnotherRun() {
    dispatch(new Command.ParameterSet(ElmanUnit.HIDDEN_WEIGHT, -2), new Command.EpochsRequested(9));
    store.beginGesture();
    dispatch(new Change.StartWeightsChosen(StartWeights.DEFAULT));
    assertEquals(DEFAULTS, store.state().experiment().start().parameters());
    assertEquals(0, store.state().snapshot().epochs());
    assertEquals(DEFAULTS, store.state().snapshot().parameters());
    dispatch(new Command.Undone());
    assertEquals(9, store.state().snapshot().epochs());
  }
}
