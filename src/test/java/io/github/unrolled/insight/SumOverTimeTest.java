package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SumOverTimeTest {
  private static final int NETWORKS = 150;
  private static final List<Activation> ACTIVATIONS = List.of(Activation.values());

  private static double[] uniform(Rng rng, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = rng.uniform(-1.5, 1.5);
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void theContributionsOfTheStepsAddUpToTheGradient(CellType cell) {
    Rng rng = new Rng(12, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Activation activation = ACTIVATIONS.get(rng.nextInt(ACTIVATIONS.size()));
      int units = i % 3 == 0 ? 1 : 1 + rng.nextInt(6);
      NetworkShape shape = new NetworkShape(cell, units, activation, rng.nextInt(3) > 0);
      boolean zero = rng.nextInt(3) == 0;
      Network network =
          shape.newNetwork(zero ? shape.zeroState() : Numbers.of(uniform(rng, units)));
      int steps = 1 + rng.nextInt(12);
      int trainSteps = 1 + rng.nextInt(steps);
      double[] inputs = uniform(rng, steps);
      double[] targets = uniform(rng, steps);
      double[] parameters = uniform(rng, network.parameterCount());
      shape.hold(parameters);
      Pass pass = network.newPass(steps, trainSteps);
      network.forward(parameters, inputs, targets, pass);
      double[] gradient = new double[parameters.length];
      int window = 1 + rng.nextInt(steps + 3);
      network.backward(parameters, inputs, targets, pass, window, gradient);
      SumOverTime sum = new SumOverTime(shape);
      for (int index = 0; index < gradient.length; index++) {
        double total = 0;
        double size = 1;
        for (int t = 0; t < steps; t++) {
          double product =
              sum.arriving(pass, Numbers.of(targets), index, t)
                  * sum.factor(pass, Numbers.of(inputs), index, t);
          if (t >= trainSteps) {
            assertEquals(0, product, 0.0);
          }
          total += product;
          size += Math.abs(product);
        }
        String what = shape + ", network " + i + ", parameter " + index;
        assertEquals(gradient[index], total, 1e-14 * size, what);
      }
    }
  }
}
