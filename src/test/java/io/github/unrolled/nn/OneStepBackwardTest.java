package io.github.unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of a single step's loss, and the Jacobians along its way. */
class OneStepBackwardTest {
  private static final int NETWORKS = 60;
  private static final double DIFFERENCE = 1e-4;
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void theStepsAddUpToTheGradientOfTraining(Sample.Kind kind) {
    Rng rng = new Rng(2, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      int window = 1 + rng.nextInt(sample.trainSteps);
      Pass training = sample.forward();
      sample.gradient(sample.network, training, window);
      Pass pass = sample.forward();
      double[] sums = new double[sample.steps() * pass.hiddenSize()];
      for (int t = 0; t < sample.trainSteps; t++) {
        sample.network.backwardFrom(sample.parameters, sample.targets, pass, 0, t);
        for (int k = t / window * window; k <= t; k++) {
          for (int unit = 0; unit < pass.hiddenSize(); unit++) {
            sums[k * pass.hiddenSize() + unit] += pass.hiddenGradient(k, unit);
          }
        }
      }
      for (int k = 0; k < sample.steps(); k++) {
        for (int unit = 0; unit < pass.hiddenSize(); unit++) {
          double expected = training.hiddenGradient(k, unit);
          double sum = sums[k * pass.hiddenSize() + unit];
          assertEquals(expected, sum, 1e-12 * Math.max(1, Math.abs(expected)), sample + "");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void itIsTheSlopeOfTheStepsLossInAnEarlierState(Sample.Kind kind) {
    Rng rng = new Rng(3, 0);
    int compared = 0;
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      int t = rng.nextInt(sample.trainSteps);
      int first = rng.nextInt(t + 1);
      Pass pass = sample.forward();
      sample.network.backwardFrom(sample.parameters, sample.targets, pass, first, t);
      for (int k = first; k < t; k++) {
        for (int unit = 0; unit < pass.hiddenSize(); unit++) {
          double slope = 0;
          for (int side = -2; side <= 2; side++) {
            slope += WEIGHTS[side + 2] * lossAfter(sample, t, k, unit, side * DIFFERENCE);
          }
          if (Double.isFinite(slope)) {
            compared++;
            double gradient = pass.hiddenGradient(k, unit);
            double error = pass.output(t) - sample.targets[t];
            double size = Math.max(1, Math.max(Math.abs(gradient), error * error));
            assertEquals(slope / DIFFERENCE, gradient, TOLERANCE * size, sample + ", " + k);
          }
        }
      }
    }
    assertTrue(compared > NETWORKS, compared + "");
  }

  /** Weights of the central difference of four points. */
  private static final double[] WEIGHTS = {1 / 12.0, -8 / 12.0, 0, 8 / 12.0, -1 / 12.0};

  /** A step's part of the loss after a change of an earlier state; NaN across a kink. */
  private static double lossAfter(Sample sample, int t, int k, int unit, double difference) {
    Pass pass = sample.forward();
    Pass changed = sample.forward();
    changed.hiddenStates[k * pass.hiddenSize() + unit] += difference;
    for (int step = k + 1; step <= t; step++) {
      sample.network.step(sample.parameters, sample.inputs, changed, step);
    }
    double error = changed.output(t) - sample.targets[t];
    return error * error / sample.trainSteps + kink(pass, changed);
  }

  private static double kink(Pass pass, Pass changed) {
    for (int i = 0; i < pass.slopes.length; i++) {
      if ((pass.slopes[i] == 0) != (changed.slopes[i] == 0)) {
        return Double.NaN;
      }
    }
    return 0;
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void jacobiansAreSlopesOfTheStep(Sample.Kind kind) {
    Rng rng = new Rng(4, 0);
    int compared = 0;
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      int size = sample.shape.cell().stateSize(sample.shape.hiddenSize());
      double[] jacobian = new double[size * size];
      Pass pass = sample.forward();
      for (int t = 1; t < sample.steps(); t++) {
        sample.network.jacobian(sample.parameters, pass, t, jacobian);
        for (int column = 0; column < size; column++) {
          double[] slopes = new double[size];
          for (int side = -2; side <= 2; side++) {
            double[] state = stateAfter(sample, t, column, side * DIFFERENCE);
            for (int row = 0; row < size; row++) {
              slopes[row] += WEIGHTS[side + 2] * state[row] / DIFFERENCE;
            }
          }
          for (int row = 0; row < size && Double.isFinite(slopes[0]); row++) {
            compared++;
            double scale =
                TOLERANCE * Math.max(1, Math.abs(pass.hiddenState(t, row % pass.hiddenSize())));
            assertEquals(slopes[row], jacobian[row * size + column], scale, sample + ", " + t);
          }
        }
      }
    }
    assertTrue(compared > NETWORKS, compared + "");
  }

  /**
   * The state after a step, h and c, after a change of one number of the state before; NaN at a
   * kink.
   */
  private static double[] stateAfter(Sample sample, int t, int column, double difference) {
    Pass pass = sample.forward();
    Pass changed = sample.forward();
    int units = pass.hiddenSize();
    int at = (t - 1) * units + column % units;
    (column < units ? changed.hiddenStates : changed.cellStates)[at] += difference;
    sample.network.step(sample.parameters, sample.inputs, changed, t);
    double[] state = new double[sample.shape.cell().stateSize(units)];
    for (int i = 0; i < state.length; i++) {
      state[i] =
          (i < units ? changed.hiddenState(t, i) : changed.cellState(t, i - units))
              + kink(pass, changed);
    }
    return state;
  }
}
