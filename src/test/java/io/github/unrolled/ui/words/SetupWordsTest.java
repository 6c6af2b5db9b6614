package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import org.junit.jupiter.api.Test;

class SetupWordsTest {
  private final SetupWords words = new SetupWords(new NumberFormat(new JvmDecimals()));

  @Test
  void theFirstExperimentInAFewWords() {
    Experiment first = Experiment.initial();
    assertEquals("Fibonacci · 8 steps · normalized", words.task(first.data()));
    assertEquals("Elman (RNN) · 1 unit · tanh", words.network(first.shape()));
    assertEquals("SGD · 0.01 · clip ±5", words.training(first.training()));
  }
}
