package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickLabelsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0",
    "0, -2, 0.00",
    "5, -1, 0.5",
    "-15, -1, −1.5",
    "120, 0, 120",
    "1234, 0, 1234",
    "12, 3, 12\u202f000",
    "-1234567, 0, −1\u202f234\u202f567",
    "1234567, -2, 12\u202f345.67",
    "1, -3, 0.001"
  })
  void plain(int digits, int exponent, String expected) {
    assertEquals(expected, TickLabels.plain(digits, exponent));
  }

  @ParameterizedTest
  @CsvSource({"0, 9, 0", "1, -3, 1e−3", "15, 5, 1.5e6", "-20, 299, −2e300", "100, -2, 1e0"})
  void scientific(int digits, int exponent, String expected) {
    assertEquals(expected, TickLabels.scientific(digits, exponent));
  }
}
