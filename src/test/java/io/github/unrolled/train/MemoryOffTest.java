package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without memory the recurrent weights are zero from the start to the end of every method. */
class MemoryOffTest {
  private static final Problem SINE =
      Task.SINE.problem(16, Numbers.of(), Scaling.RAW, 1, 1).withTrainSteps(13);

  static List<Arguments> networksAndOptimizers() {
    List<Arguments> all = new ArrayList<>();
    for (OptimizerKind optimizer : OptimizerKind.values()) {
      for (int size : new int[] {1, 3}) {
        for (CellType cell : CellType.values()) {
          all.add(Arguments.of(new NetworkShape(cell, size, Activation.TANH, false), optimizer));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("networksAndOptimizers")
  void theRecurrentWeightsStayZero(NetworkShape shape, OptimizerKind optimizer) {
    Parameter recurrent = shape.newNetwork().parameters().get(1);
    assertEquals("weight_hh", recurrent.name());
    double[] start = drawn(shape);
    Clipping clipping = new Clipping(Clipping.Kind.GLOBAL_NORM, 1);
    double[] h0 = new double[shape.hiddenSize()];
    Arrays.fill(h0, 0.5);
    Run run =
        new Run(shape, SINE, Numbers.of(start), Numbers.of(h0), optimizer, 0.01, clipping, 5, 1);
    double before = run.snapshot(Method.BPTT).loss();
    for (int epoch = 0; epoch < 200; epoch++) {
      assertNull(run.epoch());
      run.attempt();
      if (epoch == 100) {
        run.setParameters(Numbers.of(drawn(shape)));
      }
    }
    for (Method method : Method.values()) {
      Snapshot snapshot = run.snapshot(method);
      for (int i = 0; i < start.length; i++) {
        boolean held = i >= recurrent.offset() && i < recurrent.offset() + recurrent.size();
        assertEquals(held, shape.holdsAtZero(i));
        if (held) {
          assertEquals(0, snapshot.parameters().get(i), "parameter " + i);
          assertEquals(0, snapshot.gradient().get(i), "gradient " + i);
        }
      }
      assertTrue(snapshot.loss() < before, method.toString());
    }
  }

  private static double[] drawn(NetworkShape shape) {
    Rng rng = new Rng(3, 0);
    double[] numbers = new double[shape.newNetwork().parameterCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = rng.uniform(0.2, 1);
    }
    return numbers;
  }
}
