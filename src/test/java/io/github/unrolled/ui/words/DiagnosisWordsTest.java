package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Diagnosis;
import io.github.unrolled.experiment.Diagnosis.Known;
import io.github.unrolled.experiment.ExactSolution;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.task.Scaling;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisWordsTest {
  private final DiagnosisWords words = new DiagnosisWords(new NumberFormat(new JvmDecimals()));
  private final Store store = new Store(Experiment.initial(), () -> 0, frame -> {}, state -> {});

  private static Diagnosis.Rest at(double loss) {
    return jumping(loss, loss);
  }

  private static Diagnosis.Rest jumping(double least, double most) {
    return new Diagnosis.Rest(most, least, most);
  }

  private State state() {
    return store.state();
  }

  private ExactSolution fibonacci() {
    return Objects.requireNonNull(
        ExactSolution.of(state().problem(), state().experiment().data()), "exact solution");
  }

  @Test
  void rawInputsAskForNormalization() {
    store.dispatch(new Change.ScalingChosen(Scaling.RAW));
    Diagnosis scale = new Diagnosis.Scale(at(5825), -6, 6, true, 34, 265.25, 7.5);
    assertEquals("Scale", words.nameOf(scale));
    assertEquals(
        "With output weights and bias of −3 to 3 outputs reach −6.00 to 6.00, but targets go to"
            + " 34.0: at best a loss of 265. Training took the output weight to 7.50, yet rests at"
            + " 5825. Remedy: normalize the inputs.",
        words.of(scale, state()));
  }

  @Test
  void normalizedOnesAskForLargerSteps() {
    String sentence =
        words.of(new Diagnosis.Scale(at(0.4), -0.1, 0.5, false, -1, 0.3, 0.2), state());
    assertTrue(sentence.startsWith("With the present output weights outputs reach "), sentence);
    assertTrue(sentence.endsWith("Remedy: larger steps, for the output weights to get there."));
  }

  @Test
  void aDeadUnitIsSpokenOfAsOne() {
    assertTrue(words.of(new Diagnosis.Dead(at(1)), state()).startsWith("The unit never fires"));
    store.dispatch(new Change.HiddenSizeChanged(2));
    assertTrue(words.of(new Diagnosis.Dead(at(1)), state()).startsWith("No unit ever fires"));
    assertEquals("Optimization", words.nameOf(new Diagnosis.Dead(at(1))));
  }

  @Test
  void stepsThatAreTooLongShowByAJumpOrByTheGradient() {
    assertEquals(
        "The steps are too long: the loss jumps between 2.00 and 3.00, and was 1.00 before. Try a"
            + " smaller learning rate.",
        words.of(new Diagnosis.Overshoot(jumping(2, 3), 1, 0), state()));
    assertEquals(
        "The steps are too long: the loss jumps between 0.750 and 1.89. Try a smaller learning"
            + " rate.",
        words.of(new Diagnosis.Overshoot(jumping(0.75, 1.89), 0.75, 0), state()));
    assertEquals(
        "The steps are too long: the loss rests at 2.00, and was 1.00 before. Try a smaller"
            + " learning rate.",
        words.of(new Diagnosis.Overshoot(at(2), 1, 0), state()));
    assertEquals(
        "The steps are too long: the loss rests at 2.00 though the gradient is far from 0, norm"
            + " 9.00. Try a smaller learning rate.",
        words.of(new Diagnosis.Overshoot(at(2), 2, 9), state()));
  }

  @Test
  void aLossThatJumpsNeverRests() {
    store.dispatch(new Change.ScalingChosen(Scaling.RAW));
    String scale =
        words.of(new Diagnosis.Scale(jumping(3046, 5825), -6, 6, true, 34, 265.25, 7.5), state());
    assertTrue(
        scale.endsWith(
            "yet jumps between 3046 and 5825. Remedies: normalize the inputs, and smaller steps:"
                + " these are too long, too."),
        scale);
    for (Diagnosis diagnosis :
        List.of(
            new Diagnosis.Optimization(jumping(1, 2), Known.LINE, 0.01),
            new Diagnosis.Capacity(jumping(1, 2), Known.LINE, 0.6, fibonacci(), 2),
            new Diagnosis.Open(jumping(1, 2), Known.LINE, 0.6))) {
      String sentence = words.of(diagnosis, state());
      assertTrue(sentence.contains("raining jumps between 1.00 and 2.00"), sentence);
      assertFalse(sentence.contains("rests"), sentence);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINE           | A line without memory reaches 0.0100, and this network can come as near",
        "LINEAR_UNIT    | The best single linear unit that does not explode reaches 0.0100, and",
        "EXACT_SOLUTION | The task has an exact solution, and this network can come as near to it",
        "BY_HEART       | With a unit for each step the answers can be learnt by heart, and this",
        "RANDOM_SEARCH  | Random search found weights with 0.0100, yet training rests at 0.500."
      })
  void aBetterNetworkIsNamed(Known known, String beginning) {
    String sentence = words.of(new Diagnosis.Optimization(at(0.5), known, 0.01), state());
    assertTrue(sentence.startsWith(beginning), sentence);
  }

  @Test
  void whatTheSolutionTakesIsHeldAgainstWhatThereIs() {
    Diagnosis capacity = new Diagnosis.Capacity(at(0.5), Known.LINE, 0.6, fibonacci(), 2);
    assertEquals("Capacity", words.nameOf(capacity));
    assertEquals(
        "Training rests at 0.500. The exact solution takes 2 linear units; this network has 1.",
        words.of(capacity, state()));
    store.dispatch(new Change.MemorySwitched(false));
    assertTrue(words.of(capacity, state()).endsWith("2 linear units with memory, which is off."));
  }

  @Test
  void aReasonIsGivenForWaiting() {
    for (Diagnosis.Wait wait : Diagnosis.Wait.values()) {
      assertTrue(words.of(wait).endsWith("."), wait.name());
    }
    assertTrue(words.of(Diagnosis.Wait.TOO_EARLY).startsWith("Told from 200 epochs on"));
    assertEquals(
        "The exact solution takes 2 linear units; this network has 1.",
        words.ofLack(new Diagnosis.Capacity(at(1), Known.LINE, 0.6, fibonacci(), 2), state()));
  }

  @Test
  void withoutAVerdictItSaysWhatIsKnown() {
    Diagnosis open = new Diagnosis.Open(at(0.5), Known.RANDOM_SEARCH, 0.4);
    assertEquals("", words.nameOf(open));
    assertEquals(
        "No verdict: training rests at 0.500, and neither a better network of this shape than the"
            + " best random try, 0.400, nor an exact solution is known. Try New weights or more"
            + " units.",
        words.of(open, state()));
  }

  @Test
  void withoutADiagnosisThereIsNoName() {
    assertEquals("", words.nameOf(null));
  }
}
