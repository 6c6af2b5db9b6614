package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of numbers never changes and is equal to another with the same numbers. */
class NumbersTest {
  private final Numbers numbers = Numbers.of(1, 2, 3);

  @Test
  void arraysGivenAndTakenAreCopies() {
    double[] given = {1, 2, 3};
    Numbers copied = Numbers.of(given);
    given[0] = 9;
    copied.toArray()[1] = 9;
    assertEquals(numbers, copied);
    assertArrayEquals(new double[] {1, 2, 3}, copied.toArray());
  }

  @Test
  void withReplacesOneNumberInACopy() {
    assertEquals(Numbers.of(1, 7, 3), numbers.with(1, 7));
    assertEquals(Numbers.of(1, 2, 3), numbers);
  }

  @Test
  void sliceIsTheNumbersFromUpTo() {
    assertEquals(Numbers.of(2, 3), numbers.slice(1, 3));
    assertEquals(Numbers.of(), numbers.slice(3, 3));
    assertEquals(numbers, numbers.slice(0, 3));
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "2, 1", "0, 4", "4, 4"})
  void sliceRefusesWhatIsNotThere(int from, int to) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> numbers.slice(from, to));
    assertEquals("slice: expected a part of 0 to 3, got " + from + " to " + to, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void indexesAreChecked(int index) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> numbers.get(index));
    assertEquals("index: expected 0 to 2, got " + index, e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> numbers.with(index, 1));
  }

  @Test
  void equalityIsThatOfTheBits() {
    assertEquals(Numbers.of(Double.NaN), Numbers.of(Double.NaN));
    assertNotEquals(Numbers.of(0.0), Numbers.of(-0.0));
    assertNotEquals(Numbers.of(1), Numbers.of(1, 2));
    assertNotEquals(Numbers.of(1), Numbers.of(Math.nextUp(1)));
    assertEquals(Numbers.of(1, 2).hashCode(), Numbers.of(1, 2).hashCode());
    assertNotEquals(Numbers.of(1, 2).hashCode(), Numbers.of(2, 1).hashCode());
  }
}
