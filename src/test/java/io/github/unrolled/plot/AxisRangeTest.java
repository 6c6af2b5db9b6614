package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisRangeTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 1, -1.2, 1.2",
    "0, 0, -1.2, 1.2",
    "5, 5, 2.5, 7.5",
    "-5, -5, -7.5, -2.5",
    "1, 144, -10, 150",
    "1e-300, 2e-300, -1.2, 1.2"
  })
  void aRangeIsRoundAndSlightlyLargerThanTheData(double low, double high, double min, double max) {
    AxisRange range = AxisRange.around(low, high);
    assertEquals(min, range.min(), 1e-12);
    assertEquals(max, range.max(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"-1e300, 1e300", "0, 1e308", "-1.7e308, 1.7e308", "1e308, 1e308"})
  void hugeNumbersHaveAPlace(double low, double high) {
    AxisRange range = AxisRange.around(low, high);
    assertTrue(Double.isFinite(range.span()));
    assertTrue(range.fraction(low) >= 0 && range.fraction(low) <= 1);
    assertTrue(range.fraction(high) >= 0 && range.fraction(high) <= 1);
    assertTrue(AxisTicks.linear(range, 5).labels().length >= 2);
  }

  @Test
  void fractionsGoFromZeroToOneAndKeepNaN() {
    AxisRange range = new AxisRange(-2, 6);
    assertEquals(0, range.fraction(-2));
    assertEquals(0.25, range.fraction(0));
    assertEquals(1, range.fraction(6));
    assertTrue(Double.isNaN(range.fraction(Double.NaN)));
  }

  @Test
  void givenDataInsideWhenTheyShrinkALittleThenTheRangeStays() {
    AxisRange range = AxisRange.around(-1, 1);
    assertSame(range, range.adapted(AxisRange.around(-0.8, 0.9), -0.8, 0.9));
  }

  @Test
  void givenDataOutsideThenTheRangeGrowsAtOnce() {
    AxisRange range = AxisRange.around(-1, 1);
    AxisRange grown = range.adapted(AxisRange.around(-1, 1.3), -1, 1.3);
    assertNotEquals(range, grown);
    assertTrue(grown.max() >= 1.3);
  }

  @Test
  void givenAMuchTooLargeRangeThenItShrinks() {
    AxisRange range = AxisRange.around(-100, 100);
    assertEquals(AxisRange.around(-1, 1), range.adapted(AxisRange.around(-1, 1), -1, 1));
  }
}
