package io.github.unrolled.ui;

import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;

/** Says in words where the numbers of a network left the range of a double. */
final class DivergenceText {
  private static final String LIMIT = "the largest number that fits, 1.8e308";

  private DivergenceText() {}

  /** Of an epoch of training, after which the last finite weights were put back. */
  static String ofTraining(Divergence divergence, Snapshot now) {
    return "Training stopped: it diverged. After epoch "
        + Text.count(divergence.epoch())
        + ", "
        + term(divergence)
        + " went beyond "
        + LIMIT
        + ". The weights of epoch "
        + Text.count(now.epochs())
        + ", whose loss is "
        + Text.NUMBERS.significant(now.loss())
        + ", are back. A remedy below starts again from the weights of epoch 0.";
  }

  /** Of a network as it stands, without training. */
  static String ofNetwork(Divergence divergence) {
    return "With these weights the numbers overflow: "
        + term(divergence)
        + " goes beyond "
        + LIMIT
        + ".";
  }

  private static String term(Divergence divergence) {
    String step = " at step t = " + divergence.step();
    return switch (divergence.term()) {
      case PRE_ACTIVATION -> "the pre-activation W_input·xₜ + W_hidden·hₜ₋₁ + b_hidden" + step;
      case HIDDEN_STATE -> "the hidden state hₜ" + step;
      case OUTPUT -> "the output yₜ = W_output·hₜ + b_output" + step;
      case SQUARED_ERROR -> "the squared error (yₜ − expected)²" + step;
      case HIDDEN_GRADIENT -> "the gradient dL/dhₜ, on its way back," + step;
      case GRADIENT -> "the gradient of " + symbol(divergence);
      case UPDATE -> "the updated weight " + symbol(divergence);
    };
  }

  private static String symbol(Divergence divergence) {
    return ScalarParameter.at(divergence.parameter()).symbol();
  }
}
