package io.github.unrolled.ui;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.NumberReader;
import io.github.unrolled.task.NumberList;

/** How views write and read numbers in the browser. */
final class Text {
  /** The engine's decimals. */
  static final Browser.EngineDecimals DECIMALS = new Browser.EngineDecimals();

  /** Writes numbers. */
  static final NumberFormat NUMBERS = new NumberFormat(DECIMALS);

  /** Reads numbers. */
  static final NumberReader READER = new NumberReader(DECIMALS);

  private Text() {}

  /** A number as CSS and HTML attributes want it: ASCII, without grouping. */
  static String plain(double value) {
    return DECIMALS.shortest(value);
  }

  /** A number with so many decimals, as CSS and HTML attributes want it. */
  static String fixed(double value, int digits) {
    return DECIMALS.fixed(value, digits);
  }

  /** A whole number, written out below a million. */
  static String count(double count) {
    return count < 1e6 ? NUMBERS.integer(count) : NUMBERS.significant(count);
  }

  /** A text of no more than so many letters. */
  static String shortened(String text, int most) {
    return NumberList.shortened(text, most);
  }

  /** A text short enough to be quoted in a message. */
  static String shortened(String text) {
    return NumberList.shortened(text, NumberList.MAX_QUOTED);
  }
}
