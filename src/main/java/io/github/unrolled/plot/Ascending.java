package io.github.unrolled.plot;

import java.util.Arrays;

/** Arrays of ascending numbers, such as the x of a curve. */
public final class Ascending {
  private Ascending() {}

  /**
   * Merges two arrays and keeps each number once.
   *
   * @param a ascending, each number once. Not modified.
   * @param b likewise. Not modified.
   * @return ascending, a fresh array
   */
  public static double[] union(double[] a, double[] b) {
    double[] union = new double[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      double next = i < a.length ? a[i] : Double.POSITIVE_INFINITY;
      if (j < b.length && b[j] <= next) {
        if (b[j] == next) {
          i++;
        }
        next = b[j++];
      } else {
        i++;
      }
      union[size++] = next;
    }
    return Arrays.copyOf(union, size);
  }

  /** Index of the last number that is not above a limit; -1 if all are above. */
  public static int lastUpTo(double[] ascending, double limit) {
    int low = -1;
    int high = ascending.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= limit) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
