package io.github.unrolled.math;

/** Operations on whole vectors. */
public final class Vectors {
  private static final double SAFE_SQUARE_MIN = 0x1p-500;
  private static final double SAFE_SQUARE_MAX = 0x1p500;

  private Vectors() {}

  /**
   * L2 norm, right also where squares would overflow or vanish.
   *
   * @param x vector. Not modified.
   * @return the norm; infinite if it exceeds the range of a double; NaN if a component is NaN
   */
  public static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    double norm = Math.sqrt(sum);
    if (Double.isNaN(norm) || (norm > SAFE_SQUARE_MIN && norm < SAFE_SQUARE_MAX)) {
      return norm;
    }
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0 || !isFinite(largest)) {
      return largest;
    }
    sum = 0;
    for (double value : x) {
      final double ratio = value / largest;
      sum += ratio * ratio;
    }
    return largest * Math.sqrt(sum);
  }

  /**
   * Multiplies every component by a factor.
   *
   * @param x vector. Overwritten.
   * @param factor any number
   */
  public static void scale(double[] x, double factor) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  /**
   * Copies every component. For a few numbers this is sooner done than {@code System.arraycopy}.
   *
   * @param x vector. Not modified.
   * @param to as long. Overwritten.
   */
  public static void copy(double[] x, double[] to) {
    for (int i = 0; i < x.length; i++) {
      to[i] = x[i];
    }
  }

  /** Whether every component is finite. The vector is not modified. */
  public static boolean allFinite(double[] x) {
    for (double value : x) {
      if (!isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a number is neither infinite nor NaN. */
  public static boolean isFinite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }
}
