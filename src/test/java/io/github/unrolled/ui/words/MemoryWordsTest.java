package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Task;
import org.junit.jupiter.api.Test;

class MemoryWordsTest {
  private final MemoryWords words = new MemoryWords(new NumberFormat(new JvmDecimals()));
  private final Store store = new Store(Experiment.initial(), () -> 0, frame -> {}, state -> {});

  private String after(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
    return words.ofMemory(store.state(), new Yardsticks(store.state().problem()));
  }

  @Test
  void aLineThatSolvesTheTaskShowsNothing() {
    assertEquals(
        "A line without memory solves this task (loss 0): the loss cannot show memory here.",
        after(new Change.TaskChosen(Task.ALTERNATING)));
  }

  @Test
  void worseThanTheMeanIsNothingLearnt() {
    assertEquals(
        "Worse than always answering with the mean, which gives 0.500: nothing has been learnt yet.",
        after(
            new Change.TaskChosen(Task.SINE),
            new Command.ScalarParameterSet(ScalarParameter.OUTPUT_BIAS, 3)));
  }

  @Test
  void whatALineReachesTakesNoMemory() {
    String sentence = after(new Change.TaskChosen(Task.SINE), new Command.EpochsRequested(3));
    assertEquals(
        "A line without memory already reaches 0.250: nothing here shows that the network"
            + " remembers.",
        sentence);
  }

  @Test
  void aLinearNetworkBelowTheLineRemembers() {
    String sentence =
        after(
            new Change.TaskChosen(Task.SINE),
            new Change.HiddenSizeChanged(2),
            new Change.ActivationChosen(Activation.LINEAR),
            new Command.ExactSolutionRequested());
    assertEquals(
        "Clearly below the best line, 0.250, and a linear network without memory is just a line:"
            + " this takes memory.",
        sentence);
  }

  @Test
  void withMemoryOffItSaysWhatIsLeftAndWhatItWas() {
    String sentence =
        after(
            new Command.EpochsRequested(100),
            new Change.MemorySwitched(false),
            new Command.EpochsRequested(100));
    assertTrue(sentence.startsWith("No memory: this is what is left, "), sentence);
    assertTrue(sentence.contains(" With memory it was "), sentence);
    assertTrue(
        after(new Command.ResetRequested()).startsWith("Memory is off and the weights are back"),
        "after a reset");
  }
}
