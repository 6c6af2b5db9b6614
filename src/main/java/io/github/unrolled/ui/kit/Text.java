package io.github.unrolled.ui.kit;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.NumberReader;

/** The formats with which views write and read numbers in the browser. */
public final class Text {
  /** The engine's decimals. */
  public static final Browser.EngineDecimals DECIMALS = new Browser.EngineDecimals();

  /** Writes numbers. */
  public static final NumberFormat NUMBERS = new NumberFormat(DECIMALS);

  /** Reads numbers. */
  public static final NumberReader READER = new NumberReader(DECIMALS);

  private Text() {}

  /** Writes a number for CSS and HTML attributes: in ASCII, without grouping. */
  public static String plain(double value) {
    return DECIMALS.shortest(value);
  }

  /** Writes a number with a count of decimals for CSS and HTML attributes. */
  public static String fixed(double value, int digits) {
    return DECIMALS.fixed(value, digits);
  }
}
