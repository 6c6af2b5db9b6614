package io.github.unrolled.insight;

/**
 * The best single linear unit whose state does not explode, by least squares. With hidden weights
 * above 1 in magnitude there may be better ones, in which the bias cancels an explosion to the last
 * digit: a balancing act, not a solution.
 *
 * <p>For a given hidden weight, the output is a combination of three columns: the state due to the
 * inputs alone, the state due to the bias alone, and 1. In the second column, the state of the step
 * before does as well. It remains independent of the third column at a hidden weight of 0, where it
 * is the limit of a small hidden weight with a large bias.
 *
 * @param loss mean squared error; exactly 0 if only rounding is left
 * @param hiddenWeight the hidden weight that reaches it, -1 to 1
 */
public record LinearUnit(double loss, double hiddenWeight) {
  private static final int GRID_PER_UNIT = 200;
  private static final double GOLDEN = 0.6180339887498949;
  private static final int REFINEMENTS = 40;

  /**
   * Searches all hidden weights, which takes several hundred least squares problems.
   *
   * @param inputs x_t, finite, shape [T], T at least 1. Not modified.
   * @param targets expected outputs, finite, shape [T]. Not modified.
   */
  public static LinearUnit best(double[] inputs, double[] targets) {
    LinearUnit best = new LinearUnit(Double.POSITIVE_INFINITY, 0);
    for (int i = -GRID_PER_UNIT; i <= GRID_PER_UNIT; i++) {
      // Divided, so that 0.5 is hit exactly.
      best = best.orBetter(with((double) i / GRID_PER_UNIT, inputs, targets));
    }
    double low = Math.max(-1, best.hiddenWeight - 1.0 / GRID_PER_UNIT);
    double high = Math.min(1, best.hiddenWeight + 1.0 / GRID_PER_UNIT);
    LinearUnit left = with(high - GOLDEN * (high - low), inputs, targets);
    LinearUnit right = with(low + GOLDEN * (high - low), inputs, targets);
    for (int i = 0; i < REFINEMENTS && best.loss > 0; i++) {
      best = best.orBetter(left).orBetter(right);
      if (left.loss < right.loss) {
        high = right.hiddenWeight;
        right = left;
        left = with(high - GOLDEN * (high - low), inputs, targets);
      } else {
        low = left.hiddenWeight;
        left = right;
        right = with(low + GOLDEN * (high - low), inputs, targets);
      }
    }
    return best;
  }

  /** The best unit with a given hidden weight. */
  private static LinearUnit with(double hiddenWeight, double[] inputs, double[] targets) {
    double[] ofInputs = new double[inputs.length];
    double[] ofBias = new double[inputs.length];
    double inputState = 0;
    double biasState = 0;
    for (int t = 0; t < inputs.length; t++) {
      ofBias[t] = biasState;
      biasState = hiddenWeight * biasState + 1;
      inputState = hiddenWeight * inputState + inputs[t];
      ofInputs[t] = inputState;
    }
    Fit fit = new Fit(targets);
    fit.add(ofInputs);
    fit.add(ofBias);
    return new LinearUnit(fit.loss(), hiddenWeight);
  }

  private LinearUnit orBetter(LinearUnit other) {
    return other.loss < loss ? other : this;
  }
}
