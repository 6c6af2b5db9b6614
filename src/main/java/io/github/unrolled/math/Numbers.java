package io.github.unrolled.math;

/** An immutable list of doubles, equal to another if all its numbers are. */
public final class Numbers {
  private final double[] values;

  private Numbers(double[] values) {
    this.values = values;
  }

  /** Makes a list of the given numbers. The array is copied, not modified. */
  public static Numbers of(double... values) {
    return new Numbers(values.clone());
  }

  /** How many numbers there are. */
  public int size() {
    return values.length;
  }

  /**
   * The number at an index.
   *
   * @throws IllegalArgumentException if the index is out of range
   */
  public double get(int index) {
    checkIndex(index);
    return values[index];
  }

  /**
   * The same list with one number replaced.
   *
   * @throws IllegalArgumentException if the index is out of range
   */
  public Numbers with(int index, double value) {
    checkIndex(index);
    double[] copy = values.clone();
    copy[index] = value;
    return new Numbers(copy);
  }

  /**
   * The numbers from one index up to, but not including, another.
   *
   * @throws IllegalArgumentException unless {@code 0 <= from <= to <= size()}
   */
  public Numbers slice(int from, int to) {
    if (from < 0 || to < from || to > values.length) {
      throw new IllegalArgumentException(
          "slice: expected a part of 0 to " + values.length + ", got " + from + " to " + to);
    }
    double[] part = new double[to - from];
    System.arraycopy(values, from, part, 0, part.length);
    return new Numbers(part);
  }

  /** A copy as an array. */
  public double[] toArray() {
    return values.clone();
  }

  private void checkIndex(int index) {
    Require.range("index", index, 0, values.length - 1);
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof Numbers numbers) || numbers.values.length != values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.compare(values[i], numbers.values[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (double value : values) {
      hash = 31 * hash + Double.hashCode(value);
    }
    return hash;
  }
}
