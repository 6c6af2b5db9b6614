package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientThroughTimeTest {
  private static final int AT_ONCE = Integer.MAX_VALUE;

  /** A random network with a random sequence, and its gradient matrix. */
  private static final class Case {
    final NetworkShape shape;
    final Network network;
    final double[] inputs;
    final double[] targets;
    final double[] parameters;
    final Numbers start;
    final int trainSteps;
    final GradientThroughTime gradients;

    Case(CellType cell, int units, int steps, int trainSteps, boolean memory, int seed) {
      Rng rng = new Rng(seed, 0);
      shape = new NetworkShape(cell, units, Activation.TANH, memory);
      start = Numbers.of(uniform(new Rng(seed, 1), units));
      network = shape.newNetwork(start);
      inputs = uniform(rng, steps);
      targets = uniform(rng, steps);
      parameters = uniform(rng, network.parameterCount());
      shape.hold(parameters);
      this.trainSteps = trainSteps;
      gradients =
          new GradientThroughTime(shape, Numbers.of(inputs), Numbers.of(targets), trainSteps);
    }

    Pass forward() {
      Pass pass = network.newPass(inputs.length, trainSteps);
      network.forward(parameters, inputs, targets, pass);
      return pass;
    }

    GradientThroughTime complete(int step) {
      gradients.begin(Numbers.of(parameters), start, step);
      assertTrue(gradients.work(AT_ONCE));
      return gradients;
    }

    private static double[] uniform(Rng rng, int count) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = rng.uniform(-1, 1);
      }
      return values;
    }
  }

  /** The derivatives of a step's new state by its old one, by differences, for h alone. */
  private static double[][] numericJacobian(Case sample, int t) {
    int units = sample.shape.hiddenSize();
    double[][] jacobian = new double[units][units];
    double difference = 1e-5;
    for (int column = 0; column < units; column++) {
      double[] low = stepFrom(sample, t, column, -difference);
      double[] high = stepFrom(sample, t, column, difference);
      for (int row = 0; row < units; row++) {
        jacobian[row][column] = (high[row] - low[row]) / (2 * difference);
      }
    }
    return jacobian;
  }

  /** Written out independently for one Elman cell or GRU. */
  private static double[] stepFrom(Case sample, int t, int changed, double difference) {
    int units = sample.shape.hiddenSize();
    int gates = sample.shape.cell().gateCount();
    Pass pass = sample.forward();
    double[] before = new double[units];
    for (int unit = 0; unit < units; unit++) {
      before[unit] = pass.hiddenState(t - 1, unit) + (unit == changed ? difference : 0);
    }
    double[] p = sample.parameters;
    int rows = gates * units;
    double[] own = new double[rows];
    double[] state = new double[rows];
    for (int row = 0; row < rows; row++) {
      own[row] = p[row] * sample.inputs[t] + p[rows + rows * units + row];
      for (int unit = 0; unit < units; unit++) {
        state[row] += p[rows + row * units + unit] * before[unit];
      }
    }
    double[] after = new double[units];
    for (int unit = 0; unit < units; unit++) {
      if (gates == 1) {
        after[unit] = Math.tanh(own[unit] + state[unit]);
      } else {
        double r = 1 / (1 + Math.exp(-own[unit] - state[unit]));
        double z = 1 / (1 + Math.exp(-own[units + unit] - state[units + unit]));
        double second = p[rows + rows * units + rows + unit];
        int n = 2 * units + unit;
        after[unit] = (1 - z) * Math.tanh(own[n] + r * (state[n] + second)) + z * before[unit];
      }
    }
    return after;
  }

  @ParameterizedTest
  @CsvSource({"ELMAN,1,8", "ELMAN,2,9", "ELMAN,7,12", "GRU,1,6", "GRU,5,12", "GRU,8,20"})
  void entriesAreNormsOfProductsOfNumericJacobians(CellType cell, int units, int steps) {
    Case sample = new Case(cell, units, steps, steps, true, 11);
    GradientThroughTime gradients = sample.complete(-1);
    Pass pass = sample.forward();
    int output = sample.parameters.length - 1 - units;
    for (int t = 0; t < steps; t++) {
      double[] row = new double[units];
      for (int unit = 0; unit < units; unit++) {
        double error = pass.output(t) - sample.targets[t];
        row[unit] = 2 * error / steps * sample.parameters[output + unit];
      }
      for (int k = t; k >= 0; k--) {
        double sum = 0;
        for (double value : row) {
          sum += value * value;
        }
        assertEquals(Math.sqrt(sum), Math.abs(gradients.entry(t, k)), 1e-8, t + ", " + k);
        if (k > 0) {
          double[][] jacobian = numericJacobian(sample, k);
          double[] before = new double[units];
          for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
              before[j] += row[i] * jacobian[i][j];
            }
          }
          row = before;
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ELMAN", "GRU", "LSTM"})
  void theNormsBoundTheEntries(CellType cell) {
    Case sample = new Case(cell, 6, 15, 15, true, 3);
    GradientThroughTime gradients = sample.complete(4);
    for (int t = 0; t < 15; t++) {
      double bound = gradients.entry(t, t);
      for (int k = t; k >= 0; k--) {
        assertTrue(gradients.entry(t, k) <= bound * (1 + 1e-6), t + ", " + k);
        bound *= k > 0 ? gradients.factor(k) : 1;
      }
    }
  }

  @Test
  void ofOneUnitTheFactorsMultiplyToTheEntry() {
    Case sample = new Case(CellType.ELMAN, 1, 20, 15, true, 7);
    GradientThroughTime gradients = sample.complete(-1);
    assertEquals(14, gradients.last());
    for (int t = 0; t < 15; t++) {
      double product = gradients.outputGradient(t) * sample.parameters[3];
      for (int k = t; k >= 0; k--) {
        assertEquals(product, gradients.entry(t, k), 1e-12 * Math.abs(product));
        product *= k > 0 ? gradients.factor(k) : 1;
      }
    }
    assertEquals(Math.abs(sample.parameters[1]), gradients.radius());
  }

  @Test
  void ofOneGatedUnitEntriesAreSizesThatTheNormsBound() {
    for (CellType cell : new CellType[] {CellType.GRU, CellType.LSTM}) {
      for (int seed = 0; seed < 20; seed++) {
        GradientThroughTime gradients = new Case(cell, 1, 6, 6, true, seed).complete(-1);
        for (int t = 0; t < 6; t++) {
          double bound = gradients.entry(t, t);
          for (int k = t; k >= 0; k--) {
            assertTrue(gradients.entry(t, k) >= 0, cell + ": " + gradients.entry(t, k));
            assertTrue(gradients.entry(t, k) <= bound * (1 + 1e-12));
            bound *= k > 0 ? gradients.factor(k) : 0;
          }
        }
      }
    }
  }

  @Test
  void slicesGiveTheSameNumbers() {
    for (CellType cell : CellType.values()) {
      Case whole = new Case(cell, 5, 30, 25, true, 9);
      Case sliced = new Case(cell, 5, 30, 25, true, 9);
      GradientThroughTime expected = whole.complete(6);
      sliced.gradients.begin(Numbers.of(sliced.parameters), sliced.start, 6);
      int slices = 1;
      while (!sliced.gradients.work(500)) {
        slices++;
      }
      assertTrue(slices > 10);
      assertEquals(expected.radius(), sliced.gradients.radius());
      for (int t = 0; t < 25; t++) {
        for (int k = 0; k <= t; k++) {
          assertEquals(expected.entry(t, k), sliced.gradients.entry(t, k));
        }
        assertEquals(t == 0 ? 0 : expected.factor(t), t == 0 ? 0 : sliced.gradients.factor(t));
      }
    }
  }

  @Test
  void ofALongSequenceTheStepsUpToTheCursorAreSeen() {
    Case sample = new Case(CellType.ELMAN, 3, 300, 200, true, 5);
    GradientThroughTime gradients = sample.complete(-1);
    assertEquals(199, gradients.last());
    assertEquals(140, gradients.first());
    double entry = gradients.entry(170, 150);
    sample.complete(180);
    assertEquals(180, gradients.last());
    assertEquals(entry, gradients.entry(170, 150));
    sample.complete(3);
    assertEquals(0, gradients.first());
    assertEquals(59, gradients.last());
    sample.complete(250);
    assertEquals(199, gradients.last());
  }

  @Test
  void withoutMemoryNothingPasses() {
    for (CellType cell : CellType.values()) {
      Case sample = new Case(cell, 2, 6, 6, false, 8);
      GradientThroughTime gradients = sample.complete(-1);
      for (int t = 1; t < 6; t++) {
        assertEquals(0, gradients.factor(t));
        assertEquals(0, gradients.entry(t, t - 1));
        assertTrue(gradients.entry(t, t) > 0);
      }
      assertEquals(0, gradients.radius());
    }
  }

  @Test
  void aSingleStepHasNoFactors() {
    Case sample = new Case(CellType.LSTM, 2, 3, 1, true, 8);
    GradientThroughTime gradients = sample.complete(-1);
    assertEquals(0, gradients.last());
    assertTrue(gradients.entry(0, 0) > 0);
  }

  @Test
  void aWindowCutsBetweenItsChunks() {
    assertFalse(GradientThroughTime.isCut(3, 0, 4));
    assertTrue(GradientThroughTime.isCut(4, 3, 4));
    assertTrue(GradientThroughTime.isCut(9, 3, 4));
    assertFalse(GradientThroughTime.isCut(7, 4, 4));
    assertFalse(GradientThroughTime.isCut(59, 0, 500));
    assertFalse(GradientThroughTime.isCut(5, 5, 1));
  }
}
