package io.github.unrolled.train;

import io.github.unrolled.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * How far rounding errors alone carry a training run. Twins run beside it, with parameters nudged
 * in the last digits before each epoch; their distance shows how far two correct implementations
 * may differ.
 *
 * <p>Nearly always that is far less than any tolerance. But a run whose steps are too long for a
 * steep loss, such as that of a saturated tanh on raw Fibonacci numbers, is chaotic: it multiplies
 * each rounding error by millions, until the ninth digit of its numbers means nothing. Computed
 * with 40 digits, it departs from PyTorch's numbers just as early.
 */
final class RoundingSpread {
  private static final int TWINS = 6;

  /** About 45 units in the last place, which the slope 1 - h^2 of a saturated tanh loses. */
  private static final double NUDGE = 1e-14;

  /** A few twins do not spread as far as possible. */
  private static final double MARGIN = 10;

  private final List<Bptt> twins = new ArrayList<>();
  private final ToDoubleFunction<Bptt> loss;
  private final Rng rng = new Rng(1, 0);
  private double lossSpread;
  private double parameterSpread;

  /**
   * Starts the twins.
   *
   * @param newTraining starts the training again
   * @param loss measures the network of a training
   */
  RoundingSpread(Supplier<Bptt> newTraining, ToDoubleFunction<Bptt> loss) {
    this.loss = loss;
    for (int i = 0; i < TWINS; i++) {
      twins.add(newTraining.get());
    }
  }

  /**
   * Compares the twins with the training at the same epoch, then takes them one epoch further.
   *
   * @param training Not modified.
   */
  void follow(Bptt training) {
    double expectedLoss = loss.applyAsDouble(training);
    double[] expected = training.parameters();
    for (Bptt twin : twins) {
      lossSpread = Math.max(lossSpread, relative(expectedLoss, loss.applyAsDouble(twin)));
      double[] parameters = twin.parameters();
      for (int i = 0; i < parameters.length; i++) {
        parameterSpread = Math.max(parameterSpread, relative(expected[i], parameters[i]));
        parameters[i] += parameters[i] * rng.uniform(-NUDGE, NUDGE);
      }
      twin.setParameters(parameters);
      if (twin.epoch() != null) {
        throw new IllegalStateException("a twin overflowed");
      }
    }
  }

  /** Tolerance of the losses up to now, relative to the larger of 1 and the loss. */
  double lossTolerance(double tolerance) {
    return beyond(tolerance, lossSpread);
  }

  /** Tolerance of the parameters up to now, relative in the same way. */
  double parameterTolerance(double tolerance) {
    return beyond(tolerance, parameterSpread);
  }

  /** Rounding counts only if it alone comes near the tolerance. */
  private static double beyond(double tolerance, double spread) {
    return Math.max(tolerance, spread * MARGIN);
  }

  private static double relative(double expected, double actual) {
    return Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  }
}
