package io.github.unrolled.ui.kit;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.NumberReader;

/** How views write and read numbers in the browser. */
public final class Text {
  /** The engine's decimals. */
  public static final Browser.EngineDecimals DECIMALS = new Browser.EngineDecimals();

  /** Writes numbers. */
  public static final NumberFormat NUMBERS = new NumberFormat(DECIMALS);

  /** Reads numbers. */
  public static final NumberReader READER = new NumberReader(DECIMALS);

  private Text() {}

  /** A number as CSS and HTML attributes want it: ASCII, without grouping. */
  public static String plain(double value) {
    return DECIMALS.shortest(value);
  }

  /** A number with so many decimals, as CSS and HTML attributes want it. */
  public static String fixed(double value, int digits) {
    return DECIMALS.fixed(value, digits);
  }
}
