package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.StartWeights;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.optim.OptimizerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class GhostWordsTest {
  private final GhostWords words = new GhostWords(new NumberFormat(new JvmDecimals()));
  private final Store store = new Store(Experiment.initial(), () -> 0, frame -> {}, state -> {});

  /** The name of the newest ghost after some events. */
  private String nameAfter(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
    List<Ghost> ghosts = store.state().compared().ghosts();
    return words.name(ghosts.get(ghosts.size() - 1));
  }

  @Test
  void aKeptRunIsCalledByItsSettings() {
    assertEquals(
        "tanh, rate 0.0100", nameAfter(new Command.EpochsRequested(10), new Command.RunKept()));
  }

  @Test
  void whatIsUnusualIsPartOfTheName() {
    assertEquals(
        "3 LSTM, Adam, rate 0.100, seed 7",
        nameAfter(
            new Change.CellChosen(CellType.LSTM),
            new Change.HiddenSizeChanged(3),
            new Change.OptimizerChosen(OptimizerKind.ADAM),
            new Change.LearningRateChanged(0.1),
            new Change.SeedEntered(7),
            new Command.EpochsRequested(1),
            new Command.RunKept()));
  }

  @Test
  void aSeedIsNamedWhereTheStartDependsOnIt() {
    assertEquals(
        "tanh, rate 0.0100, seed 1",
        nameAfter(
            new Change.StartWeightsChosen(StartWeights.SEEDED),
            new Command.EpochsRequested(1),
            new Command.RunKept()));
  }

  @Test
  void aStartStateOtherThanZeroIsNamed() {
    assertEquals(
        "tanh, rate 0.0100, h₀ 0.500",
        nameAfter(
            new Change.StartStateSet(0, 0.5),
            new Command.EpochsRequested(1),
            new Command.RunKept()));
    assertEquals(
        "2 tanh, Adam, rate 0.0200, seed 1, other h₀",
        nameAfter(
            new Change.HiddenSizeChanged(2),
            new Change.StartStateSet(1, 0.5),
            new Command.EpochsRequested(1),
            new Command.RunKept()));
  }

  @Test
  void aRunThatWasBranchedFromSaysHowFarItWent() {
    assertEquals(
        "tanh, rate 0.0100, to epoch 20",
        nameAfter(
            new Command.EpochsRequested(20),
            new Command.EpochChosen(5),
            new Command.BranchedHere()));
  }

  @Test
  void switchedMemoryIsTheWholeName() {
    assertEquals(
        "BPTT with memory",
        nameAfter(new Command.EpochsRequested(1), new Change.MemorySwitched(false)));
    assertEquals(
        "BPTT without memory",
        nameAfter(new Command.EpochsRequested(1), new Change.MemorySwitched(true)));
  }

  @Test
  void aNameGivenByHandCounts() {
    assertEquals(
        "mine",
        nameAfter(
            new Command.EpochsRequested(1),
            new Command.RunKept(),
            new Command.GhostRenamed(1, " mine ")));
  }
}
