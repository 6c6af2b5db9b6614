package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The hand-made networks solve their tasks: the loss is 0, or only rounding error. */
class ExactSolutionTest {
  /** The squares of a few units in the last place of 1, after up to 60 turns of a wave. */
  private static final double ROUNDING = 1e-29;

  private static final int SEEDS = 10;

  /** The tasks with an exact solution. */
  static List<Task> solved() {
    return Arrays.stream(Task.values())
        .filter(
            task -> {
              State state = opened(task).state();
              return ExactSolution.of(state.problem(), state.experiment().data()) != null;
            })
        .toList();
  }

  private static Store opened(Task task) {
    ManualFrames frames = new ManualFrames();
    Store store = new Store(Experiment.initial(), frames, frames, state -> {});
    store.dispatch(new Change.TaskChosen(task));
    return store;
  }

  @ParameterizedTest
  @MethodSource("solved")
  void theyAreExactForEveryLengthDelayAndSeedInBothUnits(Task task) {
    for (Scaling scaling : Scaling.values()) {
      // Whole numbers and quarters are exact, and so is a tanh that has saturated.
      boolean exact = task.isMemory() || (scaling == Scaling.RAW && task != Task.SINE);
      for (int steps = Task.MIN_STEPS; steps <= Task.MAX_STEPS; steps++) {
        Data data = opened(task).state().experiment().data();
        data = data.withScaling(scaling).withRuleSteps(steps);
        for (int delay = 1; delay <= (task == Task.ECHO ? Task.MAX_DELAY : 1); delay++) {
          for (int seed = 0; seed < (task.isMemory() ? SEEDS : 1); seed++) {
            double loss = loss(data.withDelay(delay), seed);
            String what = task + " " + scaling + ", T = " + steps + ", delay " + delay;
            assertTrue(exact ? loss == 0 : loss < ROUNDING, what + ": " + loss);
          }
        }
      }
    }
  }

  private static double loss(Data data, int seed) {
    Problem problem = data.problem(seed);
    ExactSolution solution = Objects.requireNonNull(ExactSolution.of(problem, data));
    Network network = solution.shape().newNetwork();
    Pass pass = network.newPass(problem.steps());
    return network.forward(
        solution.parameters().toArray(),
        problem.inputs().toArray(),
        problem.targets().toArray(),
        pass);
  }

  @ParameterizedTest
  @MethodSource("solved")
  void askedForItIsShownAtEpochZeroWithoutChangingAnythingElse(Task task) {
    Store store = opened(task);
    store.dispatch(new Change.TrainStepsChanged(5));
    store.dispatch(new Change.MemorySwitched(false));
    store.dispatch(new Command.EpochsRequested(3));
    Experiment before = store.state().experiment();
    store.dispatch(new Command.ExactSolutionRequested());
    Snapshot snapshot = store.state().snapshot();
    Experiment after = store.state().experiment();
    assertTrue(snapshot.loss() < ROUNDING, "loss " + snapshot.loss());
    assertTrue(snapshot.testLoss() < ROUNDING, "test loss " + snapshot.testLoss());
    assertEquals(0, snapshot.epochs());
    assertNull(snapshot.overflow());
    assertEquals(before.data(), after.data());
    assertEquals(before.start().seed(), after.start().seed());
    assertTrue(after.shape().memory());
    assertEquals(after.start().parameters(), snapshot.parameters());

    // It comes back after a change by hand and training away from it.
    store.dispatch(new Command.ParameterSet(0, 0.7));
    store.dispatch(new Command.EpochsRequested(20));
    assertNotEquals(snapshot.parameters(), store.state().snapshot().parameters());
    store.dispatch(new Command.ExactSolutionRequested());
    assertEquals(snapshot.parameters(), store.state().snapshot().parameters());
  }

  @Test
  void ownNumbersHaveNone() {
    Store store = opened(Task.CUSTOM);
    State before = store.state();
    assertNull(ExactSolution.of(before.problem(), before.experiment().data()));
    store.dispatch(new Command.ExactSolutionRequested());
    assertEquals(before, store.state());
  }

  @ParameterizedTest
  @CsvSource({
    "FIBONACCI, 2",
    "LINEAR, 1",
    "ALTERNATING, 1",
    "EXPONENTIAL, 1",
    "SINE, 2",
    "ECHO, 4",
    "RUNNING_SUM, 1",
    "LATCH, 1",
    "PARITY, 2"
  })
  void theyTakeAsManyUnitsAsTheyTell(Task task, int units) {
    State state = opened(task).state();
    ExactSolution solution = solution(state);
    assertEquals(units, solution.shape().hiddenSize());
    assertFalse(solution.idea().isEmpty());
  }

  @Test
  void theOneForSineLooksAtNoInputAndThatForCountingAtNoState() {
    assertZeros(solution(opened(Task.SINE).state()), 0, 2);
    assertZeros(solution(opened(Task.LINEAR).state()), 1, 2);
    assertZeros(solution(opened(Task.ALTERNATING).state()), 1, 2);
    assertZeros(solution(opened(Task.EXPONENTIAL).state()), 1, 2);
  }

  private static ExactSolution solution(State state) {
    return Objects.requireNonNull(ExactSolution.of(state.problem(), state.experiment().data()));
  }

  private static void assertZeros(ExactSolution solution, int from, int to) {
    for (int i = from; i < to; i++) {
      assertEquals(0, solution.parameters().get(i));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Task.class,
      names = {"LATCH", "PARITY"})
  void theSaturatedOnesHaveNoGradient(Task task) {
    Store store = opened(task);
    store.dispatch(new Command.ExactSolutionRequested());
    assertEquals(0, store.state().snapshot().gradientNorm());
    store.dispatch(new Command.EpochsRequested(100));
    assertEquals(0, store.state().snapshot().loss());

    // Even if the output is wrong, next to nothing reaches the weights before it.
    NetworkShape shape = store.state().experiment().shape();
    int outputBias = shape.newNetwork().parameterCount() - 1;
    store.dispatch(new Command.ParameterSet(outputBias, 0.5));
    Snapshot perturbed = store.state().snapshot();
    assertTrue(perturbed.gradientNorm() > 0.1);
    for (int i = 0; i < outputBias - shape.hiddenSize(); i++) {
      assertEquals(0, perturbed.gradient().get(i), 1e-12);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Task.class,
      names = {"FIBONACCI", "SINE", "RUNNING_SUM", "ECHO"})
  void trainingLeadsBackToTheLinearOnesAfterASmallPush(Task task) {
    Store store = opened(task);
    store.dispatch(new Command.ExactSolutionRequested());
    for (int i = 0; i < store.state().snapshot().parameters().size(); i++) {
      double pushed = store.state().snapshot().parameters().get(i) + 0.01 * Math.sin(i + 1);
      store.dispatch(new Command.ParameterSet(i, pushed));
    }
    double before = store.state().snapshot().loss();
    assertTrue(before > 1e-6, "before " + before);
    store.dispatch(new Command.EpochsRequested(3000));
    double after = store.state().snapshot().loss();
    assertTrue(after < before / 5, before + " became " + after);
  }
}
