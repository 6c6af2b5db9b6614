package io.github.unrolled.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** Doubles for tests: drawn from all finite ones, and the distance between two. */
public final class Doubles {

  private Doubles() {}

  /** A finite double of random bits: every exponent is as likely as any other. */
  public static double anyFinite(Rng rng) {
    while (true) {
      long bits = ((long) rng.nextInt() << 32) | (rng.nextInt() & 0xffffffffL);
      double v = Double.longBitsToDouble(bits);
      if (Double.isFinite(v)) {
        return v;
      }
    }
  }

  /** The distance in units in the last place of {@code expected}; 0 for equal infinities. */
  static double ulpsBetween(double actual, double expected) {
    return actual == expected ? 0 : Math.abs(actual - expected) / Math.ulp(expected);
  }

  /** The distance, in units in the last place, from a number that need not be a double. */
  static double ulpsBetween(double actual, BigDecimal expected) {
    double ulp = Math.ulp(expected.doubleValue());
    BigDecimal distance = new BigDecimal(actual).subtract(expected).abs();
    return distance.divide(new BigDecimal(ulp), MathContext.DECIMAL32).doubleValue();
  }
}
