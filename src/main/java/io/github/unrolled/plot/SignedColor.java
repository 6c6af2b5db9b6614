package io.github.unrolled.plot;

import org.jspecify.annotations.Nullable;

/**
 * The signed colour scale: from the negative end colour through a neutral zero to the positive one.
 *
 * <p>A value of magnitude {@code m} lies {@code (m + sqrt(m)) / 2} of the way from neutral to the
 * end: equal steps still look roughly equal, yet 0.01 differs visibly from 0, which a linear scale
 * would hide. There are {@value #LEVELS} colours on each side, each made when it is first needed,
 * so that later calls allocate nothing.
 */
public final class SignedColor {
  private static final int LEVELS = 100;

  /** Contrast that WCAG 2.2 AA requires of text. */
  private static final double TEXT_CONTRAST = 4.5;

  private final Rgb zero;
  private final Rgb below;
  private final Rgb above;
  private final Rgb preferred;
  private final @Nullable String[] fills = new String[2 * LEVELS + 1];
  private final @Nullable String[] inks = new String[2 * LEVELS + 1];

  /**
   * Makes the scale.
   *
   * @param negative colour of -1, as {@code #rrggbb}
   * @param neutral colour of 0
   * @param positive colour of 1
   * @param ink text colour wherever its contrast is at least 4.5; elsewhere text is black or white
   * @throws IllegalArgumentException if one of them is written in another way
   */
  public SignedColor(String negative, String neutral, String positive, String ink) {
    zero = Rgb.parse(neutral);
    below = Rgb.parse(negative);
    above = Rgb.parse(positive);
    preferred = Rgb.parse(ink);
  }

  private Rgb color(int level) {
    double magnitude = Math.abs(level - LEVELS) / (double) LEVELS;
    double share = (magnitude + Math.sqrt(magnitude)) / 2;
    return zero.mix(level < LEVELS ? below : above, share);
  }

  /** The preferred colour if readable, else black or white: one of them has 4.58 on any colour. */
  private static Rgb readableOn(Rgb fill, Rgb preferred) {
    if (fill.contrast(preferred) >= TEXT_CONTRAST) {
      return preferred;
    }
    return fill.contrast(Rgb.BLACK) >= fill.contrast(Rgb.WHITE) ? Rgb.BLACK : Rgb.WHITE;
  }

  /**
   * The colour of a value, as {@code #rrggbb}.
   *
   * @param value already divided by the scale; beyond [-1, 1] it counts as the end, NaN as 0
   */
  public String fill(double value) {
    return fillOf(level(value));
  }

  /** The colour of a {@link #level}. */
  public String fillOf(int level) {
    String fill = fills[level];
    if (fill == null) {
      fill = color(level).css();
      fills[level] = fill;
    }
    return fill;
  }

  /** The text colour on a {@link #level}. */
  public String inkOf(int level) {
    String ink = inks[level];
    if (ink == null) {
      ink = readableOn(color(level), preferred).css();
      inks[level] = ink;
    }
    return ink;
  }

  /** A text colour with a contrast of at least 4.5 on {@link #fill} of the same value. */
  public String ink(double value) {
    return inkOf(level(value));
  }

  /**
   * The number of a value's colour, from 0 to 200; two values of the same level look the same.
   *
   * @param value already divided by the scale
   */
  public static int level(double value) {
    double clamped = Math.max(-1, Math.min(1, value));
    // The sum is never negative, so that the cast rounds to the nearest; a NaN becomes level 0.
    return Double.isNaN(clamped) ? LEVELS : (int) (clamped * LEVELS + LEVELS + 0.5);
  }
}
