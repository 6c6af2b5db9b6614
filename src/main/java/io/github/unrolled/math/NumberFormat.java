package io.github.unrolled.math;

import java.util.function.DoubleFunction;

/**
 * The page's notation for numbers: a true minus sign (U+2212), groups of three digits separated by
 * a narrow no-break space (U+202F), and the word {@code overflow} for NaN and the infinities.
 */
public final class NumberFormat {

  /** Written for NaN and the infinities. */
  public static final String OVERFLOW = "overflow";

  private static final char MINUS = '\u2212';

  private static final char GROUP_SEPARATOR = '\u202f';

  /** Digits after the first one: three significant digits in all. */
  private static final int FRACTION_DIGITS = 2;

  /** Digits after the first one that always tell two doubles apart. */
  private static final int MOST_DIGITS = 16;

  private static final int MIN_PLAIN_EXPONENT = -3;

  /** Numbers that round to an integer below this are written without an exponent. */
  private static final double PLAIN_LIMIT = 1e6;

  private final Decimals decimals;

  /** Makes a format that gets its digits from {@code decimals}. */
  public NumberFormat(Decimals decimals) {
    this.decimals = decimals;
  }

  /**
   * Three significant digits, for views: {@code 0.0123}, {@code 1.50}, {@code 12 346} (the digits
   * before the point are never cut), {@code −4.56e−5}; plain from 0.001 up to a million. Zero is
   * {@code 0.00}, without a sign.
   */
  public String significant(double v) {
    return rounded(v, FRACTION_DIGITS);
  }

  /**
   * A number that is compared with another: {@link #significant}, but with as many more digits as
   * it takes until both are written differently, so that 1.001 beside 1 is {@code 1.001}.
   */
  public String significantBeside(double v, double other) {
    int digits = FRACTION_DIGITS;
    String text = rounded(v, digits);
    while (v != other && digits < MOST_DIGITS && text.equals(rounded(other, digits))) {
      digits++;
      text = rounded(v, digits);
    }
    return text;
  }

  /** A loss that is compared with another; see {@link #significantBeside}. */
  public String lossBeside(double loss, double other) {
    return loss == 0 ? "0" : significantBeside(loss, other);
  }

  /** Rounds to a count of digits after the first one. */
  private String rounded(double v, int digits) {
    if (!Double.isFinite(v)) {
      return OVERFLOW;
    }
    // The digits are rounded before the notation is chosen, so that 0.00099996 is 0.00100.
    String scientific = decimals.exponential(v, digits);
    int e = scientific.indexOf('e');
    int exponent = (int) decimals.parse(scientific.substring(e + 1));
    if (exponent < MIN_PLAIN_EXPONENT || Math.abs(v) >= PLAIN_LIMIT - 0.5) {
      return withTrueMinus(scientific.substring(0, e) + 'e' + exponent);
    }
    return grouped(decimals.fixed(v, Math.max(0, digits - exponent)), 5);
  }

  /** All the digits needed to read the same double back, ungrouped: {@code −0.1}. */
  public String full(double v) {
    if (!Double.isFinite(v)) {
      return OVERFLOW;
    }
    String text = decimals.shortest(v);
    int plus = text.indexOf('+');
    return withTrueMinus(plus < 0 ? text : text.substring(0, plus) + text.substring(plus + 1));
  }

  /**
   * A count, grouped from four digits on: {@code 1 240}.
   *
   * @param count a whole number
   */
  public String integer(double count) {
    return grouped(decimals.fixed(count, 0), 4);
  }

  /** A count of any size: {@link #integer} below a million, {@link #significant} from there on. */
  public String count(double count) {
    return count < PLAIN_LIMIT ? integer(count) : significant(count);
  }

  /** A loss: {@link #significant}, but a plain 0 if it is exactly zero. */
  public String loss(double loss) {
    return loss == 0 ? "0" : significant(loss);
  }

  /** A loss that may be infinite; infinity is written as its sign. */
  public String lossOrInfinity(double loss) {
    return loss == Double.POSITIVE_INFINITY ? "\u221e" : loss(loss);
  }

  /**
   * One format for the numbers of a series, say the values of a sequence: if all are integers,
   * those below a million in magnitude are written without a decimal point; otherwise {@link
   * #significant}.
   *
   * @param values Not modified, not kept.
   * @return a format that also takes numbers outside the series; whatever is no such integer is
   *     written by {@link #significant}
   */
  public DoubleFunction<String> forSeries(double[] values) {
    for (double v : values) {
      if (!isInteger(v)) {
        return this::significant;
      }
    }
    return v ->
        isInteger(v) && Math.abs(v) < PLAIN_LIMIT
            ? grouped(decimals.fixed(v, 0), 5)
            : significant(v);
  }

  private static boolean isInteger(double v) {
    return Math.floor(v) == v && Math.abs(v) <= Double.MAX_VALUE;
  }

  private static String withTrueMinus(String text) {
    return text.replace('-', MINUS);
  }

  /** Groups the digits before the point if there are at least {@code fewest}. */
  private static String grouped(String text, int fewest) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    StringBuilder result = new StringBuilder();
    if (start == 1) {
      result.append(MINUS);
    }
    for (int i = start; i < end; i++) {
      if (i > start && (end - i) % 3 == 0 && end - start >= fewest) {
        result.append(GROUP_SEPARATOR);
      }
      result.append(text.charAt(i));
    }
    return result.append(text.substring(end)).toString();
  }
}
