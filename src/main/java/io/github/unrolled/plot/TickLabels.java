package io.github.unrolled.plot;

/** Writes decimal numbers, given as digits and a power of ten, along an axis. */
final class TickLabels {
  private static final char MINUS = '\u2212';
  private static final char GROUP_SEPARATOR = '\u202f';

  /** Largest number of digits that stay together. */
  private static final int UNGROUPED = 4;

  private TickLabels() {}

  /** {@code digits * 10^exponent} written out: {@code 12 000}, {@code −0.5}, {@code 1.0}. */
  static String plain(int digits, int exponent) {
    StringBuilder text = new StringBuilder(Integer.toString(Math.abs(digits)));
    for (int i = 0; i < exponent && digits != 0; i++) {
      text.append('0');
    }
    String all = text.toString();
    while (all.length() <= -exponent) {
      all = '0' + all;
    }
    int point = all.length() + Math.min(0, exponent);
    String fraction = exponent < 0 ? '.' + all.substring(point) : "";
    return signed(digits, grouped(all.substring(0, point)) + fraction);
  }

  private static String grouped(String digits) {
    if (digits.length() <= UNGROUPED) {
      return digits;
    }
    String rest = digits;
    String groups = "";
    while (rest.length() > 3) {
      int head = rest.length() - 3;
      groups = GROUP_SEPARATOR + rest.substring(head) + groups;
      rest = rest.substring(0, head);
    }
    return rest + groups;
  }

  /** {@code digits * 10^exponent} with as few digits as possible: {@code 1.5e6}, {@code 1e−3}. */
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
    String text = Integer.toString(significant);
    scale += text.length() - 1;
    String fraction = text.length() > 1 ? '.' + text.substring(1) : "";
    String power = signed(scale, Integer.toString(Math.abs(scale)));
    return signed(digits, text.charAt(0) + fraction + 'e' + power);
  }

  private static String signed(int number, String magnitude) {
    return number < 0 ? MINUS + magnitude : magnitude;
  }
}
