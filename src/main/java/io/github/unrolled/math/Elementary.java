package io.github.unrolled.math;

import org.jspecify.annotations.Nullable;

/**
 * Elementary functions made of {@code + - * /}, comparisons and table look-ups alone.
 *
 * <p>IEEE 754 fixes the result of these operations to the last bit, so every machine and every
 * browser computes the same numbers; the functions of {@code Math} differ between engines. All
 * results are within 2 units in the last place of {@link StrictMath}; {@link #exp} and {@link #sin}
 * within 1. A NaN argument gives NaN; no finite argument does. Zero results carry no sign.
 *
 * <p>Sums and products here lean to the left, {@code b * c + a} instead of {@code a + b * c} and
 * {@code p / q * a} instead of {@code a * (p / q)}: TeaVM 0.16 drops the parentheses around a sum
 * on the right of a plus sign and around a product or quotient on the right of a multiplication
 * sign (even where the source has a local variable or a call in their place), which would round
 * differently in the browser.
 *
 * <p>Sources: the table-driven exponential is P. T. P. Tang, "Table-driven implementation of the
 * exponential function in IEEE floating-point arithmetic", ACM TOMS 15 (1989); its table is made in
 * double-double arithmetic after T. J. Dekker, "A floating-point technique for extending the
 * available precision", Numer. Math. 18 (1971); the argument reduction of the sine follows W. J.
 * Cody and W. Waite, "Software Manual for the Elementary Functions" (1980).
 */
public final class Elementary {

  /** Largest magnitude of an angle that {@link #sin} takes. */
  public static final double SIN_LIMIT = 1 << 20;

  /** Adding and subtracting 1.5 * 2^52 rounds a small double to the nearest integer. */
  private static final double ROUNDER = 0x1.8p52;

  /** Fractions of a power of two in the table: 2^(0/128) .. 2^(127/128). */
  private static final int STEPS = 128;

  private static final int STEPS_LOG2 = 7;

  private static final double STEPS_PER_LN2 = 184.6649652337873;

  /** ln(2) / 128 in two parts; the first has 33 bits, so a multiple below 2^20 is exact. */
  private static final double STEP_HI = 0x1.62e42fefp-8;

  private static final double STEP_LO = 0x1.473de6af278edp-41;

  /** 2^(1/128) in two parts. */
  private static final double ROOT_HI = 0x1.0163da9fb3335p0;

  private static final double ROOT_LO = 0x1.b61299ab8cdb7p-54;

  /** 2^27 + 1; multiplying by it splits a double into halves whose products are exact. */
  private static final double SPLITTER = 0x8000001p0;

  /** Magnitude of x up to which e^x, and every term of its sum, is a normal number. */
  private static final double EXP_NORMAL = 600;

  /** Magnitude of x beyond which e^x is sure to overflow or to round to 0. */
  private static final double EXP_LIMIT = 746;

  private static final int MIN_EXPONENT = -1022;

  private static final int MAX_EXPONENT = 1023;

  /**
   * Magnitude below which tanh is computed as a rational function; tanh exceeds 1/2 here, so beyond
   * it 1 - tanh is small.
   */
  private static final double TANH_RATIONAL = 0.75;

  /** pi/2 in four parts; the first three have 33 bits, so a multiple below 2^20 is exact. */
  private static final double HALF_PI_1 = 0x1.921fb544p0;

  private static final double HALF_PI_2 = 0x1.0b4611a6p-34;

  private static final double HALF_PI_3 = 0x1.3198a2ep-69;

  private static final double HALF_PI_4 = 0x1.b839a252049c1p-104;

  private static final double TWO_OVER_PI = 0.6366197723675814;

  /** 2^(i/128) as the pair of doubles [2i] and [2i + 1], which stand for [2i] * (1 + [2i + 1]). */
  private static final double[] FRACTIONS = fractionsOfPowers();

  /** 2^n at [n - MIN_EXPONENT], for every n whose power is a normal number. */
  private static final double[] POWERS = powersOfTwo();

  private Elementary() {}

  /**
   * The exponential function, e^x.
   *
   * @return positive infinity above 709.78; subnormal numbers below -708.39, then 0 below -745.13
   */
  public static double exp(double x) {
    if (x > EXP_LIMIT) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < -EXP_LIMIT) {
      return 0;
    }
    double k = x * STEPS_PER_LN2 + ROUNDER - ROUNDER;
    int n = (int) k;
    int i = (n & (STEPS - 1)) << 1;
    // Scaled in two steps, because the power itself may be too large or too small for a double.
    int exponent = n >> STEPS_LOG2;
    int half = exponent >> 1;
    return expOfRest(x, k, FRACTIONS[i], FRACTIONS[i + 1])
        * POWERS[half - MIN_EXPONENT]
        * POWERS[exponent - half - MIN_EXPONENT];
  }

  /**
   * The hyperbolic tangent. It is odd: {@code tanh(-a) == -tanh(a)} exactly.
   *
   * @return between -1 and 1, both included
   */
  public static double tanh(double a) {
    double[] value = new double[1];
    tanh(new double[] {a}, value, 0, 1);
    return value[0];
  }

  /**
   * tanh of many numbers.
   *
   * @param a read from index {@code from} up to, but not including, {@code to}. Not modified.
   * @param value tanh at the same indexes. Overwritten there.
   */
  public static void tanh(double[] a, double[] value, int from, int to) {
    squash(true, a, value, value, from, to);
  }

  /**
   * The derivative of tanh at the pre-activation {@code a}. Its relative error is small even where
   * tanh itself rounds to 1 and {@code 1 - tanh(a)^2} would be 0.
   *
   * @return between 0 and 1, both included; 0 only from |a| = 373 on
   */
  public static double tanhDerivative(double a) {
    double[] slope = new double[1];
    squash(true, new double[] {a}, new double[1], slope, 0, 1);
    return slope[0];
  }

  /**
   * The logistic function, 1 / (1 + e^-a).
   *
   * @return between 0 and 1, both included; with a small relative error at both ends
   */
  public static double sigmoid(double a) {
    double[] value = new double[1];
    sigmoid(new double[] {a}, value, 0, 1);
    return value[0];
  }

  /**
   * The logistic function of many numbers.
   *
   * @param a read from index {@code from} up to, but not including, {@code to}. Not modified.
   * @param value the function at the same indexes. Overwritten there.
   */
  public static void sigmoid(double[] a, double[] value, int from, int to) {
    squash(false, a, value, value, from, to);
  }

  /**
   * The derivative of the logistic function at the pre-activation {@code a}. Its relative error is
   * small even where the function itself rounds to 1.
   *
   * @return between 0 and 0.25, both included; 0 only from |a| = 746 on
   */
  public static double sigmoidDerivative(double a) {
    double[] slope = new double[1];
    squash(false, new double[] {a}, new double[1], slope, 0, 1);
    return slope[0];
  }

  /**
   * tanh or the logistic function, and its derivative, of many numbers.
   *
   * @param tanh true for tanh, false for the logistic function
   * @param a read from index {@code from} up to, but not including, {@code to}. Not modified.
   * @param value the function at the same indexes. Overwritten there.
   * @param slope its derivative at the same indexes. Overwritten there, unless it is the same array
   *     as {@code value}, which keeps the function.
   */
  static void squash(boolean tanh, double[] a, double[] value, double[] slope, int from, int to) {
    int unused = squash(tanh, null, 0, a, value, slope, from, to);
  }

  /** tanh or the logistic function for {@link Activation#runThroughTime}. */
  static int squashThroughTime(
      boolean tanh,
      double[] weights,
      double start,
      double[] input,
      double[] a,
      double[] value,
      double[] slope) {
    final double inputWeight = weights[0];
    final double bias = weights[2];
    final int steps = input.length;
    for (int t = 0; t < steps; t++) {
      a[t] = inputWeight * input[t] + bias;
    }
    return squash(tanh, weights, start, a, value, slope, 0, steps);
  }

  /**
   * The one loop behind all of these: engines do not always inline a function of numbers into the
   * loop around it, and then the call doubles the cost and leaves garbage.
   *
   * @param weights weights[1] times the previous value is added to each number; null to add nothing
   * @param start the value before the first
   * @return the first index whose number is infinite; {@code to} if there is none
   */
  private static int squash(
      boolean tanh,
      double @Nullable [] weights,
      double start,
      double[] a,
      double[] value,
      double[] slope,
      int from,
      int to) {
    final double[] fractions = FRACTIONS;
    final double[] powers = POWERS;
    final double small = tanh ? TANH_RATIONAL : 2 * TANH_RATIONAL;
    final double rate = tanh ? -2 : -1;
    final double ownWeight = weights == null ? 0 : weights[1];
    int firstInfinite = to;
    double previous = start;
    for (int i = from; i < to; i++) {
      double x = a[i];
      if (weights != null) {
        x += ownWeight * previous;
        a[i] = x;
      }
      final double magnitude = Math.abs(x);
      double h;
      double d;
      if (magnitude < small) {
        if (tanh) {
          h = x - tanhShortfall(x * x, x);
          d = 1 - h * h;
        } else {
          final double quarter = x * 0.25;
          final double shortfall = sigmoidShortfall(x * x, quarter);
          final double odd = quarter - shortfall;
          h = quarter + 0.5 - shortfall;
          d = 0.25 - odd * odd;
        }
      } else {
        double z = magnitude * rate;
        // Where e^z would lose digits or underflow, its square root does not.
        final boolean rooted = z < -EXP_NORMAL;
        if (rooted) {
          if (magnitude > Double.MAX_VALUE && i < firstInfinite) {
            firstInfinite = i;
          }
          z = z < -2 * EXP_NORMAL ? -EXP_NORMAL : z * 0.5;
        }
        final double k = z * STEPS_PER_LN2 + ROUNDER - ROUNDER;
        final int n = (int) k;
        final int j = (n & (STEPS - 1)) << 1;
        // Scaled before the sum, unlike in exp: exact here, and it runs while the rest is computed.
        final double t = fractions[j] * powers[(n >> STEPS_LOG2) - MIN_EXPONENT];
        final double e = expOfRest(z, k, t, fractions[j + 1]);
        final double u = rooted ? e * e : e;
        final double w = u / (1 + u);
        final double rest = 1 - w;
        d = w * rest;
        if (tanh) {
          h = 1 - w * 2;
          h = x < 0 ? -h : h;
          d = rooted ? 4 * e * e : 4 * d;
        } else {
          h = x < 0 ? u - u * u / (1 + u) : rest;
        }
      }
      previous = h;
      slope[i] = d;
      value[i] = h;
    }
    return firstInfinite;
  }

  /**
   * The sine of an angle.
   *
   * @param x radians, at most {@link #SIN_LIMIT} in magnitude
   * @throws IllegalArgumentException if {@code x} is larger or not finite
   */
  public static double sin(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= SIN_LIMIT)) {
      throw new IllegalArgumentException(
          "x: expected an angle of at most 2^20 radians in magnitude, got "
              + (Double.isNaN(x) ? "NaN" : "a larger one"));
    }
    double k = magnitude * TWO_OVER_PI + ROUNDER - ROUNDER;
    int quadrant = (int) k & 3;

    // magnitude - k * pi/2, each difference together with its rounding error (Knuth's two-sum):
    // near a multiple of pi/2 nearly all digits cancel, and the later parts remain.
    double a = magnitude - k * HALF_PI_1;
    double b = k * HALF_PI_2;
    double first = a - b;
    double t = first - a;
    double firstExcess = t + b - (a - (first - t));
    double c = k * HALF_PI_3;
    double second = first - c;
    t = second - first;
    double rest = first - (second - t) - (t + c) - firstExcess - k * HALF_PI_4;
    double r = second + rest;
    double rLo = rest - (r - second);

    double sine = (quadrant & 1) == 0 ? sinKernel(r, rLo) : cosKernel(r, rLo);
    boolean negative = x < 0 != quadrant >= 2;
    return negative ? -sine : sine;
  }

  /**
   * t (1 + rest) e^r, where r = x - k * ln(2) / 128 is at most ln(2) / 256 in magnitude and the
   * rest is less than an ulp of 1.
   */
  private static double expOfRest(double x, double k, double t, double rest) {
    double r = x - k * STEP_HI - k * STEP_LO;
    // The terms are computed in parallel (as in Estrin's scheme), and the largest is added last.
    double s = r * r;
    double ts = t * s;
    return (r + rest) * t
        + (r * (1.0 / 6) + 1.0 / 2) * ts
        + ts * s * (r * (1.0 / 120) + 1.0 / 24)
        + t;
  }

  /**
   * (1 - tanh(a) / a) factor, where s = a^2: Lambert's continued fraction of tanh, a/(1 + a^2/(3 +
   * a^2/(5 + ...))), cut off at 17 and written as one quotient; its error is less than 1e-18 of
   * tanh below |a| = 0.75. Subtracting it from a multiple of {@code a} keeps the rounding errors of
   * the quotient small.
   */
  private static double tanhShortfall(double s, double factor) {
    double s2 = s * s;
    // The terms of both polynomials are computed in parallel (Estrin's scheme).
    return s
        * factor
        * (s * 810810 + 11486475 + (s * 44 + 12870) * s2)
        / (s * 16216200 + 34459425 + (s * 13860 + 945945 + s2 * 45) * s2);
  }

  /**
   * (1 - (sigmoid(a) - 1/2) / (a/4)) factor, where s = a^2: that for tanh(a/2), expanded by 256.
   */
  private static double sigmoidShortfall(double s, double factor) {
    double s2 = s * s;
    return s
        * factor
        * (s * 12972960 + 735134400 + (s * 44 + 51480) * s2)
        / (s * 1037836800 + 8821612800.0 + (s * 55440 + 15135120 + s2 * 45) * s2);
  }

  /** Taylor series of sin(r + rLo) for |r| up to pi/4, where rLo is below half an ulp of r. */
  private static double sinKernel(double r, double rLo) {
    double z = r * r;
    double p = 1.0 / 355687428096000.0;
    p = p * z - 1.0 / 1307674368000.0;
    p = p * z + 1.0 / 6227020800.0;
    p = p * z - 1.0 / 39916800;
    p = p * z + 1.0 / 362880;
    p = p * z - 1.0 / 5040;
    p = p * z + 1.0 / 120;
    p = p * z - 1.0 / 6;
    return rLo * (1 - z / 2) + p * z * r + r;
  }

  /** Taylor series of cos(r + rLo) for |r| up to pi/4, where rLo is below half an ulp of r. */
  private static double cosKernel(double r, double rLo) {
    double z = r * r;
    double p = 1.0 / 20922789888000.0;
    p = p * z - 1.0 / 87178291200.0;
    p = p * z + 1.0 / 479001600;
    p = p * z - 1.0 / 3628800;
    p = p * z + 1.0 / 40320;
    p = p * z - 1.0 / 720;
    p = p * z + 1.0 / 24;
    double half = z / 2;
    double w = 1 - half;
    return 1 - w - half + p * z * z - r * rLo + w;
  }

  private static double[] fractionsOfPowers() {
    double[] table = new double[2 * STEPS];
    table[0] = 1;
    for (int i = 2; i < table.length; i += 2) {
      double hi = table[i - 2];
      double lo = table[i - 1];
      double product = hi * ROOT_HI;
      double rest = productError(hi, product) + hi * ROOT_LO + lo * ROOT_HI;
      double next = rest + product;
      table[i] = next;
      table[i + 1] = rest - (next - product);
    }
    for (int i = 0; i < table.length; i += 2) {
      table[i + 1] /= table[i];
    }
    return table;
  }

  /** {@code x * ROOT_HI - product}, lost to rounding (Dekker); each factor is split in halves. */
  private static double productError(double x, double product) {
    double cx = x * SPLITTER;
    double xHi = cx - (cx - x);
    double xLo = x - xHi;
    double cy = ROOT_HI * SPLITTER;
    double yHi = cy - (cy - ROOT_HI);
    double yLo = ROOT_HI - yHi;
    return xHi * yHi - product + xHi * yLo + xLo * yHi + xLo * yLo;
  }

  private static double[] powersOfTwo() {
    double[] table = new double[MAX_EXPONENT - MIN_EXPONENT + 1];
    double power = Double.MIN_NORMAL;
    for (int i = 0; i < table.length; i++) {
      table[i] = power;
      power += power;
    }
    return table;
  }
}
