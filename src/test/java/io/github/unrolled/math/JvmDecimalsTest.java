package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are those of V8. */
class JvmDecimalsTest {

  private final Decimals decimals = new JvmDecimals();

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.30000000000000004, 0.30, 3.00e-1",
    "1e21, 1e+21, 1e+21, 1.00e+21",
    "123456789012345680000, 123456789012345680000, 123456789012345683968.00, 1.23e+20",
    "1e-6, 0.000001, 0.00, 1.00e-6",
    "1e-7, 1e-7, 0.00, 1.00e-7",
    "5e-324, 5e-324, 0.00, 4.94e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308, 1.7976931348623157e+308, 1.80e+308",
    "0, 0, 0.00, 0.00e+0",
    "-0.0, 0, 0.00, 0.00e+0",
    "-1.5, -1.5, -1.50, -1.50e+0",
    "100, 100, 100.00, 1.00e+2",
    "5.684341886080802e-14, 5.684341886080802e-14, 0.00, 5.68e-14",
    "600978306514621.25, 600978306514621.2, 600978306514621.25, 6.01e+14",
    "1e23, 1e+23, 1e+23, 1.00e+23",
    "2.2250738585072014e-308, 2.2250738585072014e-308, 0.00, 2.23e-308",
    "2e-3, 0.002, 0.00, 2.00e-3",
    "-0.001, -0.001, -0.00, -1.00e-3",
    "1.005, 1.005, 1.00, 1.00e+0",
    "1.255e5, 125500, 125500.00, 1.26e+5",
    "NaN, NaN, NaN, NaN",
    "-Infinity, -Infinity, -Infinity, -Infinity",
  })
  void writesWhatABrowserWrites(double v, String shortest, String fixed, String exponential) {
    assertEquals(shortest, decimals.shortest(v));
    assertEquals(fixed, decimals.fixed(v, 2));
    assertEquals(exponential, decimals.exponential(v, 2));
  }

  @Test
  void roundsTiesOfAskedForDigitsAwayFromZero() {
    assertEquals("3", decimals.fixed(2.5, 0));
    assertEquals("-3", decimals.fixed(-2.5, 0));
    assertEquals("3e+1", decimals.exponential(25, 0));
    assertEquals("-1.3", decimals.fixed(-1.25, 1));
  }

  @Test
  void readsBackWhatItWrites() {
    Rng rng = new Rng(1, 0);
    for (int i = 0; i < 5_000; i++) {
      double v = Doubles.anyFinite(rng);
      assertEquals(v, decimals.parse(decimals.shortest(v)));
    }
  }
}
