package io.github.unrolled.ui.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import org.junit.jupiter.api.Test;

/** The words of a unit that puts out its input, 1 less than is expected. */
class UnrolledWordsTest {
  private static final NumberFormat NUMBERS = new NumberFormat(new JvmDecimals());

  private final UnrolledWords words = new UnrolledWords(NUMBERS);
  private final LinearUnit unit = new LinearUnit();

  private StepNumbers numbers() {
    StepNumbers numbers = new StepNumbers(NUMBERS);
    numbers.read(unit.state().problem(), unit.state().snapshot());
    return numbers;
  }

  @Test
  void aRowHasTheNumbersOfAStep() {
    assertArrayEquals(
        new String[] {"Step", "Input", "Hidden state", "Output", "Expected", "Gradient dL/dh"},
        UnrolledWords.headers(1));
    assertArrayEquals(
        new String[] {"2", "2", "2.00", "2.00", "3", "−0.667"},
        UnrolledWords.rows(numbers()).get(1));
  }

  @Test
  void eachOfAFewUnitsHasAColumnAndOfManyTheLength() {
    for (int units : new int[] {1, 2, 8, 9, 32}) {
      unit.dispatch(new Change.HiddenSizeChanged(units));
      String[] headers = UnrolledWords.headers(units);
      assertEquals(headers.length, UnrolledWords.rows(numbers()).get(0).length, units + " units");
      assertEquals(units == 1 ? 6 : units <= 8 ? 5 + units : 6, headers.length, units + " units");
    }
  }

  @Test
  void theSummaryOfOneUnitHasItsWeights() {
    unit.dispatch(new Change.StepChosen(2));
    assertEquals(
        "One recurrent unit, drawn once for each of 3 time steps, with the same parameters in all"
            + " of them: Input weight 1.00, Hidden weight 0.00, Output weight 1.00, Hidden bias"
            + " 0.00, Output bias 0.00. Steps 1 to 2 are done.",
        words.summary(unit.state()));
  }

  @Test
  void theSummaryOfALargerNetworkCountsItsParameters() {
    unit.dispatch(new Change.CellChosen(CellType.GRU), new Change.HiddenSizeChanged(2));
    assertEquals(
        "GRU network with 2 units, drawn once for each of 3 time steps, with the same parameters in"
            + " all of them, 29 in all. No step is done yet.",
        words.summary(unit.state()));
  }

  @Test
  void aStartStateIsSaidAndIsARowOfStep0() {
    unit.dispatch(new Change.StartStateSet(0, 0.5));
    String summary = words.summary(unit.state());
    assertTrue(summary.contains("Output bias 0.00, from the start state 0.500. No"), summary);
    assertArrayEquals(
        new String[] {"0", "", "0.500", "", "", ""}, UnrolledWords.rows(numbers()).get(0));
    assertEquals("1", UnrolledWords.rows(numbers()).get(1)[0]);
    unit.dispatch(new Change.HiddenSizeChanged(9), new Change.StartStateSet(0, -3));
    unit.dispatch(new Change.StartStateSet(8, 4));
    summary = words.summary(unit.state());
    assertTrue(summary.contains("109 in all, from a start state that is not 0. No"), summary);
    assertArrayEquals(
        new String[] {"0", "", "", "", "", "5.00"}, UnrolledWords.rows(numbers()).get(0));
    unit.dispatch(new Change.HiddenSizeChanged(2), new Change.StartStateSet(0, -3));
    assertArrayEquals(
        new String[] {"0", "", "", "", "", "−3.00", "0.00"}, UnrolledWords.rows(numbers()).get(0));
    unit.dispatch(new Change.MemorySwitched(false));
    assertEquals("1", UnrolledWords.rows(numbers()).get(0)[0]);
  }

  @Test
  void aStepAndACellAreNamedByTheirNumbers() {
    assertEquals(
        "Step 3: input 3, hidden state 3.00, output 3.00, expected 4",
        UnrolledWords.step(numbers(), 3));
    assertEquals(
        "hidden state h, unit 1: 2.00", UnrolledWords.cell(CellType.ELMAN, numbers(), 0, 2, 0));
  }
}
