package io.github.unrolled.ui;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.NumberReader;

/** How views write and read numbers in the browser. */
final class Text {
  private static final Browser.EngineDecimals DECIMALS = new Browser.EngineDecimals();

  /** Writes numbers. */
  static final NumberFormat NUMBERS = new NumberFormat(DECIMALS);

  /** Reads numbers. */
  static final NumberReader READER = new NumberReader(DECIMALS);

  private Text() {}
}
