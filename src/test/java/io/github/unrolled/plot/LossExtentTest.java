package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rungs are worth a longer loss axis. */
class LossExtentTest {
  private static final double FLOOR = -18;

  /** Rungs at 0 and at -1, and the best line at {@code line}. */
  @ParameterizedTest
  @CsvSource({
    // The curves cross them all.
    "-3, 0.5, -2, -3, 0.5",
    // A rung just above and one just below.
    "-1.5, -0.5, -2, -2, 0",
    "-0.1, 0.2, -2, -2, 0.2",
    // The best line is worth four decades, other rungs one.
    "-0.1, 0.2, -5, -1, 0.2",
    "0.5, 0.6, -5, 0, 0.6",
    // An exact solution shows below the best rung, whatever that is.
    "-18, -18, -3, -18, -3",
    "-18, -18, -18, -18, -1",
    // Far above all rungs the curves stay large.
    "5, 8, -3, 5, 8",
  })
  void theAxisHoldsTheCurvesAndWhatTheyAreHeldAgainst(
      double low, double high, double line, double expectedLow, double expectedHigh) {
    Extent extent = new Extent();
    extent.add(low, high);
    LossExtent.widen(extent, new double[] {0, -1, line}, FLOOR);
    assertEquals(expectedLow, extent.low());
    assertEquals(expectedHigh, extent.high());
  }
}
