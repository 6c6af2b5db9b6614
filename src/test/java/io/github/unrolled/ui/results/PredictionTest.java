package io.github.unrolled.ui.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.experiment.ManualFrames;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.plot.AxisRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the prediction chart shows of a unit that adds 1 to its input, as it should. */
class PredictionTest {
  private static final double ROUNDING = 1e-12;

  private int completed;
  private final LinearUnit unit = new LinearUnit().set(ScalarParameter.OUTPUT_BIAS, 1);
  private final ManualFrames frames = new ManualFrames();
  private final FreeRunning free = new FreeRunning(frames, frames, () -> completed++);
  private final PredictionRange range = new PredictionRange();

  private PredictedSteps steps() {
    free.follow(unit.state(), false);
    return new PredictedSteps(unit.state(), free, new NumberFormat(new JvmDecimals()));
  }

  private AxisRange axis() {
    free.follow(unit.state(), false);
    return range.follow(unit.state(), free, unit.state().isRunning());
  }

  private void runFreelyFrom(int step) {
    unit.dispatch(new Change.TakeoverChosen(step));
  }

  @Test
  void teacherForcingEndsWithTheSequence() {
    PredictedSteps steps = steps();
    assertEquals(3, steps.count());
    assertFalse(steps.isFree());
    assertEquals(4, steps.expected(3));
    assertEquals(4, steps.output(3), ROUNDING);
    assertEquals("0.00", steps.errorText(3));
    assertEquals("4", steps.rawExpectedText(3));
    assertEquals(PredictedSteps.NONE, steps.freeText(3));
  }

  @Test
  void freeRunningGoesOnToTwiceTheLength() {
    runFreelyFrom(2);
    PredictedSteps steps = steps();
    assertEquals(6, steps.count());
    assertEquals(2, steps.takeover());
    assertEquals(PredictedSteps.NONE, steps.freeText(1));
    assertEquals(3, steps.freeOutput(2), ROUNDING);
    assertEquals(7, steps.freeOutput(6), ROUNDING);
    assertEquals(7, steps.expected(6), ROUNDING);
    assertEquals(PredictedSteps.NONE, steps.outputText(4));
    assertEquals("0.00", steps.freeErrorText(6));
  }

  @Test
  void theTableHasMoreColumnsWithAFreeRun() {
    assertArrayEquals(
        new String[] {"3", "4.00", "4.00", "0.00", "4", "4.00"},
        PredictionWords.rows(steps()).get(2));
    runFreelyFrom(2);
    List<String[]> rows = PredictionWords.rows(steps());
    assertEquals(6, rows.size());
    assertArrayEquals(
        new String[] {"6", "7.00", "–", "–", "7.00", "0.00", "7.00", "–", "7.00"}, rows.get(5));
    assertEquals(PredictionWords.headers(true).length, rows.get(5).length);
    assertEquals(6, PredictionWords.headers(false).length);
  }

  @Test
  void theSummaryTellsOfTheEndsTheCursorAndTheFreeRun() {
    unit.dispatch(new Change.StepChosen(2), new Change.TrainStepsChanged(2));
    String taught =
        "A chart of expected and actual output over 3 time steps, raw. At step 1 2.00 is expected"
            + " and 2.00 put out; at step 3 4.00 is expected and 4.00 put out. At the cursor, step"
            + " 2, 3.00 is expected and 3.00 put out. The steps after 2 are the test part, shaded.";
    assertEquals(taught, PredictionWords.summary(unit.state(), steps()));
    runFreelyFrom(2);
    assertEquals(
        taught
            + " Free running from step 2 on, a dashed line, goes on past the end to step 6, where"
            + " it puts out 7.00; expected there: 7.00.",
        PredictionWords.summary(unit.state(), steps()));
  }

  @Test
  void theFanIsSeenOnceItIsComplete() {
    runFreelyFrom(2);
    frames.setCostOfReading(1000);
    assertFalse(free.follow(unit.state(), false));
    assertNull(free.fan());
    assertEquals("free running from each of the 3 steps", PredictionWords.fan(free.fan(), 3));
    while (frames.outstanding() > 0) {
      frames.draw(16);
    }
    assertEquals(1, completed);
    assertNotNull(free.fan());
    assertEquals("free running from 3 of the 500 steps", PredictionWords.fan(free.fan(), 500));
  }

  @Test
  void theAxisHoldsWhatIsExpectedAndPutOut() {
    assertFalse(range.isKnown());
    assertTrue(Double.isNaN(range.fraction(3)));
    AxisRange axis = axis();
    assertTrue(range.isKnown());
    assertTrue(axis.min() < 2 && axis.max() > 4);
    assertEquals(0.5, range.fraction(3), ROUNDING);
    assertTrue(Double.isNaN(range.fraction(5)));
    assertTrue(Double.isNaN(range.fraction(Double.POSITIVE_INFINITY)));
  }

  @Test
  void aFreeRunWidensTheAxisUnlessItExplodes() {
    runFreelyFrom(2);
    assertTrue(axis().max() >= 7);
    assertTrue(range.isWhole());
    unit.set(ScalarParameter.HIDDEN_WEIGHT, 3);
    axis();
    assertFalse(range.isWhole());
  }

  @Test
  void theAxisIsSteadyWhileSomethingRuns() {
    AxisRange first = axis();
    unit.dispatch(new Command.TrainingSwitched(true));
    unit.set(ScalarParameter.OUTPUT_BIAS, 1.5);
    AxisRange grown = axis();
    assertNotEquals(first, grown);
    unit.set(ScalarParameter.OUTPUT_BIAS, 1);
    assertSame(grown, axis());
    unit.dispatch(new Command.TrainingSwitched(false));
    assertEquals(first, axis());
  }

  @Test
  void anotherChartStartsWithAnAxisOfItsOwn() {
    axis();
    range.reset();
    assertFalse(range.isKnown());
  }
}
