package io.github.unrolled.ui;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;

/** Says in words where the numbers of a network left the range of a double. */
final class DivergenceText {
  private static final String LIMIT = "the largest number that fits, 1.8e308";

  private DivergenceText() {}

  /** Of an epoch of training, after which the last finite weights were put back. */
  static String ofTraining(Divergence divergence, Snapshot now, NetworkShape shape) {
    return "Training stopped: it diverged. After epoch "
        + Text.count(divergence.epoch())
        + ", "
        + term(divergence, shape)
        + " went beyond "
        + LIMIT
        + ". The weights of epoch "
        + Text.count(now.epochs())
        + ", whose loss is "
        + Text.NUMBERS.significant(now.loss())
        + ", are back. A remedy below starts again from the weights of epoch 0.";
  }

  /** Of a network as it stands, without training. */
  static String ofNetwork(Divergence divergence, NetworkShape shape) {
    return "With these weights the numbers overflow: "
        + term(divergence, shape)
        + " goes beyond "
        + LIMIT
        + ".";
  }

  private static String term(Divergence divergence, NetworkShape shape) {
    String step = " at step t = " + divergence.step();
    return switch (divergence.term()) {
      case PRE_ACTIVATION -> "the pre-activation " + preActivation(shape) + step;
      case HIDDEN_STATE -> "the hidden state hₜ" + step;
      case OUTPUT ->
          "the output yₜ = "
              + (shape.isScalar() ? "W_output·hₜ + b_output" : "W_out·hₜ + b_out")
              + step;
      case SQUARED_ERROR -> "the squared error (yₜ − expected)²" + step;
      case HIDDEN_GRADIENT -> "the gradient dL/dhₜ, on its way back," + step;
      case GRADIENT -> "the gradient of " + parameter(divergence, shape);
      case UPDATE -> "the updated weight " + parameter(divergence, shape);
    };
  }

  private static String preActivation(NetworkShape shape) {
    if (shape.isScalar()) {
      return "W_input·xₜ + W_hidden·hₜ₋₁ + b_hidden";
    }
    return shape.cell() == CellType.ELMAN ? "W_ih·xₜ + W_hh·hₜ₋₁ + b" : "of a gate";
  }

  private static String parameter(Divergence divergence, NetworkShape shape) {
    ParameterNames names = new ParameterNames(shape);
    String symbol = names.symbol(divergence.parameter());
    return shape.isScalar() ? symbol : symbol + " (" + names.words(divergence.parameter()) + ")";
  }
}
