package io.github.unrolled.ui.instruments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.unrolled.math.Numbers;
import org.junit.jupiter.api.Test;

class LargestComponentsTest {
  private static final Numbers GRADIENT = Numbers.of(1, -5, 0, 3, -3);

  @Test
  void theLargestInMagnitudeStandInTheirOrder() {
    assertArrayEquals(new int[] {1, 3}, LargestComponents.of(GRADIENT, 2));
    assertArrayEquals(new int[] {1, 3, 4}, LargestComponents.of(GRADIENT, 3));
  }

  @Test
  void ofFewAllAreTaken() {
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, LargestComponents.of(GRADIENT, 12));
  }
}
