package io.github.unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backpropagation through time gives the slopes of the loss, whatever the network. */
class GradientCheckTest {
  private static final int NETWORKS = 500;
  private static final int MOST_STEPS = 40;

  /** Curvature spoils the large ones and rounding the small ones, so the best of all counts. */
  private static final double[] DIFFERENCES = {1e-3, 1e-4, 1e-5, 1e-6};

  @ParameterizedTest
  @EnumSource
  void gradientIsTheSlopeOfTheLoss(Activation activation) {
    Network network = new ElmanUnit(activation, true);
    Rng rng = new Rng(1, 0);
    int kinks = 0;
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = new Sample(network, rng);
      for (int parameter = 0; parameter < network.parameterCount(); parameter++) {
        double error = sample.errorOf(parameter);
        if (Double.isNaN(error)) {
          kinks++;
        } else {
          String what = "network " + i + ", parameter " + parameter + ", error " + error;
          assertTrue(error < 1e-7, what);
        }
      }
    }
    int compared = NETWORKS * network.parameterCount();
    assertTrue(kinks < compared / 100, kinks + " of " + compared + " at a kink");
  }

  /** A random network with a random sequence, and its gradient by backpropagation. */
  private static final class Sample {
    private final Network network;
    private final double[] parameters;
    private final double[] inputs;
    private final double[] targets;
    private final double[] gradient;
    private final Pass pass;
    private final Pass nudged;
    private final double loss;

    Sample(Network network, Rng rng) {
      this.network = network;
      int steps = 1 + rng.nextInt(MOST_STEPS);
      parameters = uniform(rng, network.parameterCount());
      inputs = uniform(rng, steps);
      targets = uniform(rng, steps);
      gradient = new double[parameters.length];
      Arrays.fill(gradient, Double.NaN);
      pass = network.newPass(steps);
      nudged = network.newPass(steps);
      loss = network.forward(parameters, inputs, targets, pass);
      network.backward(parameters, inputs, targets, pass, Integer.MAX_VALUE, gradient);
    }

    private static double[] uniform(Rng rng, int count) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = rng.uniform(-1.8, 1.8);
      }
      return values;
    }

    /**
     * How far the gradient is from a central difference, relative to gradient and loss; NaN if the
     * kink of ReLU lies within all of them, where a slope is not defined.
     */
    double errorOf(int parameter) {
      double least = Double.NaN;
      for (double difference : DIFFERENCES) {
        double slope = slope(parameter, difference);
        double scale = Math.max(Math.max(1, loss), Math.abs(gradient[parameter]));
        double error = Math.abs(slope - gradient[parameter]) / scale;
        if (!Double.isNaN(slope) && !(error >= least)) {
          least = error;
        }
      }
      return least;
    }

    /** The central difference of four points; NaN if a unit goes on or off between them. */
    private double slope(int parameter, double h) {
      double near = lossAt(parameter, h) - lossAt(parameter, -h);
      double far = lossAt(parameter, 2 * h) - lossAt(parameter, -2 * h);
      return (8 * near - far) / (12 * h);
    }

    private double lossAt(int parameter, double difference) {
      double[] changed = parameters.clone();
      changed[parameter] += difference;
      double changedLoss = network.forward(changed, inputs, targets, nudged);
      for (int t = 0; t < pass.steps(); t++) {
        if ((nudged.slope(t, 0) == 0) != (pass.slope(t, 0) == 0)) {
          return Double.NaN;
        }
      }
      return changedLoss;
    }
  }
}
