package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecadeScaleTest {
  private static final DecadeScale SCALE = new DecadeScale(-6, 2);

  @Test
  void decadesAreEquallyLong() {
    assertEquals(0.25, SCALE.position(1e-4), 1e-3);
    assertEquals(0.75, SCALE.position(1), 1e-3);
    assertEquals(0.75, SCALE.position(-1), 1e-3);
  }

  @Test
  void positionsAreLogarithms() {
    for (double value = 1.1e-6; value < 100; value *= 1.3) {
      assertEquals((StrictMath.log10(value) + 6) / 8, SCALE.position(value), 1e-4);
    }
  }

  @Test
  void beyondTheEndsIsClamped() {
    assertEquals(0, SCALE.position(0), 0);
    assertEquals(0, SCALE.position(1e-300), 0);
    assertEquals(0, SCALE.position(Double.NaN), 0);
    assertEquals(1, SCALE.position(100), 0);
    assertEquals(1, SCALE.position(Double.NEGATIVE_INFINITY), 0);
  }
}
