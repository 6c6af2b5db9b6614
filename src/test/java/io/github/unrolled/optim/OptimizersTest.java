package io.github.unrolled.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The optimizers match those of PyTorch. */
class OptimizersTest {
  private static final double[] START = {1, -2, 3};
  private static final double[][] GRADIENTS = {
    {10, 0, -4e-3}, {-1, 2e3, 1e-6}, {0, -5, 0.25}, {3, 3, 3}
  };

  @ParameterizedTest
  @EnumSource
  void fourStepsEndWherePyTorchEnds(OptimizerKind kind) {
    double[] parameters = START.clone();
    Optimizer optimizer = kind.newOptimizer(3);
    for (double[] gradient : GRADIENTS) {
      optimizer.step(parameters, gradient, 0.1);
    }
    double[] expected =
        switch (kind) {
          case SGD -> new double[] {-0.2, -201.8, 2.6753999};
          case MOMENTUM -> new double[] {-2.468, -543.35, 2.653875329};
          case RMSPROP -> new double[] {-0.1900073834793942, -2.999002558336397, 2.003270339701624};
          case ADAM -> new double[] {0.7423238871605805, -2.1788503990216546, 3.0417417014021306};
        };
    for (int i = 0; i < 3; i++) {
      assertEquals(expected[i], parameters[i], 1e-14 * Math.max(1, Math.abs(expected[i])));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyStepsAreThoseOfTheSumsOverAllGradients(OptimizerKind kind) {
    Rng rng = new Rng(1, 0);
    for (int run = 0; run < 100; run++) {
      double size = Math.pow(10, rng.uniform(-6, 6));
      Optimizer optimizer = kind.newOptimizer(1);
      double[] parameter = {rng.uniform(-3, 3)};
      double expected = parameter[0];
      List<Double> gradients = new ArrayList<>();
      for (int step = 1; step <= 60; step++) {
        double[] gradient = {rng.nextInt(5) == 0 ? 0 : size * rng.uniform(-1, 1)};
        gradients.add(gradient[0]);
        double rate = Math.pow(10, rng.uniform(-4, 0));
        double change = rate * direction(kind, gradients);
        optimizer.step(parameter, gradient, rate);
        expected -= change;
        assertEquals(expected, parameter[0], 1e-12 * Math.max(1, Math.abs(expected)));
        expected = parameter[0];
        assertEquals(gradients.get(step - 1), gradient[0]);
      }
    }
  }

  /** The factor of the learning rate, computed from the whole past without recursion. */
  private static double direction(OptimizerKind kind, List<Double> gradients) {
    int n = gradients.size();
    double last = gradients.get(n - 1);
    return switch (kind) {
      case SGD -> last;
      case MOMENTUM -> decayed(gradients, 0.9, 1);
      case RMSPROP -> last / (Math.sqrt(0.01 * decayed(gradients, 0.99, 2)) + 1e-8);
      case ADAM -> {
        double mean = 0.1 * decayed(gradients, 0.9, 1) / (1 - Math.pow(0.9, n));
        double square = 0.001 * decayed(gradients, 0.999, 2) / (1 - Math.pow(0.999, n));
        yield mean / (Math.sqrt(square) + 1e-8);
      }
    };
  }

  /** Sum of the powers of all gradients, each weighted less the further back it is. */
  private static double decayed(List<Double> gradients, double decay, int power) {
    double sum = 0;
    for (int i = 0; i < gradients.size(); i++) {
      int age = gradients.size() - 1 - i;
      sum += Math.pow(decay, age) * Math.pow(gradients.get(i), power);
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void whoForgetsIsFresh(OptimizerKind kind) {
    Optimizer optimizer = kind.newOptimizer(3);
    double[] parameters = START.clone();
    for (double[] gradient : GRADIENTS) {
      optimizer.step(parameters, gradient, 0.1);
    }
    optimizer.forget();
    double[] afterForgetting = START.clone();
    double[] fresh = START.clone();
    Optimizer other = kind.newOptimizer(3);
    for (double[] gradient : GRADIENTS) {
      optimizer.step(afterForgetting, gradient, 0.1);
      other.step(fresh, gradient, 0.1);
      assertArrayEquals(fresh, afterForgetting);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoOfAKindShareNothing(OptimizerKind kind) {
    Optimizer alone = kind.newOptimizer(3);
    Optimizer beside = kind.newOptimizer(3);
    Optimizer other = kind.newOptimizer(3);
    double[] expected = START.clone();
    double[] parameters = START.clone();
    double[] elsewhere = START.clone();
    for (double[] gradient : GRADIENTS) {
      alone.step(expected, gradient, 0.1);
      other.step(elsewhere, GRADIENTS[1], 0.3);
      beside.step(parameters, gradient, 0.1);
      assertArrayEquals(expected, parameters);
    }
  }

  @Test
  void theFirstStepOfAdamIsAsLongAsTheRateWhateverTheGradient() {
    double[] parameters = START.clone();
    OptimizerKind.ADAM.newOptimizer(3).step(parameters, new double[] {1e-3, -1e5, 0}, 0.25);
    assertArrayEquals(new double[] {0.75, -1.75, 3}, parameters, 1e-5);
  }

  @Test
  void theFirstStepOfRmsPropIsTenTimesTheRate() {
    double[] parameters = START.clone();
    OptimizerKind.RMSPROP.newOptimizer(3).step(parameters, new double[] {1e-3, -1e5, 0}, 0.02);
    assertArrayEquals(new double[] {0.8, -1.8, 3}, parameters, 1e-4);
  }

  @Test
  void aSteadyGradientTakesMomentumToTenTimesTheStep() {
    double[] parameters = {0};
    Optimizer momentum = OptimizerKind.MOMENTUM.newOptimizer(1);
    momentum.step(parameters, new double[] {1}, 0.1);
    assertEquals(-0.1, parameters[0]);
    for (int i = 0; i < 400; i++) {
      momentum.step(parameters, new double[] {1}, 0.1);
    }
    double before = parameters[0];
    momentum.step(parameters, new double[] {1}, 0.1);
    assertEquals(-1, parameters[0] - before, 1e-12);
    assertTrue(before < -390);
  }
}
