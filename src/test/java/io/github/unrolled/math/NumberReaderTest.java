package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.NumberReading.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

  private final NumberReader reader = new NumberReader(new JvmDecimals());

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "+5, 5",
    "-5, -5",
    "−5, -5",
    "0.25, 0.25",
    ".5, 0.5",
    "5., 5",
    "-.5e3, -500",
    "5.e-1, 0.5",
    "1e3, 1000",
    "1E+3, 1000",
    "2.5e−3, 0.0025",
    "007, 7",
    "1e-400, 0",
    "1.7976931348623157e308, 1.7976931348623157e308",
  })
  void readsNumbers(String text, double expected) {
    NumberReading reading = reader.read(text);
    assertTrue(reading.isNumber());
    assertNull(reading.problem());
    assertEquals(expected, reading.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" 7", "7\n", "\u00a07\u202f", "\ufeff7", "\t\u2003 7 \u3000", "\u20287\u2029"})
  void ignoresSpaceAround(String text) {
    assertEquals(7, reader.read(text).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0\u202f\u2007\ufeff"})
  void tellsEmptyText(String text) {
    assertEquals(Problem.EMPTY, reader.read(text).problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "+",
        ".",
        "-.",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1.2.3",
        "1,5",
        "1 2",
        "--1",
        "+-1",
        "1-",
        "1e5.5",
        "0x10",
        "1f",
        "1d",
        "1_000",
        "NaN",
        "Infinity",
        "overflow",
        "½",
        "١",
        "12\u202f346",
        "1e5e5",
        "5 %"
      })
  void tellsWhatIsNotANumber(String text) {
    NumberReading reading = reader.read(text);
    assertFalse(reading.isNumber());
    assertEquals(Problem.NOT_A_NUMBER, reading.problem());
    Exception e = assertThrows(IllegalStateException.class, reading::value);
    assertEquals("value: expected a number, got NOT_A_NUMBER", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e309", "1.8e308", "1e99999999999"})
  void tellsNumbersTooLargeForADouble(String text) {
    assertEquals(Problem.TOO_LARGE, reader.read(text).problem());
  }

  @Test
  void readsBackWhatIsWrittenInFull() {
    NumberFormat format = new NumberFormat(new JvmDecimals());
    Rng rng = new Rng(1, 0);
    for (int i = 0; i < 2_000; i++) {
      double v = Doubles.anyFinite(rng);
      assertEquals(v, reader.read(format.full(v)).value());
    }
  }
}
