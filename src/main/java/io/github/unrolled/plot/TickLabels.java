package io.github.unrolled.plot;

/** Writes decimal numbers, given as digits and a power of ten, along an axis. */
final class TickLabels {
  private static final char MINUS = '\u2212';
  private static final char GROUP_SEPARATOR = '\u202f';

  private TickLabels() {}

  /** {@code digits * 10^exponent} written out: {@code 12 000}, {@code −0.5}, {@code 1.0}. */
  static String plain(int digits, int exponent) {
    StringBuilder text = new StringBuilder(Integer.toString(Math.abs(digits)));
    for (int i = 0; i < exponent && digits != 0; i++) {
      text.append('0');
    }
    while (text.length() <= -exponent) {
      text.insert(0, '0');
    }
    final int point = text.length() + Math.min(0, exponent);
    if (exponent < 0) {
      text.insert(point, '.');
    }
    if (point > 4) {
      for (int i = point - 3; i > 0; i -= 3) {
        text.insert(i, GROUP_SEPARATOR);
      }
    }
    return signed(digits, text);
  }

  /** {@code digits * 10^exponent} with as few digits as it takes: {@code 1.5e6}, {@code 1e−3}. */
  static String scientific(int digits, int exponent) {
    if (digits == 0) {
      return "0";
    }
    int significant = Math.abs(digits);
    int scale = exponent;
    while (significant % 10 == 0) {
      significant /= 10;
      scale++;
    }
    StringBuilder text = new StringBuilder(Integer.toString(significant));
    scale += text.length() - 1;
    if (text.length() > 1) {
      text.insert(1, '.');
    }
    text.append('e').append(signed(scale, Integer.toString(Math.abs(scale))));
    return signed(digits, text);
  }

  private static String signed(int number, CharSequence magnitude) {
    return number < 0 ? MINUS + magnitude.toString() : magnitude.toString();
  }
}
