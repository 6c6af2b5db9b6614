package io.github.unrolled.ui.kit;

import io.github.unrolled.math.NumberFormat;
import org.jspecify.annotations.Nullable;

/**
 * Fits numbers into little room: three significant digits if all small numbers of that length fit,
 * else two, else hundredths, else tenths, else a power of ten, else nothing.
 */
public final class ShortText {
  private static final Browser.EngineDecimals DECIMALS = new Browser.EngineDecimals();

  /** Least size of a number of which tenths say enough. */
  private static final double LEAST_TENTHS = 0.05;

  private final double digitWidth;
  private final double minusWidth;
  private final double pointWidth;
  private final double gapWidth;
  private final double room;
  private final boolean threeDigits;
  private final boolean any;
  private final @Nullable String[] lastFull;
  private final String[] lastShort;

  /**
   * Makes short texts in the canvas's current font.
   *
   * @param room largest width of a text
   * @param slots count of texts to remember
   */
  public ShortText(Canvas canvas, double room, int slots) {
    this.room = room;
    lastFull = new String[slots];
    lastShort = new String[slots];
    digitWidth = canvas.textWidth("0");
    minusWidth = canvas.textWidth("\u2212");
    pointWidth = canvas.textWidth(".");
    gapWidth = canvas.textWidth("\u202f");
    // One rule for all nodes: a row that mixes two and three digits, or some digits and none, looks
    // like a mistake.
    threeDigits = fits("\u22120.000");
    any = fits("\u22120.0");
  }

  /**
   * Returns the text of a number.
   *
   * @param slot index under which the text is remembered while {@code full} stays the same
   * @param full as {@link NumberFormat} writes it
   * @return empty if nothing fits
   */
  public String of(int slot, double value, String full) {
    if (!full.equals(lastFull[slot])) {
      lastFull[slot] = full;
      lastShort[slot] = fit(value, full);
    }
    return lastShort[slot];
  }

  /** Writes numbers that are compared: with two decimals if these say enough. */
  public String hundredths(int slot, double value) {
    String full = Text.NUMBERS.significant(value);
    // This form of the condition is true for NaN, too.
    if (!(Math.abs(value) < 9.995)) {
      return of(slot, value, full);
    }
    String fixed = Text.fixed(value, 2).replace('-', '\u2212');
    if (!fits(fixed)) {
      return "";
    }
    return Math.abs(value) < 0.005 ? "0.00" : fixed;
  }

  private String fit(double value, String full) {
    if (!any || full.equals(NumberFormat.OVERFLOW)) {
      return "";
    }
    if (fits(full) && (threeDigits || full.indexOf('.') < 0)) {
      return full;
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 100) {
      String two = twoDigits(value);
      if (fits(two)) {
        return two;
      }
      String hundredths = DECIMALS.fixed(value, 2).replace('-', '\u2212');
      if (magnitude >= 9.5e-3 && fits(hundredths)) {
        return hundredths;
      }
      String tenths = DECIMALS.fixed(value, 1).replace('-', '\u2212');
      if (magnitude >= LEAST_TENTHS && fits(tenths)) {
        return tenths;
      }
    }
    if (value == 0) {
      return "0";
    }
    String power = scientific(value, 1);
    if (!fits(power)) {
      power = scientific(value, 0);
    }
    return fits(power) ? power : "";
  }

  /** Writes the digits before the point, and at least two significant ones. */
  private static String twoDigits(double value) {
    double rounded = DECIMALS.parse(DECIMALS.exponential(value, 1));
    String text = Text.NUMBERS.significant(rounded);
    int end = text.length();
    if (text.indexOf('.') >= 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    if (text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String scientific(double value, int digits) {
    String text = DECIMALS.exponential(value, digits);
    int plus = text.indexOf('+');
    String unsigned = plus < 0 ? text : text.substring(0, plus) + text.substring(plus + 1);
    return unsigned.replace('-', '\u2212');
  }

  /** Whether a text of digits, points and signs fits. */
  boolean fits(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      width +=
          c == '\u2212'
              ? minusWidth
              : c == '.' ? pointWidth : c == '\u202f' ? gapWidth : digitWidth;
    }
    return width <= room;
  }
}
