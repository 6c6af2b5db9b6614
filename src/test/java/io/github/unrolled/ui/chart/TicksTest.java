package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.plot.AxisRange;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static final AxisRange FOUR_STEPS = new AxisRange(0.5, 4.5);

  @Test
  void countsArePointedAtAnywhere() {
    assertEquals(30, Ticks.COUNTS.at(new AxisRange(0, 120), 0.25));
    assertTrue(Double.isNaN(Ticks.COUNTS.at(FOUR_STEPS, Double.NaN)));
  }

  @Test
  void eachStepOwnsAColumn() {
    assertEquals(1, Ticks.STEPS.at(FOUR_STEPS, 0));
    assertEquals(1, Ticks.STEPS.at(FOUR_STEPS, 0.24));
    assertEquals(2, Ticks.STEPS.at(FOUR_STEPS, 0.25));
    assertEquals(4, Ticks.STEPS.at(FOUR_STEPS, 1));
    assertTrue(Double.isNaN(Ticks.STEPS.at(FOUR_STEPS, Double.NaN)));
  }

  @Test
  void labelsAreWrittenInTheirKind() {
    assertArrayEquals(
        new String[] {"0", "50", "100"}, Ticks.COUNTS.of(new AxisRange(0, 120), 3).labels());
    assertArrayEquals(new String[] {"1", "2", "3", "4"}, Ticks.STEPS.of(FOUR_STEPS, 9).labels());
    assertArrayEquals(
        new String[] {"0.01", "0.1", "1"}, Ticks.LOG10.of(new AxisRange(-2, 0), 3).labels());
  }
}
