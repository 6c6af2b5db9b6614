package io.github.unrolled.golden;

import io.github.unrolled.math.Numbers;
import java.util.Arrays;

/** A growing list of doubles: all intermediate results of a computation. */
final class Trace {
  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  void add(Numbers numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      add(numbers.get(i));
    }
  }

  void add(double[] numbers) {
    for (double number : numbers) {
      add(number);
    }
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
