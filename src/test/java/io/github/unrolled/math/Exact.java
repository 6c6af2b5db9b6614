package io.github.unrolled.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** The functions of {@link Elementary} in 60 digits, from their definitions, rounded once. */
final class Exact {

  private static final MathContext DIGITS = new MathContext(60);

  private static final int HALVINGS = 20;

  private Exact() {}

  static double tanh(double a) {
    BigDecimal u = exp(-2 * Math.abs(a));
    BigDecimal h = BigDecimal.ONE.subtract(u).divide(BigDecimal.ONE.add(u), DIGITS);
    return Math.copySign(h.doubleValue(), a);
  }

  static double tanhDerivative(double a) {
    BigDecimal u = exp(-2 * Math.abs(a));
    BigDecimal sum = BigDecimal.ONE.add(u);
    return u.multiply(new BigDecimal(4)).divide(sum.multiply(sum), DIGITS).doubleValue();
  }

  static double sigmoid(double a) {
    return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(-a)), DIGITS).doubleValue();
  }

  static double sigmoidDerivative(double a) {
    BigDecimal e = exp(-Math.abs(a));
    BigDecimal sum = BigDecimal.ONE.add(e);
    return e.divide(sum.multiply(sum), DIGITS).doubleValue();
  }

  /** The Taylor series of e^(x / 2^20), squared 20 times. */
  static BigDecimal exp(double x) {
    BigDecimal r = new BigDecimal(x).divide(new BigDecimal(1 << HALVINGS), DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n <= 16; n++) {
      term = term.multiply(r, DIGITS).divide(new BigDecimal(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }
}
