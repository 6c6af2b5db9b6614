package io.github.unrolled.math;

/**
 * Elementary functions made of {@code + - * /}, comparisons and table look-ups alone.
 *
 * <p>IEEE 754 fixes the result of these operations to the last bit, so every machine and every
 * browser computes the same numbers; the functions of {@code Math} differ between engines. All
 * results are within 2 units in the last place of {@link StrictMath}; {@link #exp} and {@link #sin}
 * within 1. A NaN argument gives NaN; no finite argument does. Zero results carry no sign.
 *
 * <p>Sums and products here lean to the left, {@code b * c + a} instead of {@code a + b * c} and
 * {@code p / q * a} instead of {@code a * (p / q)}: TeaVM 0.15 drops the parentheses around a sum
 * on the right of a plus sign and around a product or quotient on the right of a multiplication
 * sign (also those that a local variable or a call stands for), which would round differently in
 * the browser.
 *
 * <p>Sources: the table-driven exponential is P. T. P. Tang, "Table-driven implementation of the
 * exponential function in IEEE floating-point arithmetic", ACM TOMS 15 (1989); its table is made in
 * double-double arithmetic after T. J. Dekker, "A floating-point technique for extending the
 * available precision", Numer. Math. 18 (1971); the argument reduction of the sine is W. J. Cody
 * and W. Waite, "Software Manual for the Elementary Functions" (1980).
 */
public final class Elementary {

  /** Largest magnitude of an argument of {@link #sin}. */
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

  /** Up to this magnitude of x, e^x is normal, and so is all that is added up to it. */
  private static final double EXP_NORMAL = 600;

  /** Beyond this magnitude of x, e^x is surely too large for a double, or surely rounds to 0. */
  private static final double EXP_LIMIT = 746;

  private static final int MIN_EXPONENT = -1022;

  private static final int MAX_EXPONENT = 1023;

  /**
   * Below this tanh is a rational function; here tanh passes 1/2, so above it 1 - tanh is small.
   */
  private static final double TANH_RATIONAL = 0.55;

  /** pi/2 in four parts; the first three have 33 bits, so a multiple below 2^20 is exact. */
  private static final double HALF_PI_1 = 0x1.921fb544p0;

  private static final double HALF_PI_2 = 0x1.0b4611a6p-34;

  private static final double HALF_PI_3 = 0x1.3198a2ep-69;

  private static final double HALF_PI_4 = 0x1.b839a252049c1p-104;

  private static final double TWO_OVER_PI = 0.6366197723675814;

  /** 2^(i/128) as the pair of doubles [2i] + [2i + 1]. */
  private static final double[] FRACTIONS = fractionsOfPowers();

  /** 2^n at [n - MIN_EXPONENT], all that are normal numbers. */
  private static final double[] POWERS = powersOfTwo();

  private Elementary() {}

  /**
   * The exponential function, e^x.
   *
   * @return positive infinity above 709.78; subnormal numbers below -708.39, then 0 below -745.13
   */
  public static double exp(double x) {
    if (!(Math.abs(x) <= EXP_NORMAL)) {
      return expOfLarge(x);
    }
    double k = x * STEPS_PER_LN2 + ROUNDER - ROUNDER;
    int n = (int) k;
    // Scaled before the sum, not after it: exact, and done while the polynomial is computed.
    double power = POWERS[(n >> STEPS_LOG2) - MIN_EXPONENT];
    int i = (n & (STEPS - 1)) << 1;
    double t = FRACTIONS[i] * power;
    return FRACTIONS[i + 1] * power + expm1OfRest(x, k) * t + t;
  }

  /**
   * The hyperbolic tangent. Odd: {@code tanh(-a) == -tanh(a)} exactly.
   *
   * @return between -1 and 1, both included
   */
  public static double tanh(double a) {
    double magnitude = Math.abs(a);
    if (magnitude < TANH_RATIONAL) {
      return tanhOfSmall(a);
    }
    double u = exp(-2 * magnitude);
    double h = 1 - u / (1 + u) * 2;
    return a < 0 ? -h : h;
  }

  /** tanh and its derivative for {@link Activation#runThroughTime}. */
  static void tanhThroughTime(
      double[] weights, double[] input, double[] a, double[] value, double[] slope) {
    final double inputWeight = weights[0];
    final double ownWeight = weights[1];
    final double bias = weights[2];
    double previous = 0;
    for (int t = 0; t < input.length; t++) {
      final double x = inputWeight * input[t] + ownWeight * previous + bias;
      a[t] = x;
      previous = tanhAt(x, value, slope, t);
    }
  }

  /**
   * tanh of many numbers.
   *
   * @param a read from index {@code from} up to, but without, {@code to}. Not modified.
   * @param value tanh at the same indexes. Overwritten there.
   */
  public static void tanh(double[] a, double[] value, int from, int to) {
    for (int i = from; i < to; i++) {
      value[i] = tanh(a[i]);
    }
  }

  /** tanh and its derivative for {@link Activation#apply}. */
  static void tanhWithSlope(double[] a, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double unused = tanhAt(a[i], value, slope, i);
    }
  }

  private static double tanhAt(double x, double[] value, double[] slope, int i) {
    double magnitude = Math.abs(x);
    double h;
    if (magnitude < TANH_RATIONAL) {
      h = tanhOfSmall(x);
      slope[i] = 1 - h * h;
    } else {
      double u = exp(-2 * magnitude);
      double positive = 1 - u / (1 + u) * 2;
      h = x < 0 ? -positive : positive;
      slope[i] = tanhTail(magnitude, u);
    }
    value[i] = h;
    return h;
  }

  /**
   * The derivative of tanh at the pre-activation {@code a}. Relatively accurate even where tanh
   * itself has long become 1 and {@code 1 - tanh(a)^2} would be 0.
   *
   * @return between 0 and 1, both included; 0 only from |a| = 373 on
   */
  public static double tanhDerivative(double a) {
    double magnitude = Math.abs(a);
    if (magnitude < TANH_RATIONAL) {
      double h = tanhOfSmall(a);
      return 1 - h * h;
    }
    return tanhTail(magnitude, exp(-2 * magnitude));
  }

  /**
   * The logistic function, 1 / (1 + e^-a).
   *
   * @return between 0 and 1, both included; relatively accurate at both ends
   */
  public static double sigmoid(double a) {
    double e = exp(-Math.abs(a));
    double w = e / (1 + e);
    return a < 0 ? e - w * e : 1 - w;
  }

  /** The logistic function and its derivative for {@link Activation#runThroughTime}. */
  static void sigmoidThroughTime(
      double[] weights, double[] input, double[] a, double[] value, double[] slope) {
    final double inputWeight = weights[0];
    final double ownWeight = weights[1];
    final double bias = weights[2];
    double previous = 0;
    for (int t = 0; t < input.length; t++) {
      final double x = inputWeight * input[t] + ownWeight * previous + bias;
      a[t] = x;
      previous = sigmoidAt(x, value, slope, t);
    }
  }

  /**
   * The logistic function of many numbers.
   *
   * @param a read from index {@code from} up to, but without, {@code to}. Not modified.
   * @param value the function at the same indexes. Overwritten there.
   */
  public static void sigmoid(double[] a, double[] value, int from, int to) {
    for (int i = from; i < to; i++) {
      value[i] = sigmoid(a[i]);
    }
  }

  /** The logistic function and its derivative for {@link Activation#apply}. */
  static void sigmoidWithSlope(double[] a, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double unused = sigmoidAt(a[i], value, slope, i);
    }
  }

  private static double sigmoidAt(double x, double[] value, double[] slope, int i) {
    double e = exp(-Math.abs(x));
    double w = e / (1 + e);
    double h = x < 0 ? e - w * e : 1 - w;
    value[i] = h;
    slope[i] = w * (1 - w);
    return h;
  }

  /**
   * The derivative of the logistic function at the pre-activation {@code a}; relatively accurate
   * even where the function itself has long become 1.
   *
   * @return between 0 and 0.25, both included; 0 only from |a| = 746 on
   */
  public static double sigmoidDerivative(double a) {
    double e = exp(-Math.abs(a));
    double w = e / (1 + e);
    return w * (1 - w);
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

    // magnitude - k * pi/2, each difference with what its rounding took (Knuth's two-sum): near a
    // multiple of pi/2 nearly all digits cancel, and it is the later parts that remain.
    double a = magnitude - k * HALF_PI_1;
    double b = k * HALF_PI_2;
    double first = a - b;
    double t = first - a;
    double firstError = a - (first - t) - (t + b);
    double c = k * HALF_PI_3;
    double second = first - c;
    t = second - first;
    double rest = first - (second - t) - (t + c) + firstError - k * HALF_PI_4;
    double r = second + rest;
    double rLo = rest - (r - second);

    double sine = (quadrant & 1) == 0 ? sinKernel(r, rLo) : cosKernel(r, rLo);
    boolean negative = x < 0 != quadrant >= 2;
    return negative ? -sine : sine;
  }

  private static double expOfLarge(double x) {
    if (x > EXP_LIMIT) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < -EXP_LIMIT) {
      return 0;
    }
    double k = x * STEPS_PER_LN2 + ROUNDER - ROUNDER;
    int n = (int) k;
    int exponent = n >> STEPS_LOG2;
    int half = exponent >> 1;
    return expFraction(x, k, n)
        * POWERS[half - MIN_EXPONENT]
        * POWERS[exponent - half - MIN_EXPONENT];
  }

  /** e^x / 2^(n >> 7), where n = k is the integer next to x * 128 / ln(2). */
  private static double expFraction(double x, double k, int n) {
    int i = (n & (STEPS - 1)) << 1;
    double t = FRACTIONS[i];
    return FRACTIONS[i + 1] + expm1OfRest(x, k) * t + t;
  }

  /** e^r - 1, where r = x - k * ln(2) / 128 is at most ln(2) / 256 in magnitude. */
  private static double expm1OfRest(double x, double k) {
    double r = x - k * STEP_HI - k * STEP_LO;
    // The two halves of the polynomial are computed at the same time (Estrin's scheme).
    double s = r * r;
    return (r * (1.0 / 6) + 1.0 / 2 + (r * (1.0 / 120) + 1.0 / 24) * s) * s + r;
  }

  /**
   * Lambert's continued fraction of tanh, a/(1 + a^2/(3 + a^2/(5 + ...))), down to 15 and written
   * as one quotient: off by less than 1e-18 of the result below 0.55. Subtracting from {@code a}
   * keeps the rounding errors of the quotient small.
   */
  private static double tanhOfSmall(double a) {
    double s = a * a;
    double p = s * (675675 + s * (45045 + s * (594 + s)));
    double q = 2027025 + s * (945945 + s * (51975 + s * (630 + s)));
    return a - p / q * a;
  }

  /** The slope of tanh, 4u/(1+u)^2, where u = e^(-2 magnitude) is at most 1/3. */
  private static double tanhTail(double magnitude, double u) {
    if (u < Double.MIN_NORMAL) {
      // u has lost digits here; its square root has not.
      double twice = 2 * exp(-magnitude);
      return twice * twice;
    }
    double w = u / (1 + u);
    return w * (1 - w) * 4;
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
    return table;
  }

  /** What rounding took from {@code product = x * ROOT_HI} (Dekker), each factor in two halves. */
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
