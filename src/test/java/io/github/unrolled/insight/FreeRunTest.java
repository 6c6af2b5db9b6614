package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.unrolled.experiment.ExactSolution;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Free runs and their errors match the plain rule, worked out step by step. */
class FreeRunTest {
  private static final int STEPS = 9;

  private static Problem problem(Task task, int steps) {
    return task.problem(steps, Numbers.of(), Scaling.NORMALIZED, 1, 1);
  }

  private static Pass taught(Network network, double[] parameters, Problem problem) {
    Pass pass = network.newPass(problem.steps());
    network.forward(parameters, problem.inputs().toArray(), problem.targets().toArray(), pass);
    return pass;
  }

  private static double[] random(Network network, Rng rng) {
    return IntStream.range(0, network.parameterCount())
        .mapToDouble(i -> rng.uniform(-1, 1))
        .toArray();
  }

  private static TakeoverFan fan(Network network, double[] parameters, Problem problem) {
    TakeoverFan fan =
        new TakeoverFan(
            new FreeRun(network, problem.steps()),
            problem.expectedBeyond(),
            parameters,
            taught(network, parameters, problem));
    while (!fan.isDone()) {
      fan.runNext();
    }
    return fan;
  }

  /** Each output comes from a separate forward pass over all inputs so far. */
  private static double[] naive(Network network, double[] parameters, Problem problem, int k) {
    double[] inputs = Arrays.copyOf(problem.inputs().toArray(), 2 * problem.steps());
    double[] outputs = new double[inputs.length];
    Arrays.fill(outputs, 0, k - 1, Double.NaN);
    for (int step = k; step <= inputs.length; step++) {
      Pass pass = network.newPass(step);
      network.forward(parameters, Arrays.copyOf(inputs, step), new double[step], pass);
      outputs[step - 1] = pass.output(step - 1);
      if (step < inputs.length) {
        inputs[step] = outputs[step - 1];
      }
    }
    return outputs;
  }

  @ParameterizedTest
  @EnumSource
  void eachOutputIsTheNextInput(CellType cell) {
    Rng rng = new Rng(3, 0);
    Problem problem = problem(Task.SINE, STEPS);
    for (boolean memory : new boolean[] {true, false}) {
      for (int units : new int[] {1, 2, 5}) {
        NetworkShape shape = new NetworkShape(cell, units, Activation.TANH, memory);
        Network network = shape.newNetwork();
        double[] parameters = random(network, rng);
        shape.hold(parameters);
        FreeRun freeRun = new FreeRun(network, STEPS);
        double[] outputs = new double[2 * STEPS];
        for (int k = STEPS; k >= 1; k--) {
          freeRun.run(parameters, taught(network, parameters, problem), k, outputs);
          String what = shape + " from step " + k;
          assertArrayEquals(naive(network, parameters, problem, k), outputs, 1e-12, what);
        }
      }
    }
  }

  @Test
  void theExactFibonacciNetworkGoesOnForEver() {
    Problem problem = problem(Task.FIBONACCI, 8);
    ExactSolution solution =
        Objects.requireNonNull(ExactSolution.of(problem, Experiment.initial().data()));
    Network network = solution.shape().newNetwork();
    TakeoverFan fan = fan(network, solution.parameters().toArray(), problem);
    double[] outputs = fan.outputs(1);
    double before = 1;
    double value = 2;
    for (int step = 2; step <= 16; step++) {
      assertEquals(value, problem.units().toRaw(outputs[step - 1]), 1e-9 * value, "step " + step);
      double next = before + value;
      before = value;
      value = next;
    }
    for (int h = 1; h <= 8; h++) {
      assertEquals(0, fan.error(h), 1e-11, "horizon " + h);
    }
  }

  /**
   * Over 12 pairs R^2 is 0.99999 one step ahead; after 12 steps the error is a quarter of the
   * range.
   */
  @Test
  void aMemorylessLineIsGoodOneStepAheadAndFailsOnItsOwn() {
    Problem problem = problem(Task.FIBONACCI, 12);
    Baselines line = Baselines.of(problem.inputs().toArray(), problem.targets().toArray());
    double[] parameters = {1, 0, 0, line.slope(), line.intercept()};
    Network network = NetworkShape.unit(Activation.LINEAR).newNetwork();
    TakeoverFan fan = fan(network, parameters, problem);
    assertEquals(Math.sqrt(line.line()), fan.error(1), 1e-15);
    assertTrue(1 - line.line() / line.mean() > 0.999985);
    assertEquals(0.56, Math.abs(fan.outputs(0)[11] - problem.targets().get(11)), 5e-3);
    double value = problem.inputs().get(0);
    for (int step = 1; step <= 12; step++) {
      value = line.slope() * value + line.intercept();
    }
    assertEquals(value, fan.outputs(0)[11], 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"SINE, 9", "FIBONACCI, 60", "LINEAR, 3"})
  void theErrorOfAHorizonIsOverAllTakeoversThatHaveAValueThere(Task task, int steps) {
    assertErrors(problem(task, steps), 2 * steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 60})
  void ownNumbersEnd(int steps) {
    Rng rng = new Rng(4, 0);
    double[] values =
        IntStream.rangeClosed(0, steps).mapToDouble(i -> rng.uniform(-9, 9)).toArray();
    Problem problem = Task.CUSTOM.problem(0, Numbers.of(values), Scaling.NORMALIZED, 1, 1);
    assertErrors(problem, steps);
    assertTrue(Double.isNaN(problem.expectedBeyond()[steps]));
  }

  /** The expected values are known for the first {@code known} steps. */
  private static void assertErrors(Problem problem, int known) {
    int steps = problem.steps();
    Network network = new NetworkShape(CellType.GRU, 2, Activation.TANH, true).newNetwork();
    double[] parameters = random(network, new Rng(5, 0));
    TakeoverFan fan = fan(network, parameters, problem);
    double[] expected = Arrays.copyOf(problem.targets().toArray(), 2 * steps);
    for (int t = steps; t < known; t++) {
      expected[t] = problem.continuation().get(t - steps);
    }
    double[][] runs = new double[steps + 1][];
    for (int k = 1; k <= steps; k++) {
      runs[k] = naive(network, parameters, problem, k);
    }
    for (int h = 1; h <= steps; h++) {
      double sum = 0;
      int count = 0;
      for (int k = 1; k <= steps; k++) {
        int step = k + h - 1;
        if (step <= known) {
          sum += Math.pow(runs[k][step - 1] - expected[step - 1], 2);
          count++;
        }
      }
      assertEquals(count, fan.count(h), "horizon " + h);
      double error = Math.sqrt(sum / count);
      assertEquals(error, fan.error(h), 1e-12 * error, "horizon " + h);
    }
  }

  @Test
  void ofALongSequenceSixtyTakeoversAreChosenEvenly() {
    for (int steps = 2; steps <= 500; steps++) {
      double[] values = new double[steps + 1];
      values[1] = 1;
      Problem problem = Task.CUSTOM.problem(0, Numbers.of(values), Scaling.RAW, 1, 1);
      Network network = NetworkShape.unit(Activation.LINEAR).newNetwork();
      double[] parameters = new double[network.parameterCount()];
      TakeoverFan fan =
          new TakeoverFan(
              new FreeRun(network, steps),
              problem.expectedBeyond(),
              parameters,
              taught(network, parameters, problem));
      assertEquals(Math.min(60, steps), fan.size());
      assertEquals(1, fan.takeover(0));
      assertEquals(steps, fan.takeover(fan.size() - 1));
      int least = (steps - 1) / (fan.size() - 1);
      for (int run = 1; run < fan.size(); run++) {
        int gap = fan.takeover(run) - fan.takeover(run - 1);
        assertTrue(gap == least || gap == least + 1, steps + " steps, run " + run);
      }
    }
  }

  @Test
  void whatExplodesIsNotFiniteAndNothingBreaks() {
    Problem problem = problem(Task.SINE, 60);
    Network network = NetworkShape.unit(Activation.LINEAR).newNetwork();
    double[] parameters = {1e6, 1e6, 1, 1e6, 1};
    TakeoverFan fan = fan(network, parameters, problem);
    assertFalse(Double.isFinite(fan.error(60)));
    assertFalse(Double.isFinite(fan.outputs(0)[119]));
  }

  @Test
  void aFanStartsAnewWithOtherParameters() {
    Problem problem = problem(Task.SINE, STEPS);
    Network network = NetworkShape.unit(Activation.TANH).newNetwork();
    double[] first = {1, 0.5, 0, 1, 0};
    double[] second = {0.3, -0.5, 0.1, 2, 0.2};
    TakeoverFan fan = fan(network, first, problem);
    fan.start(second, taught(network, second, problem));
    assertFalse(fan.isDone());
    while (!fan.isDone()) {
      fan.runNext();
    }
    TakeoverFan fresh = fan(network, second, problem);
    for (int h = 1; h <= STEPS; h++) {
      assertEquals(fresh.error(h), fan.error(h));
      assertEquals(fresh.count(h), fan.count(h));
    }
    for (int run = 0; run < STEPS; run++) {
      assertArrayEquals(fresh.outputs(run), fan.outputs(run));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunAllocatesNothing(CellType cell) {
    Problem problem = problem(Task.SINE, 20);
    Network network = new NetworkShape(cell, 5, Activation.TANH, true).newNetwork();
    double[] parameters = random(network, new Rng(1, 0));
    Pass taught = taught(network, parameters, problem);
    TakeoverFan fan = fan(network, parameters, problem);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int i = 0; i < 400; i++) {
      if (i == 200) {
        before = thread.getCurrentThreadAllocatedBytes();
      }
      fan.start(parameters, taught);
      while (!fan.isDone()) {
        fan.runNext();
      }
    }
    assertEquals(0, (thread.getCurrentThreadAllocatedBytes() - before) / 200.0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10})
  void aTakeoverIsAStep(int takeover) {
    Network network = NetworkShape.unit(Activation.TANH).newNetwork();
    FreeRun freeRun = new FreeRun(network, STEPS);
    Pass pass = network.newPass(STEPS);
    double[] parameters = new double[5];
    double[] outputs = new double[2 * STEPS];
    assertThrows(
        IllegalArgumentException.class, () -> freeRun.run(parameters, pass, takeover, outputs));
  }

  @Test
  void aNetworkOfTwoInputsCannotRunOnOneOutput() {
    Network network = NetworkShape.unit(Activation.TANH).newNetwork(2, Numbers.of(0));
    assertThrows(IllegalArgumentException.class, () -> new FreeRun(network, STEPS));
  }
}
