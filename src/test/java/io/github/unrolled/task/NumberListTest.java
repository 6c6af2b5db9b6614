package io.github.unrolled.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.math.Vectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is read however its numbers are separated, or the first bad word is named. */
class NumberListTest {
  private static final String ALPHABET =
      "0123456789012345678901234567890123456789 ,;\n\t..--eE+\u2212\u00a0\u202f\ufeff\0x\"<&é\ud83d";

  private final NumberList list = new NumberList(new NumberReader(new JvmDecimals()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2.5,-3",
        "1, 2.5, -3",
        "1;2.5;-3",
        "1 2.5 -3",
        "1\t2.5\t-3",
        "1\n2.5\n-3\n",
        "1\r\n2.5\r\n-3",
        " ,; 1 ,, 2.5 ; -3 ,",
        "1\u00a02.5\u2028-3",
        "\ufeff1,2.5,-3",
        "1 2.5 \u22123",
        "+1 25e-1 -.3E1",
      })
  void allSeparatorsAreUnderstood(String text) {
    NumberList.Reading reading = list.read(text);
    assertNull(reading.message());
    assertEquals(Numbers.of(1, 2.5, -3), reading.numbers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1, 2, three, 4, five | “three”, at position 3, is not a number.",
        "1 2 3 4x | “4x”, at position 4, is not a number.",
        "NaN 1 2 | “NaN”, at position 1, is not a number.",
        "1 Infinity 2 | “Infinity”, at position 2, is not a number.",
        "1 2 - | “-”, at position 3, is not a number.",
        "1 2 1e400 | Number 3, “1e400”, is too large; expected less than 1.8e308.",
        "1 -1e400 x | Number 2, “-1e400”, is too large; expected less than 1.8e308.",
        "1 abcdefghijklmnopqrst 2 | “abcdefghijklmnopqrst”, at position 2, is not a number.",
        "1 abcdefghijklmnopqrstu 2 | “abcdefghijklmnopqrs…”, at position 2, is not a number.",
        "'' | Expected at least 3 numbers; there are none.",
        "',;, ' | Expected at least 3 numbers; there are none.",
        "5 | Expected at least 3 numbers; there is 1.",
        "5, 6 | Expected at least 3 numbers; there are 2.",
      })
  void theFirstThingWrongIsNamed(String text, String message) {
    NumberList.Reading reading = list.read(text);
    assertNull(reading.numbers());
    assertEquals(message, reading.message());
  }

  @Test
  void threeToFiveHundredNumbersAreTaken() {
    assertEquals(3, count(list.read("1 2 3")));
    assertEquals(500, count(list.read("7 ".repeat(500))));
    NumberList.Reading tooMany = list.read("7 ".repeat(501));
    assertNull(tooMany.numbers());
    assertEquals("Expected at most 500 numbers; there are more.", tooMany.message());
  }

  @Test
  void aGiantTextIsNotReadToItsEnd() {
    assertNotEquals(null, list.read("1 ".repeat(1_000_000)).message());
    assertNotEquals(null, list.read("9".repeat(1_000_000)).message());
  }

  @Test
  void anyTextGivesFiniteNumbersOrAMessage() {
    Rng rng = new Rng(1, 0);
    int read = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = rng.nextInt(40);
      while (text.length() < length) {
        boolean any = rng.nextInt(60) == 0;
        text.append(
            any ? (char) rng.nextInt(0x10000) : ALPHABET.charAt(rng.nextInt(ALPHABET.length())));
      }
      NumberList.Reading reading = list.read(text.toString());
      Numbers numbers = reading.numbers();
      assertNotEquals(numbers == null, reading.message() == null, () -> "for " + text);
      if (numbers != null) {
        assertTrue(numbers.size() >= 3 && Vectors.allFinite(numbers.toArray()));
        read++;
      }
    }
    assertTrue(read > 50, read + " were lists of numbers");
  }

  private static int count(NumberList.Reading reading) {
    @Nullable Numbers numbers = reading.numbers();
    return numbers == null ? -1 : numbers.size();
  }
}
