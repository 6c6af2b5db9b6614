package io.github.unrolled.plot;

/**
 * A fixed logarithmic scale for magnitudes.
 *
 * @param lowest power of ten at position 0
 * @param highest power of ten at position 1, greater than {@code lowest}
 */
public record DecadeScale(int lowest, int highest) {
  /** Binary digits of the logarithm within a decade: a thousandth of it is less than a pixel. */
  private static final int BITS = 12;

  /**
   * Position of a magnitude on the scale.
   *
   * @param value its sign is ignored
   * @return 0 to 1, clamped; 0 for NaN
   */
  public double position(double value) {
    double magnitude = Math.abs(value);
    double low = powerOfTen(lowest);
    if (!(magnitude > low)) {
      return 0;
    }
    if (magnitude >= powerOfTen(highest)) {
      return 1;
    }
    double rest = magnitude / low;
    int decades = 0;
    while (rest >= 10) {
      rest /= 10;
      decades++;
    }
    return Math.min(1, (decades + fractionOfDecade(rest)) / (highest - lowest));
  }

  /** log10 of a number from 1 to 10, digit by digit: squaring a number doubles its logarithm. */
  private static double fractionOfDecade(double value) {
    double square = value;
    double bit = 1;
    double sum = 0;
    for (int i = 0; i < BITS; i++) {
      square *= square;
      bit /= 2;
      if (square >= 10) {
        square /= 10;
        sum += bit;
      }
    }
    return sum;
  }

  private static double powerOfTen(int exponent) {
    double power = 1;
    for (int i = 0; i < Math.abs(exponent); i++) {
      power *= 10;
    }
    return exponent < 0 ? 1 / power : power;
  }
}
