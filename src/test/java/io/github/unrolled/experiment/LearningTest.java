package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What networks learn with the settings that the page recommends: only the task, the network and
 * the seed are chosen here. One run is no evidence, so there are ten seeds.
 */
class LearningTest {
  private static final int SEEDS = 10;

  /** Epochs between two checks of whether a network has learnt. */
  private static final int PACE = 10;

  private static Store opened(int seed, Event... events) {
    ManualFrames frames = new ManualFrames();
    Store store = new Store(Experiment.initial(), frames, frames, state -> {});
    for (Event event : events) {
      store.dispatch(event);
    }
    store.dispatch(new Change.SeedEntered(seed));
    return store;
  }

  /** The count of seeds from which the loss comes below a goal within some epochs. */
  private static void assertLearns(
      int least, int most, ToDoubleFunction<State> goal, Event... events) {
    List<String> epochs = new ArrayList<>();
    int learnt = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Store store = opened(seed, events);
      double below = goal.applyAsDouble(store.state());
      assertTrue(store.state().snapshot().loss() > below);
      int epoch = 0;
      while (epoch < most && store.state().snapshot().loss() >= below) {
        store.dispatch(new Command.EpochsRequested(PACE));
        epoch += PACE;
      }
      boolean done = store.state().snapshot().loss() < below;
      learnt += done ? 1 : 0;
      epochs.add(done ? "" + epoch : "never");
    }
    assertTrue(learnt >= least, "epochs: " + epochs);
  }

  private static Event[] twoLinearUnits(Task task) {
    return new Event[] {
      new Change.TaskChosen(task),
      new Change.HiddenSizeChanged(2),
      new Change.ActivationChosen(Activation.LINEAR)
    };
  }

  @Test
  void twoLinearUnitsLearnSine() {
    assertLearns(8, 5000, state -> 1e-6, twoLinearUnits(Task.SINE));
  }

  @Test
  void twoLinearUnitsLearnWhatFibonacciHasBeyondALine() {
    assertLearns(
        5,
        5000,
        state -> new Yardsticks(state.problem()).baselines().line() / 10,
        twoLinearUnits(Task.FIBONACCI));
  }

  @ParameterizedTest
  @EnumSource(
      value = CellType.class,
      names = {"GRU", "LSTM"})
  void gatedUnitsLearnToEcho(CellType cell) {
    assertLearns(
        8, 1500, state -> 1e-4, new Change.TaskChosen(Task.ECHO), new Change.CellChosen(cell));
  }

  @ParameterizedTest
  @EnumSource(
      value = CellType.class,
      names = {"GRU", "LSTM"})
  void gatedUnitsLearnToLatch(CellType cell) {
    assertLearns(
        8, 1500, state -> 1e-4, new Change.TaskChosen(Task.LATCH), new Change.CellChosen(cell));
  }

  @ParameterizedTest
  @EnumSource(
      value = Task.class,
      names = {"ECHO", "LATCH", "PARITY", "RUNNING_SUM"})
  void memoryTasksAreMetByEightGatedUnitsAndAdam(Task task) {
    Experiment experiment = opened(1, new Change.TaskChosen(task)).state().experiment();
    assertEquals(new NetworkShape(CellType.GRU, 8, Activation.TANH, true), experiment.shape());
    assertEquals(OptimizerKind.ADAM, experiment.training().optimizer());
    assertEquals(0.03, experiment.training().learningRate());
    assertEquals(3, experiment.data().delay());
    assertEquals(24, experiment.data().steps());
  }

  @Test
  void twoUnitsAreTrainedByAdamOnNormalizedNumbers() {
    Experiment experiment = opened(1, twoLinearUnits(Task.SINE)).state().experiment();
    assertEquals(Scaling.NORMALIZED, experiment.data().scaling());
    assertEquals(OptimizerKind.ADAM, experiment.training().optimizer());
    assertEquals(0.02, experiment.training().learningRate());
  }
}
