package io.github.unrolled.plot;

/**
 * An sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Rgb(int red, int green, int blue) {
  /** Black. */
  public static final Rgb BLACK = new Rgb(0, 0, 0);

  /** White. */
  public static final Rgb WHITE = new Rgb(255, 255, 255);

  private static final String DIGITS = "0123456789abcdef";

  /**
   * Reads a CSS colour.
   *
   * @param css {@code #rrggbb}
   * @throws IllegalArgumentException if it is written in another way
   */
  public static Rgb parse(String css) {
    if (css.length() != 7 || css.charAt(0) != '#') {
      throw new IllegalArgumentException("css: expected #rrggbb, got " + css);
    }
    return new Rgb(channel(css, 1), channel(css, 3), channel(css, 5));
  }

  private static int channel(String css, int at) {
    int high = digit(css.charAt(at));
    int low = digit(css.charAt(at + 1));
    if (high < 0 || low < 0) {
      throw new IllegalArgumentException("css: expected #rrggbb, got " + css);
    }
    return 16 * high + low;
  }

  private static int digit(char c) {
    return DIGITS.indexOf(c >= 'A' && c <= 'F' ? (char) (c + ('a' - 'A')) : c);
  }

  /** As a CSS colour {@code #rrggbb}. */
  public String css() {
    char[] text = {'#', 0, 0, 0, 0, 0, 0};
    int packed = red << 16 | green << 8 | blue;
    for (int i = 6; i > 0; i--) {
      text[i] = DIGITS.charAt(packed & 0xf);
      packed >>= 4;
    }
    return new String(text);
  }

  /**
   * A mixture with another colour, linear in sRGB.
   *
   * @param share share of the other colour, 0 to 1
   */
  public Rgb mix(Rgb other, double share) {
    return new Rgb(
        mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
  }

  private static int mix(int from, int to, double share) {
    return (int) (from + (to - from) * share + 0.5);
  }

  /** Contrast with another colour, 1 to 21, as WCAG 2.2 defines it; 4.5 is enough for text. */
  public double contrast(Rgb other) {
    double mine = luminance();
    double others = other.luminance();
    return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double encoded = channel / 255.0;
    return encoded <= 0.04045 ? encoded / 12.92 : power2point4((encoded + 0.055) / 1.055);
  }

  /** {@code x^2.4 = (x * x^(1/5))^2}, the root by Newton's method. */
  private static double power2point4(double x) {
    double root = 1;
    for (int i = 0; i < 12; i++) {
      double fourth = root * root * root * root;
      root = (4 * root + x / fourth) / 5;
    }
    double product = x * root;
    return product * product;
  }
}
