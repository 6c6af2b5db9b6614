package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideningRangeTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3, 0.01",
    "-3.01, 5, 0.01",
    "5.5, 10, 0.01",
    "-11, 20, 0.1",
    "1000, 1000, 1",
    "999999, 1000000, 1000",
    "1e300, 1000000, 1000",
    "NaN, 3, 0.01",
    "Infinity, 3, 0.01"
  })
  void itWidensToTheNextRoundNumber(double value, double end, double step) {
    WideningRange range = new WideningRange(3, 1e6);
    range.include(value);
    assertEquals(end, range.end());
    assertEquals(step, range.step(), 1e-9);
  }

  @Test
  void itShrinksOnlyWhenItIsFarTooWideOrReset() {
    WideningRange range = new WideningRange(0.1, 1e300);
    range.include(0.43);
    range.include(0.01);
    range.settle();
    assertEquals(0.5, range.end());
    range.include(0.11);
    range.settle();
    assertEquals(0.5, range.end());
    range.include(0.01);
    range.settle();
    assertEquals(0.1, range.end());
    range.include(Double.MAX_VALUE);
    assertEquals(1e300, range.end());
    range.reset();
    assertEquals(0.1, range.end());
  }

  @Test
  void ofManyNumbersTheLargestCounts() {
    WideningRange range = new WideningRange(3, 100);
    range.include(80);
    range.settle();
    range.include(80);
    range.include(1);
    range.settle();
    assertEquals(100, range.end());
    range.include(1);
    range.include(-9);
    range.settle();
    assertEquals(10, range.end());
  }
}
