package io.github.unrolled.share;

import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.math.NumberReading;
import io.github.unrolled.math.Numbers;
import org.jspecify.annotations.Nullable;

/** Doubles, exact to the bit, as people write them: decimals separated by commas. */
final class DecimalNumbers implements NumberText {
  private final Decimals decimals;
  private final NumberReader reader;

  DecimalNumbers(Decimals decimals) {
    this.decimals = decimals;
    reader = new NumberReader(decimals);
  }

  @Override
  public String write(Numbers numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      text.append(i == 0 ? "" : ",").append(decimals.exact(numbers.get(i)));
    }
    return text.toString();
  }

  @Override
  public @Nullable Numbers read(String text, int size) {
    if (count(text) != size) {
      return null;
    }
    double[] numbers = new double[size];
    int from = 0;
    for (int i = 0; i < size; i++) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      NumberReading reading = reader.read(text.substring(from, to));
      if (!reading.isNumber()) {
        return null;
      }
      numbers[i] = reading.value();
      from = to + 1;
    }
    return Numbers.of(numbers);
  }

  private static int count(String text) {
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == ',' ? 1 : 0;
    }
    return count;
  }
}
