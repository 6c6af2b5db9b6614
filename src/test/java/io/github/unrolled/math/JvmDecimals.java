package io.github.unrolled.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Decimals} on the JVM, with the same digits as a browser. For tests: exact, not fast. */
public final class JvmDecimals implements Decimals {

  /** From here on ECMAScript shows an exponent even if a fixed number of digits is requested. */
  private static final double FIXED_LIMIT = 1e21;

  private static final int MAX_DIGITS = 17;

  private static final List<RoundingMode> NEAREST = List.of(RoundingMode.HALF_EVEN);

  private static final List<RoundingMode> NEAREST_FIRST =
      List.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

  @Override
  public String fixed(double v, int digits) {
    if (!(Math.abs(v) < FIXED_LIMIT)) {
      return shortest(v);
    }
    String text = magnitude(v).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return v < 0 ? "-" + text : text;
  }

  @Override
  public String exponential(double v, int digits) {
    if (!Double.isFinite(v)) {
      return shortest(v);
    }
    BigDecimal rounded = magnitude(v).round(new MathContext(digits + 1, RoundingMode.HALF_UP));
    StringBuilder text = new StringBuilder(rounded.unscaledValue().toString());
    int exponent = v == 0 ? 0 : text.length() - 1 - rounded.scale();
    while (text.length() <= digits) {
      text.append('0');
    }
    return withSign(v, scientific(text.toString(), exponent));
  }

  @Override
  public String shortest(double v) {
    if (!Double.isFinite(v)) {
      return Double.toString(v);
    }
    if (v == 0) {
      return "0";
    }
    BigDecimal decimal = fewestDigits(Math.abs(v));
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    boolean plain = exponent >= -6 && exponent < 21;
    String text = plain ? decimal.toPlainString() : scientific(digits, exponent);
    return withSign(v, text);
  }

  @Override
  public double parse(String text) {
    return Double.parseDouble(text);
  }

  private static BigDecimal magnitude(double v) {
    return new BigDecimal(Math.abs(v));
  }

  /** Not Double.toString, which before JDK 19 gives one digit too many for some numbers. */
  private static BigDecimal fewestDigits(double v) {
    BigDecimal exact = new BigDecimal(v);
    // If no decimal of 15 digits reads back, none of fewer does: one of 15 would lie between it and
    // v.
    int least = readBack(exact, v, MAX_DIGITS - 2) == null ? MAX_DIGITS - 1 : 1;
    for (int digits = least; digits < MAX_DIGITS; digits++) {
      BigDecimal rounded = readBack(exact, v, digits);
      if (rounded != null) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /** The decimal with a given number of digits that reads back as v, or null if there is none. */
  private static @Nullable BigDecimal readBack(BigDecimal exact, double v, int digits) {
    // At a power of two the doubles below are closer than those above, and the neighbour on the
    // other side may be the only one that reads back.
    boolean powerOfTwo = Math.scalb(1.0, Math.getExponent(v)) == v;
    for (RoundingMode mode : powerOfTwo ? NEAREST_FIRST : NEAREST) {
      BigDecimal rounded = exact.round(new MathContext(digits, mode));
      if (rounded.doubleValue() == v) {
        return rounded;
      }
    }
    return null;
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
  }

  private static String withSign(double v, String text) {
    return v < 0 ? "-" + text : text;
  }
}
