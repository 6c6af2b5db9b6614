package io.github.unrolled.ui.instruments.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.insight.GradientThroughTime;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a matrix: of a linear unit, whose factors are all its hidden weight. */
class GradientWordsTest {
  private static final NumberFormat NUMBERS = new NumberFormat(new JvmDecimals());
  private static final GradientWords WORDS = new GradientWords(NUMBERS);

  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  private GradientMatrix matrixAfter(Event... events) {
    store.dispatch(new Change.ActivationChosen(Activation.LINEAR));
    for (Event event : events) {
      store.dispatch(event);
    }
    State state = store.state();
    GradientThroughTime gradients =
        new GradientThroughTime(
            state.experiment().shape(),
            state.problem().inputs(),
            state.problem().targets(),
            state.problem().trainSteps());
    gradients.begin(
        state.snapshot().parameters(),
        state.experiment().start().state(),
        state.experiment().cursor() - 1);
    boolean complete = false;
    while (!complete) {
      complete = gradients.work(1_000_000);
    }
    return new GradientMatrix(gradients, state);
  }

  private static Event hiddenWeight(double value) {
    return new Command.ScalarParameterSet(ScalarParameter.HIDDEN_WEIGHT, value);
  }

  private static Event numbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i % 3;
    }
    return new Change.OwnNumbersEntered(Numbers.of(numbers));
  }

  @Test
  void saysHowMuchOfTheGradientReachesTheFirstStep() {
    assertEquals(
        "Of the gradient that step 8’s loss has at its own state, 0.781\u00a0% reaches step 1. Every"
            + " factor is below 1: the gradient shrinks at each step back. Spectral radius:"
            + " |W_hidden| = 0.500.",
        WORDS.meaning(matrixAfter()));
    String ofTheCursor = WORDS.meaning(matrixAfter(new Change.StepChosen(3)));
    assertTrue(
        ofTheCursor.startsWith(
            "Of the gradient that step 3’s loss has at its own state, 25.0\u00a0% reaches step 1. "),
        ofTheCursor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2; 128 times as much reaches; Every factor is above 1: the gradient grows at each step back.",
        "0; nothing reaches; Every factor is below 1: the gradient shrinks at each step back.",
        "0.1; 1.00e−7 times as much reaches; Every factor is below 1: the gradient shrinks at each"
            + " step back.",
        "-1; 100\u00a0% reaches; The factors are all 1.00."
      })
  void speaksOfMoreLessAndNothing(double weight, String reaches, String factors) {
    String text = WORDS.meaning(matrixAfter(hiddenWeight(weight)));
    assertTrue(text.contains(reaches + " step 1. " + factors), text);
  }

  @Test
  void aShareThatTheWindowCutsWouldReach() {
    GradientMatrix matrix = matrixAfter(new Change.WindowChanged(3));
    String text = WORDS.meaning(matrix);
    assertTrue(
        text.contains("0.781\u00a0% would reach step 1, but the BPTT window cuts it off. "), text);
    assertTrue(matrix.hasCut());
    assertTrue(WORDS.entry(matrix, 3, 2).endsWith(", cut off by the BPTT window"));
    assertFalse(WORDS.entry(matrix, 5, 3).endsWith(", cut off by the BPTT window"));
    assertTrue(WORDS.rows(matrix).get(3)[3].endsWith(" (cut off)"));
    assertFalse(WORDS.rows(matrix).get(5)[4].endsWith(" (cut off)"));
  }

  @Test
  void withoutMemoryNothingPasses() {
    String text = WORDS.meaning(matrixAfter(new Change.MemorySwitched(false)));
    assertTrue(
        text.contains("nothing reaches step 1. Memory is off: nothing passes from step to step."),
        text);
  }

  @Test
  void oneStepThatTrainsHasNoWayBack() {
    GradientMatrix matrix = matrixAfter(new Change.TrainStepsChanged(1));
    assertEquals("One step trains: there is no way back through time.", WORDS.meaning(matrix));
    assertFalse(matrix.hasCut() || matrix.hasNegativeFactor());
    assertEquals(
        "Only the first 1 steps train; the others have no gradient and are left out. ",
        WORDS.note(matrix));
  }

  @Test
  void roundingIsNoGradient() {
    GradientMatrix exact =
        matrixAfter(new Change.TaskChosen(Task.SINE), new Command.ExactSolutionRequested());
    for (int row = 0; row < exact.count(); row++) {
      assertTrue(exact.isRounding(row), "row " + row + ": " + exact.outputGradient(row));
    }
    assertTrue(
        IntStream.range(0, exact.count()).anyMatch(row -> exact.outputGradient(row) != 0),
        "some error is left");
    String text = WORDS.meaning(exact);
    assertTrue(text.contains(" meets its target up to rounding: its loss sends no gradient"), text);
    assertTrue(WORDS.entry(exact, 3, 2).endsWith(", no more than rounding"));
    GradientMatrix usual = matrixAfter(new Change.TaskChosen(Task.FIBONACCI));
    for (int row = 0; row < usual.count(); row++) {
      assertFalse(usual.isRounding(row));
    }
  }

  @Test
  void anOverflowIsAllThatIsTold() {
    GradientMatrix matrix =
        matrixAfter(new Change.TaskChosen(Task.CUSTOM), numbers(150), hiddenWeight(1000));
    assertEquals(
        "A number overflowed in this pass: there is no gradient to follow.", WORDS.meaning(matrix));
  }

  @Test
  void theChainOfAUnitIsWrittenOutAndItsMiddleLeftOut() {
    GradientMatrix matrix = matrixAfter();
    String gradient = NUMBERS.significant(matrix.outputGradient(7));
    String entry = NUMBERS.significant(matrix.entry(7, 0));
    assertEquals(
        "= "
            + gradient
            + " · 1.00 · 0.500 · 0.500 · 0.500 · [2 more: 0.250] · 0.500 · 0.500 = "
            + entry,
        WORDS.chainNumbers(matrix, 7, 0));
    assertEquals("Loss of step 8, state of step 1: " + entry, WORDS.entry(matrix, 7, 0));
    String near = NUMBERS.significant(matrix.entry(7, 6));
    assertEquals("= " + gradient + " · 1.00 · 0.500 = " + near, WORDS.chainNumbers(matrix, 7, 6));
    String whole = WORDS.chainNumbers(matrix, 7, 1);
    assertFalse(whole.contains("more"), "six factors have room: " + whole);
    assertTrue(WORDS.chain(matrix).startsWith("= dL_t/dy_t"));
  }

  @Test
  void theNormsOfALayerAreABound() {
    GradientMatrix matrix = matrixAfter(new Change.HiddenSizeChanged(3));
    assertEquals("", WORDS.chainNumbers(matrix, 4, 4), "no factor, no chain");
    assertTrue(WORDS.chainNumbers(matrix, 4, 3).startsWith("≤ "));
    assertTrue(WORDS.chain(matrix).startsWith("≤ "));
    assertEquals(
        "norm ‖J_k‖ of each step’s Jacobian, log scale",
        WORDS.factorLabel(matrix.state().experiment().shape()));
    assertTrue(WORDS.meaning(matrix).contains(" Spectral radius of W_hh: "));
    GradientMatrix lstm = matrixAfter(new Change.CellChosen(CellType.LSTM));
    assertTrue(WORDS.meaning(lstm).contains(" Spectral radius of the Jacobian at step 8: "));
    assertTrue(
        WORDS.factorLabel(lstm.state().experiment().shape()).contains("Jacobian, h and c, log"));
  }

  @Test
  void theTableIsTheTriangle() {
    GradientMatrix matrix = matrixAfter();
    assertArrayEquals(
        new String[] {"Loss of step", "state 1", "state 2"}, GradientWords.headers(1, 2));
    List<String[]> rows = WORDS.rows(matrix);
    assertEquals(8, rows.size());
    for (int row = 0; row < 8; row++) {
      assertEquals(row + 1 + "", rows.get(row)[0]);
      for (int column = 0; column < 8; column++) {
        String expected = column > row ? "" : NUMBERS.significant(matrix.entry(row, column));
        assertEquals(expected, rows.get(row)[column + 1]);
      }
    }
  }

  @Test
  void ofALongSequenceTheStepsUpToTheCursorAreShown() {
    GradientMatrix matrix =
        matrixAfter(
            new Change.TaskChosen(Task.CUSTOM),
            numbers(101),
            new Change.StepChosen(70),
            new Command.StepPointedAt(30));
    assertEquals(60, matrix.count());
    assertEquals(11, matrix.step(0));
    assertEquals(59, matrix.cursorRow());
    assertEquals(19, matrix.pointedColumn());
    assertTrue(WORDS.summary(matrix).contains(", steps 11 to 70. "), WORDS.summary(matrix));
    assertEquals(
        "Of a long sequence, 60 steps are shown: up to the cursor, or the last.",
        WORDS.note(matrix));
    GradientMatrix beyond = matrixAfter(new Command.StepPointedAt(90), new Change.StepChosen(0));
    assertEquals(41, beyond.step(0));
    assertTrue(beyond.cursorRow() < 0, "no cursor");
    assertTrue(matrixAfter(new Command.StepPointedAt(5)).pointedColumn() < 0, "not shown");
  }

  @Test
  void aNegativeWeightTurnsTheSign() {
    assertFalse(matrixAfter().hasNegativeFactor());
    assertTrue(matrixAfter(hiddenWeight(-0.5)).hasNegativeFactor());
  }
}
