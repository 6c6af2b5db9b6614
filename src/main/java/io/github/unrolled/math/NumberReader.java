package io.github.unrolled.math;

/**
 * Reads the numbers that people type or paste. Strict: {@code [+ or - or −] digits [. digits] [e [+
 * or - or −] digits]}, where the digits before or after the point may be missing, but not both;
 * white space around it is ignored. The output of {@link NumberFormat#full} is read back exactly.
 */
public final class NumberReader {

  private static final char MINUS = '\u2212';

  private static final String UNICODE_SPACES =
      "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
          + "\u2028\u2029\u202f\u205f\u3000\ufeff";

  private final Decimals decimals;

  /** Makes a reader that checks texts and leaves their values to {@code decimals}. */
  public NumberReader(Decimals decimals) {
    this.decimals = decimals;
  }

  /** Reads the number in {@code text}, or tells why there is none. */
  public NumberReading read(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return NumberReading.failed(NumberReading.Problem.EMPTY);
    }
    String number = text.substring(from, to).replace(MINUS, '-');
    if (!isNumber(number)) {
      return NumberReading.failed(NumberReading.Problem.NOT_A_NUMBER);
    }
    double value = decimals.parse(number);
    return Double.isFinite(value)
        ? NumberReading.of(value)
        : NumberReading.failed(NumberReading.Problem.TOO_LARGE);
  }

  private static boolean isNumber(String s) {
    int whole = skipSign(s, 0);
    int point = skipDigits(s, whole);
    int digits = point - whole;
    int end = point;
    if (point < s.length() && s.charAt(point) == '.') {
      end = skipDigits(s, point + 1);
      digits += end - point - 1;
    }
    if (digits == 0) {
      return false;
    }
    if (end < s.length() && (s.charAt(end) == 'e' || s.charAt(end) == 'E')) {
      int exponent = skipSign(s, end + 1);
      end = skipDigits(s, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == s.length();
  }

  private static int skipSign(String s, int at) {
    return at < s.length() && (s.charAt(at) == '+' || s.charAt(at) == '-') ? at + 1 : at;
  }

  private static int skipDigits(String s, int at) {
    int i = at;
    while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /** Whether a character is Unicode white space, visible or not. */
  public static boolean isSpace(char c) {
    return c <= ' ' || UNICODE_SPACES.indexOf(c) >= 0;
  }
}
