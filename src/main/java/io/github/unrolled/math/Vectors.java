package io.github.unrolled.math;

/** Operations on whole vectors. */
public final class Vectors {
  private static final double SAFE_SQUARE_MIN = 0x1p-500;
  private static final double SAFE_SQUARE_MAX = 0x1p500;

  private static final double DEGREES_PER_RADIAN = 57.29577951308232;

  /** An eighth of a turn in radians, plus a little for rounding. */
  private static final double HALF_RIGHT_ANGLE = 0.7853981633974484;

  private static final int ARCSINE_HALVINGS = 60;

  private Vectors() {}

  /**
   * L2 norm, correct even where squares would overflow or vanish.
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
      x[i] = factor * x[i];
    }
  }

  /**
   * Copies every component. For a few numbers this is faster than {@code System.arraycopy}.
   *
   * @param x vector. Not modified.
   * @param to vector of the same length. Overwritten.
   */
  public static void copy(double[] x, double[] to) {
    for (int i = 0; i < x.length; i++) {
      to[i] = x[i];
    }
  }

  /**
   * Angle between two vectors in degrees, 0 to 180; accurate for small angles too.
   *
   * <p>Source: Kahan, How futile are mindless assessments of roundoff in floating-point
   * computation? (2006), section 12: for unit vectors, the sine of half the angle is {@code |u - v|
   * / 2}.
   *
   * @param x vector of finite numbers. Not modified.
   * @param y vector of the same length. Not modified.
   * @return the angle; NaN if a vector is zero
   */
  public static double angle(double[] x, double[] y) {
    double[] difference = new double[x.length];
    double[] sum = new double[x.length];
    final double normX = norm(x);
    final double normY = norm(y);
    for (int i = 0; i < x.length; i++) {
      final double u = x[i] / normX;
      final double v = y[i] / normY;
      difference[i] = u - v;
      sum[i] = u + v;
    }
    final double half = norm(difference) / 2;
    final double rest = norm(sum) / 2;
    return half < rest ? 2 * arcsine(half) : 180 - 2 * arcsine(rest);
  }

  /** The angle in degrees, up to 45, whose sine is given; NaN for NaN. */
  private static double arcsine(double sine) {
    double low = 0;
    double high = HALF_RIGHT_ANGLE;
    for (int i = 0; i < ARCSINE_HALVINGS; i++) {
      final double middle = (low + high) / 2;
      if (Elementary.sin(middle) < sine) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return sine == 0 ? 0 : Double.isNaN(sine) ? sine : low * DEGREES_PER_RADIAN;
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
