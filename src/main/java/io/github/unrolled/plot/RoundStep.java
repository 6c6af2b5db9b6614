package io.github.unrolled.plot;

/**
 * A round distance between ticks: 1, 2 or 5 times a power of ten. Its multiples are kept as whole
 * numbers, so that a label never shows the error of a binary fraction.
 *
 * @param digit 1, 2 or 5
 * @param exponent exponent of the power of ten
 */
record RoundStep(int digit, int exponent) {
  /** Largest error of a quotient of two doubles. */
  private static final double TOLERANCE = 1e-9;

  /** The smallest round step that is at least a distance, which is positive and finite. */
  static RoundStep atLeast(double distance) {
    int exponent = exponentOf(distance);
    for (int digit : new int[] {1, 2, 5}) {
      RoundStep step = new RoundStep(digit, exponent);
      if (step.times(1) >= distance * (1 - TOLERANCE)) {
        return step;
      }
    }
    return new RoundStep(1, exponent + 1);
  }

  /** Exponent of a positive, finite number in scientific notation. */
  static int exponentOf(double value) {
    int exponent = 0;
    double power = 1;
    while (power * 10 <= value) {
      power *= 10;
      exponent++;
    }
    while (power > value) {
      power /= 10;
      exponent--;
    }
    return exponent;
  }

  /** The first multiple at or above a value. */
  double firstFrom(double value) {
    return Math.ceil(value / times(1) - TOLERANCE);
  }

  /** The last multiple at or below a value. */
  double lastUpTo(double value) {
    return Math.floor(value / times(1) + TOLERANCE);
  }

  /** The number that is {@code count} steps from zero. */
  double times(double count) {
    double power = 1;
    for (int i = Math.abs(exponent); i > 0; i--) {
      power *= 10;
    }
    // A division is rounded once, a multiplication by 0.1 twice.
    return exponent < 0 ? count * digit / power : count * digit * power;
  }
}
