package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearUnitTest {
  private static final Network UNIT = NetworkShape.unit(Activation.LINEAR).newNetwork();

  private static double[] random(Rng rng, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = rng.uniform(-1, 1);
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.87, 0.5, 0.123456, -0.999, 0, -1})
  void whatAUnitPutsOutIsMetByIts(double hiddenWeight) {
    double[] inputs = random(new Rng(3, 0), 20);
    Pass pass = UNIT.newPass(20);
    UNIT.forward(new double[] {0.7, hiddenWeight, -0.4, 1.3, 0.2}, inputs, inputs, pass);
    double[] targets = new double[20];
    for (int t = 0; t < 20; t++) {
      targets[t] = pass.output(t);
    }
    LinearUnit found = LinearUnit.best(inputs, targets);
    assertTrue(found.loss() <= 1e-12 * Baselines.of(inputs, targets).mean(), "" + found);
    if (hiddenWeight != 0) {
      assertEquals(hiddenWeight, found.hiddenWeight(), 1e-6);
    }
  }

  @Test
  void onTheGridItIsExactlyZero() {
    double[] inputs = random(new Rng(4, 0), 24);
    double[] sums = inputs.clone();
    for (int t = 1; t < 24; t++) {
      sums[t] = sums[t - 1] + inputs[t];
    }
    assertEquals(new LinearUnit(0, 1), LinearUnit.best(inputs, sums));
  }

  @Test
  void noUnitDrawnAtRandomIsBetter() {
    Rng rng = new Rng(7, 0);
    for (int round = 0; round < 20; round++) {
      double[] inputs = random(rng, 6);
      double[] targets = random(rng, 6);
      double best = LinearUnit.best(inputs, targets).loss();
      assertTrue(best <= Baselines.of(inputs, targets).line());
      Pass pass = UNIT.newPass(6);
      for (int draw = 0; draw < 3000; draw++) {
        double[] parameters = random(rng, 5);
        assertTrue(best <= UNIT.forward(parameters, inputs, targets, pass));
      }
    }
  }

  /** The state from these inputs is the one from the bias, a step later. */
  @Test
  void whatIsNoColumnOfItsOwnExplainsNothing() {
    double[] inputs = {0, 1, 1, 1, 1, 1};
    double[] targets = random(new Rng(11, 0), 6);
    double best = Double.POSITIVE_INFINITY;
    for (int i = -1000; i <= 1000; i++) {
      double[] states = inputs.clone();
      for (int t = 1; t < 6; t++) {
        states[t] += i / 1000.0 * states[t - 1];
      }
      best = Math.min(best, Baselines.of(states, targets).line());
    }
    assertEquals(best, LinearUnit.best(inputs, targets).loss(), 1e-5 * best);
  }

  @Test
  void longSequencesOfLargeNumbersDoNotOverflow() {
    double[] inputs = random(new Rng(9, 0), 499);
    double[] targets = new double[499];
    for (int t = 0; t < 499; t++) {
      inputs[t] *= 1e60;
      targets[t] = 0.5 * inputs[t] + (t > 0 ? 0.5 * targets[t - 1] : 0);
    }
    LinearUnit found = LinearUnit.best(inputs, targets);
    assertEquals(0, found.loss());
    assertEquals(0.5, found.hiddenWeight());
  }

  @Test
  void oneStepAndConstantsAreMetExactly() {
    assertEquals(0, LinearUnit.best(new double[] {2}, new double[] {5}).loss());
    assertEquals(0, LinearUnit.best(new double[] {2, 2, 2}, new double[] {5, 5, 5}).loss());
  }
}
