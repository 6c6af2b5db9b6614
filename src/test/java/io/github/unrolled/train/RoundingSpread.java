package io.github.unrolled.train;

import io.github.unrolled.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * How far rounding errors alone carry a training. Twins of it run beside it, their parameters
 * nudged in the last digits before each epoch; their distance is what two right implementations may
 * differ by.
 *
 * <p>Nearly always that is far less than any tolerance. But a training whose steps are too long for
 * a steep loss, such as that of a saturated tanh on raw Fibonacci numbers, is chaotic: it
 * multiplies each rounding error by millions, until the ninth digit of its numbers means nothing.
 * Computed with 40 digits it leaves PyTorch's numbers just as early.
 */
final class RoundingSpread {
  private static final int TWINS = 6;

  /** Some 45 units in the last place: what the slope 1 - h^2 of a saturated tanh loses. */
  private static final double NUDGE = 1e-14;

  /** Few twins do not go as far as is possible. */
  private static final double MARGIN = 10;

  private final List<Bptt> twins = new ArrayList<>();
  private final ToDoubleFunction<Bptt> loss;
  private final Rng rng = new Rng(1, 0);
  private double lossSpread;
  private double parameterSpread;

  /**
   * Starts the twins.
   *
   * @param newTraining starts the training once more
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

  /** What the losses up to now may be off by, relative to the larger of 1 and the loss. */
  double lossTolerance(double tolerance) {
    return beyond(tolerance, lossSpread);
  }

  /** What the parameters up to now may be off by, relative likewise. */
  double parameterTolerance(double tolerance) {
    return beyond(tolerance, parameterSpread);
  }

  /** Only where rounding alone comes near the tolerance does it count. */
  private static double beyond(double tolerance, double spread) {
    return Math.max(tolerance, spread * MARGIN);
  }

  private static double relative(double expected, double actual) {
    return Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  }
}
