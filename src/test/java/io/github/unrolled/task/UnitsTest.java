package io.github.unrolled.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scaling maps a sequence to [-1, 1] and back, whatever its range. */
class UnitsTest {
  @Test
  void rawChangesNothing() {
    Units units = Scaling.RAW.fit(Numbers.of(5, 1e308, -7));
    assertEquals(1e308, units.toNetwork(1e308));
    assertEquals(-0.1, units.toRaw(-0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 34",
    "-1, 1",
    "-1e308, 1e308",
    "-1.7976931348623157e308, 1.7976931348623157e308",
    "-8e307, 9e307",
    "0, 1.7976931348623157e308",
    "1e308, 1.1e308",
    "-1.1e308, -1e308",
    "1e-300, 3e-300",
    "1, 1.0000000000000002",
  })
  void theEndsOfTheRangeBecomeMinusOneAndOne(double low, double high) {
    Units units = Scaling.NORMALIZED.fit(Numbers.of(high, low, low));
    assertEquals(-1, units.toNetwork(low));
    assertEquals(1, units.toNetwork(high));
    assertEquals(low, units.toRaw(-1), Math.ulp(low));
    assertEquals(high, units.toRaw(1), Math.ulp(high));
  }

  @Test
  void aConstantSequenceBecomesZeros() {
    Units units = Scaling.NORMALIZED.fit(Numbers.of(7, 7, 7));
    assertEquals(0, units.toNetwork(7));
    assertEquals(0, units.toNetwork(8));
    assertEquals(7, units.toRaw(0));
    assertEquals(7, units.toRaw(5));
  }

  @Test
  void everyValueOfASequenceComesBack() {
    Rng rng = new Rng(1, 0);
    for (int i = 0; i < 2_000; i++) {
      double size = Math.scalb(1.0, rng.nextInt(2_000) - 1_000);
      double[] values = new double[3 + rng.nextInt(8)];
      double largest = 0;
      for (int j = 0; j < values.length; j++) {
        values[j] = rng.uniform(-1, 1) * size;
        largest = Math.max(largest, Math.abs(values[j]));
      }
      Units units = Scaling.NORMALIZED.fit(Numbers.of(values));
      for (double value : values) {
        double seen = units.toNetwork(value);
        assertTrue(seen >= -1 && seen <= 1, () -> value + " as " + seen);
        assertEquals(value, units.toRaw(seen), largest * 1e-15);
      }
    }
  }

  @Test
  void theMapIsAffineBeyondTheRangeToo() {
    Units units = new Units(true, 10, 20);
    assertEquals(0, units.toNetwork(15));
    assertEquals(3, units.toNetwork(30));
    assertEquals(30, units.toRaw(3));
    assertEquals(Double.POSITIVE_INFINITY, units.toRaw(1e308));
  }
}
