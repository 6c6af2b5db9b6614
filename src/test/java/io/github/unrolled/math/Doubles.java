package io.github.unrolled.math;

/** Doubles for tests: drawn from all there are, and the distance between two. */
final class Doubles {

  private Doubles() {}

  /** A finite double of random bits: every exponent is as likely as any other. */
  static double anyFinite(Rng rng) {
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
}
