package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergenceWordsTest {
  private static final NetworkShape UNIT =
      new NetworkShape(CellType.ELMAN, 1, Activation.TANH, true);

  private final DivergenceWords words = new DivergenceWords(new NumberFormat(new JvmDecimals()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRE_ACTIVATION  | the pre-activation W_input·xₜ + W_hidden·hₜ₋₁ + b_hidden at step t = 3",
        "HIDDEN_STATE    | the hidden state hₜ at step t = 3",
        "OUTPUT          | the output yₜ = W_output·hₜ + b_output at step t = 3",
        "SQUARED_ERROR   | the squared error (yₜ − expected)² at step t = 3",
        "HIDDEN_GRADIENT | the gradient dL/dhₜ, on its way back, at step t = 3",
        "GRADIENT        | the gradient of W_hidden",
        "UPDATE          | the updated weight W_hidden"
      })
  void everyTermHasItsWords(Divergence.Term term, String expected) {
    assertEquals(
        "With these weights the numbers overflow: "
            + expected
            + " goes beyond the largest number that fits, 1.8e308.",
        words.ofNetwork(new Divergence(0, term, 3, 1), UNIT));
  }

  @Test
  void aLayerHasMatrices() {
    String sentence =
        words.ofNetwork(
            new Divergence(0, Divergence.Term.PRE_ACTIVATION, 2, -1),
            new NetworkShape(CellType.ELMAN, 2, Activation.TANH, true));
    assertTrue(sentence.contains("W_ih·xₜ + W_hh·hₜ₋₁ + b at step t = 2"), sentence);
  }

  @Test
  void aGateIsCalledThat() {
    String sentence =
        words.ofNetwork(
            new Divergence(0, Divergence.Term.PRE_ACTIVATION, 2, -1),
            new NetworkShape(CellType.GRU, 2, Activation.TANH, true));
    assertTrue(sentence.contains("the pre-activation of a gate at step t = 2"), sentence);
  }

  @Test
  void afterTrainingItSaysWhatIsBack() {
    Snapshot now =
        new Store(Experiment.initial(), () -> 0, frame -> {}, state -> {}).state().snapshot();
    assertEquals(
        "Training stopped: it diverged. After epoch 1\u202f234, the output yₜ = W_output·hₜ +"
            + " b_output at step t = 8 went beyond the largest number that fits, 1.8e308. The"
            + " weights of epoch 0, whose loss is 0.268, are back. A remedy below starts again from"
            + " the weights of epoch 0.",
        words.ofTraining(new Divergence(1234, Divergence.Term.OUTPUT, 8, -1), now, UNIT));
  }
}
