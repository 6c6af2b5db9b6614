package io.github.unrolled.task;

import io.github.unrolled.math.Excerpt;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of numbers that somebody typed or pasted: separated by commas, semicolons, spaces,
 * tabs or line breaks, with decimal points.
 */
public final class NumberList {
  /** Fewest numbers in a sequence. */
  public static final int MIN_COUNT = 3;

  /** Most numbers in a sequence. */
  public static final int MAX_COUNT = 500;

  private final NumberReader reader;

  /** Makes a parser that reads each number with {@code reader}. */
  public NumberList(NumberReader reader) {
    this.reader = reader;
  }

  /**
   * The result of reading a list: either numbers or a message.
   *
   * @param numbers the numbers, all finite, or null
   * @param message what was expected and what was found, in words for people, or null
   */
  public record Reading(@Nullable Numbers numbers, @Nullable String message) {}

  /** Reads a list; never throws. */
  public Reading read(String text) {
    double[] values = new double[MAX_COUNT];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      if (isSeparator(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && !isSeparator(text.charAt(end))) {
        end++;
      }
      String word = text.substring(at, end);
      NumberReading reading = reader.read(word);
      if (!reading.isNumber()) {
        return failed(complaint(word, count + 1, reading));
      }
      if (count == MAX_COUNT) {
        return failed("Expected at most " + MAX_COUNT + " numbers; there are more.");
      }
      values[count++] = reading.value();
      at = end;
    }
    return count < MIN_COUNT
        ? tooFew(count)
        : new Reading(Numbers.of(Arrays.copyOf(values, count)), null);
  }

  private static String complaint(String word, int position, NumberReading reading) {
    String quoted = Excerpt.of(word);
    return reading.problem() == NumberReading.Problem.TOO_LARGE
        ? "Number " + position + ", “" + quoted + "”, is too large; expected less than 1.8e308."
        : "“" + quoted + "”, at position " + position + ", is not a number.";
  }

  /** The result for fewer numbers than {@link #MIN_COUNT}. */
  static Reading tooFew(int count) {
    return failed(
        "Expected at least "
            + MIN_COUNT
            + " numbers; there "
            + (count == 0 ? "are none." : count == 1 ? "is 1." : "are " + count + "."));
  }

  /** The result for a text with something wrong in it. */
  static Reading failed(String message) {
    return new Reading(null, message);
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == ';' || NumberReader.isSpace(c);
  }
}
