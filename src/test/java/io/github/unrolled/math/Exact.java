package io.github.unrolled.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The functions of {@link Elementary} in 60 digits, from their definitions. */
final class Exact {
  private static final MathContext DIGITS = new MathContext(60);

  private static final BigDecimal ONE = BigDecimal.ONE;

  private static final BigDecimal PI =
      new BigDecimal(
          "3.14159265358979323846264338327950288419716939937510582097494459230781640629");

  /** Enough terms of a Taylor series for 60 digits if the argument is below 4. */
  private static final int TERMS = 90;

  private static final int HALVINGS = 10;

  private Exact() {}

  /** The Taylor series of e^(x / 2^10), squared 10 times. */
  static BigDecimal exp(double x) {
    BigDecimal r = new BigDecimal(x).divide(new BigDecimal(1 << HALVINGS), DIGITS);
    BigDecimal sum = ONE;
    BigDecimal term = ONE;
    for (int n = 1; n <= TERMS; n++) {
      term = term.multiply(r, DIGITS).divide(new BigDecimal(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  static BigDecimal tanh(double a) {
    BigDecimal u = exp(2 * a);
    return u.subtract(ONE).divide(u.add(ONE), DIGITS);
  }

  static BigDecimal tanhDerivative(double a) {
    BigDecimal u = exp(-2 * Math.abs(a));
    BigDecimal sum = u.add(ONE);
    return u.multiply(new BigDecimal(4)).divide(sum.multiply(sum, DIGITS), DIGITS);
  }

  static BigDecimal sigmoid(double a) {
    return ONE.divide(exp(-a).add(ONE), DIGITS);
  }

  static BigDecimal sigmoidDerivative(double a) {
    BigDecimal e = exp(-Math.abs(a));
    BigDecimal sum = e.add(ONE);
    return e.divide(sum.multiply(sum, DIGITS), DIGITS);
  }

  /** The Taylor series of sin(r), where r is x minus the nearest multiple of pi. */
  static BigDecimal sin(double x) {
    BigDecimal exact = new BigDecimal(x);
    BigDecimal turns = exact.divide(PI, 0, RoundingMode.HALF_EVEN);
    BigDecimal r = exact.subtract(turns.multiply(PI));
    BigDecimal minusSquare = r.multiply(r, DIGITS).negate();
    BigDecimal sum = r;
    BigDecimal term = r;
    for (int n = 2; n <= TERMS; n += 2) {
      term = term.multiply(minusSquare, DIGITS).divide(new BigDecimal(n * (n + 1)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    boolean odd = turns.toBigInteger().testBit(0);
    return odd ? sum.negate() : sum;
  }
}
