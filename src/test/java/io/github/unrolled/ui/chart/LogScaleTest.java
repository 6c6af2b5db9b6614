package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LogScaleTest {
  @Test
  void whatIsLowerIsAtTheFloor() {
    LogScale scale = new LogScale(-18, Math::log10);
    double[] numbers = {100, 1e-18, 1e-19, 0, Double.POSITIVE_INFINITY, Double.NaN};
    double[] copy = numbers.clone();
    assertArrayEquals(
        new double[] {2, -18, -18, -18, Double.POSITIVE_INFINITY, Double.NaN}, scale.of(numbers));
    assertArrayEquals(copy, numbers);
  }
}
