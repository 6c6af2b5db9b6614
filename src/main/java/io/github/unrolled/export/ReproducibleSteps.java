package io.github.unrolled.export;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Rng;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;

/**
 * The number of a network's outputs that another program reproduces, though its elementary
 * functions and its order of summing round differently. Nearly always that is all of them. But a
 * network can overflow, and one with large recurrent weights is chaotic: it multiplies each
 * rounding error until no digit means anything. Twins that differ in the last digits show from
 * where on.
 */
final class ReproducibleSteps {
  private static final int TWINS = 4;

  /** Some 45 units in the last place: more than other roundings amount to in a step. */
  private static final double NUDGE = 1e-14;

  /**
   * Largest difference between twins, relative to the larger of 1 and the output: a tenth of the
   * difference allowed to programs.
   */
  private static final double TOLERANCE = 1e-7;

  private ReproducibleSteps() {}

  /** Counts the reproducible outputs of the network shown, from the first. */
  static int count(State state) {
    Pass pass = state.snapshot().pass();
    double[] targets = state.problem().targets().toArray();
    Network network = state.experiment().newNetwork();
    Pass twin = network.newPass(pass.steps(), pass.trainSteps());
    Rng rng = new Rng(1, 0);
    int count = pass.steps();
    for (int i = 0; i < TWINS; i++) {
      double[] parameters = nudged(state.snapshot().parameters().toArray(), rng);
      double[] inputs = nudged(state.problem().inputs().toArray(), rng);
      network.forward(parameters, inputs, targets, twin);
      int same = 0;
      while (same < count && isSame(pass.output(same), twin.output(same))) {
        same++;
      }
      count = same;
    }
    return count;
  }

  private static double[] nudged(double[] numbers, Rng rng) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += numbers[i] * rng.uniform(-NUDGE, NUDGE);
    }
    return numbers;
  }

  private static boolean isSame(double output, double twin) {
    return Vectors.isFinite(output)
        && Math.abs(twin - output) <= TOLERANCE * Math.max(1, Math.abs(output));
  }
}
