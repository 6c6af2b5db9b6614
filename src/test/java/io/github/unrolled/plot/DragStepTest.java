package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DragStepTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0.01",
    "33, 0.1",
    "50, 1",
    "499, 1",
    "500, 10",
    "0.004, 0.00001",
    "1e6, 10000",
    "0, 0.01",
    "Infinity, 0.01"
  })
  void aRangeIsDraggedOver50To500Pixels(double range, double step) {
    assertEquals(step, DragStep.of(range), 1e-9 * step);
  }
}
