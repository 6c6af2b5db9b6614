package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import org.junit.jupiter.api.Test;

class LossWordsTest {
  private static final NumberFormat NUMBERS = new NumberFormat(new JvmDecimals());

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});
  private final LossWords words = new LossWords(NUMBERS);

  private String summaryAfter(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
    Yardsticks yardsticks = new Yardsticks(store.state().problem());
    return words.summary(store.state(), yardsticks.baselines(), null);
  }

  @Test
  void saysWhichMethodIsAheadAtEqualWork() {
    assertEquals("BPTT ahead × 8.80 at work 3\u202f000", words.ahead(0.0025, 0.022, 3000));
    assertEquals("Random search ahead × 196 at work 30", words.ahead(1, 0.0051, 30));
    assertEquals("BPTT ahead × 1.001 at work 30", words.ahead(1, 1.001, 30));
    assertEquals("BPTT ahead at work 30", words.ahead(0, 1, 30));
    assertEquals("", words.ahead(1, 1, 30));
    assertEquals("", words.ahead(Double.NaN, 1, 30));
    assertEquals("", words.ahead(1, Double.NaN, 30));
  }

  @Test
  void countsOneAndMore() {
    assertEquals("before training (work 0)", words.afterEpochs(0));
    assertEquals("after 1 epoch (work 3)", words.afterEpochs(3));
    assertEquals("after 1\u202f000 epochs (work 3\u202f000)", words.afterEpochs(3000));
    assertEquals("after 1 try", words.afterTries(1));
    assertEquals("after 0 tries", words.afterTries(0));
    assertEquals("on 1 step that did not train", words.onTestSteps(1));
    assertEquals("on 5 steps that did not train", words.onTestSteps(5));
  }

  @Test
  void saysTheCourseAndTheRungs() {
    String first = NUMBERS.significant(store.state().snapshot().loss());
    String summary = summaryAfter(new Command.EpochsRequested(2));
    String last = NUMBERS.significant(store.state().snapshot().loss());
    Baselines baselines = new Yardsticks(store.state().problem()).baselines();
    assertEquals(
        "A chart of the loss on a logarithmic axis over the work done. BPTT: from "
            + first
            + " to "
            + last
            + " after 2 epochs. Random search: no loss yet. Rungs: predicting the mean "
            + NUMBERS.loss(baselines.mean())
            + ", copying the input "
            + NUMBERS.loss(baselines.copy())
            + ", best line without memory, with slope "
            + NUMBERS.significant(baselines.slope())
            + " and intercept "
            + NUMBERS.significant(baselines.intercept())
            + ", "
            + NUMBERS.loss(baselines.line())
            + ".",
        summary);
  }

  @Test
  void saysThePastThatIsShownAndWhatTheRunIsHeldAgainst() {
    assertFalse(summaryAfter(new Command.EpochsRequested(4)).contains("Shown is epoch"));
    String past = summaryAfter(new Command.EpochChosen(1), new Command.RunKept());
    assertTrue(
        past.contains(
            " after 4 epochs. Shown is epoch 1, loss "
                + NUMBERS.loss(store.state().snapshot().loss())
                + "."),
        past);
    assertTrue(past.contains(" Ghost 1, tanh, rate "), past);
  }
}
