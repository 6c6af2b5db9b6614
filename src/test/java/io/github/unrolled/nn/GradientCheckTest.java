package io.github.unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backpropagation through time gives the slopes of the loss, whatever the network. */
class GradientCheckTest {
  /** Networks of each kind, so 1200 in all. */
  private static final int NETWORKS = 200;

  /**
   * The error of a central difference of four points is h^4/30 times the fifth derivative, which is
   * up to about 1e6 here, and that of rounding is about 1e-15/h: below 1e-11 each for the first of
   * these and below 1e-9 for the last. The smaller ones are for when a larger one would cross the
   * kink of ReLU.
   */
  private static final double[] DIFFERENCES = {1e-4, 1e-5, 1e-6};

  /** Relative to the largest of 1, the loss and the gradient. */
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void gradientIsTheSlopeOfTheLoss(Sample.Kind kind) {
    Rng rng = new Rng(1, 0);
    int compared = 0;
    int kinks = 0;
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      Pass pass = sample.forward();
      double[] gradient = sample.gradient(Integer.MAX_VALUE);
      for (int parameter = 0; parameter < gradient.length; parameter++) {
        String what = sample + ", network " + i + ", parameter " + parameter;
        if (sample.isHeld(parameter)) {
          assertEquals(0, gradient[parameter], what);
          continue;
        }
        double slope = slope(sample, pass, parameter);
        compared++;
        if (Double.isNaN(slope)) {
          kinks++;
        } else {
          double size = Math.max(Math.max(1, pass.loss()), Math.abs(gradient[parameter]));
          assertEquals(slope, gradient[parameter], TOLERANCE * size, what);
        }
      }
    }
    assertTrue(kinks <= compared / 1000, kinks + " of " + compared + " at a kink");
  }

  /** The central difference of four points; NaN if a kink lies within even the smallest. */
  private static double slope(Sample sample, Pass pass, int parameter) {
    double slope = Double.NaN;
    for (int i = 0; i < DIFFERENCES.length && Double.isNaN(slope); i++) {
      double h = DIFFERENCES[i];
      double near = lossAt(sample, pass, parameter, h) - lossAt(sample, pass, parameter, -h);
      double far = lossAt(sample, pass, parameter, 2 * h) - lossAt(sample, pass, parameter, -2 * h);
      slope = (8 * near - far) / (12 * h);
    }
    return slope;
  }

  /** The loss with one parameter changed; NaN if that takes a unit across the kink of ReLU. */
  private static double lossAt(Sample sample, Pass pass, int parameter, double difference) {
    double[] changed = sample.parameters.clone();
    changed[parameter] += difference;
    Pass other = sample.forward(sample.network, changed, sample.inputs);
    for (int i = 0; i < pass.slopes.length; i++) {
      if ((other.slopes[i] == 0) != (pass.slopes[i] == 0)) {
        return Double.NaN;
      }
    }
    return other.loss();
  }
}
