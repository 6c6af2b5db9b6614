package io.github.unrolled.plot;

/**
 * Two curves over one ascending x, as a chart library takes them: where a curve has no point of its
 * own its y is NaN.
 */
public final class MergedCurves {
  private final double[] x;
  private final double[] first;
  private final double[] second;

  private MergedCurves(int size) {
    x = new double[size];
    first = new double[size];
    second = new double[size];
  }

  /**
   * Merges two curves.
   *
   * @param x1 ascending. Not modified.
   * @param y1 as many numbers. Not modified.
   * @param x2 ascending. Not modified.
   * @param y2 as many numbers. Not modified.
   */
  public static MergedCurves of(double[] x1, double[] y1, double[] x2, double[] y2) {
    int size = x1.length + x2.length - countShared(x1, x2);
    MergedCurves merged = new MergedCurves(size);
    int i = 0;
    int j = 0;
    for (int k = 0; k < size; k++) {
      double a = i < x1.length ? x1[i] : Double.POSITIVE_INFINITY;
      double b = j < x2.length ? x2[j] : Double.POSITIVE_INFINITY;
      merged.x[k] = Math.min(a, b);
      merged.first[k] = a <= b ? y1[i++] : Double.NaN;
      merged.second[k] = b <= a ? y2[j++] : Double.NaN;
    }
    return merged;
  }

  /** How many x there are, N. */
  public int size() {
    return x.length;
  }

  /** The x at an index, ascending, each once. */
  public double x(int index) {
    return x[index];
  }

  /**
   * All of it as places on two axes: x, then y of the first curve, then y of the second; shape [3,
   * N], row-major, a fresh array.
   */
  public double[] places(AxisRange across, AxisRange up) {
    int size = x.length;
    double[] places = new double[3 * size];
    for (int i = 0; i < size; i++) {
      places[i] = across.fraction(x[i]);
      places[size + i] = up.fraction(first[i]);
      places[2 * size + i] = up.fraction(second[i]);
    }
    return places;
  }

  private static int countShared(double[] x1, double[] x2) {
    int shared = 0;
    int j = 0;
    for (double x : x1) {
      while (j < x2.length && x2[j] < x) {
        j++;
      }
      if (j < x2.length && x2[j] == x) {
        shared++;
      }
    }
    return shared;
  }

  /** Index of the last of ascending numbers that is not above a limit; -1 if all are. */
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
