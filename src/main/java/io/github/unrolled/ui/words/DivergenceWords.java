package io.github.unrolled.ui.words;

import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;

/** Says in words where the numbers of a network left the range of a double. */
public final class DivergenceWords {
  private static final String LIMIT = "the largest number that fits, 1.8e308";

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public DivergenceWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Describes an overflow in training, after which the last finite weights were put back. */
  public String ofTraining(Divergence divergence, Snapshot now, NetworkShape shape) {
    return "Training stopped: it diverged. After epoch "
        + numbers.count(divergence.epoch())
        + ", "
        + term(divergence, shape)
        + " went beyond "
        + LIMIT
        + ". The weights of epoch "
        + numbers.count(now.epochs())
        + ", whose loss is "
        + numbers.significant(now.loss())
        + ", are back. A remedy below starts again from the weights of epoch 0.";
  }

  /** Describes an overflow of the network as it stands, without training. */
  public String ofNetwork(Divergence divergence, NetworkShape shape) {
    return "With these weights the numbers overflow: "
        + term(divergence, shape)
        + " goes beyond "
        + LIMIT
        + ".";
  }

  private String term(Divergence divergence, NetworkShape shape) {
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

  private String preActivation(NetworkShape shape) {
    if (shape.isScalar()) {
      return "W_input·xₜ + W_hidden·hₜ₋₁ + b_hidden";
    }
    return shape.cell() == CellType.ELMAN ? "W_ih·xₜ + W_hh·hₜ₋₁ + b" : "of a gate";
  }

  private String parameter(Divergence divergence, NetworkShape shape) {
    ParameterNames names = new ParameterNames(shape);
    String symbol = names.symbol(divergence.parameter());
    return shape.isScalar() ? symbol : symbol + " (" + names.words(divergence.parameter()) + ")";
  }
}
