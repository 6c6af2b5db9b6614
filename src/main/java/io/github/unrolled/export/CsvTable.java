package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.Vectors;

/**
 * A table as CSV, written row by row. Numbers are exact to the bit, with decimal points.
 *
 * <p>Source: RFC 4180.
 */
final class CsvTable {
  private final Decimals decimals;
  private final StringBuilder text = new StringBuilder();
  private boolean inRow;

  CsvTable(Decimals decimals) {
    this.decimals = decimals;
  }

  /** Adds a field of text to the row, quoted if necessary. */
  CsvTable text(String field) {
    return add(isPlain(field) ? field : quoted(field));
  }

  /** Adds a number to the row; NaN and the infinities give an empty field. */
  CsvTable number(double value) {
    return add(Vectors.isFinite(value) ? decimals.exact(value) : "");
  }

  /** Adds a whole number to the row. */
  CsvTable whole(int value) {
    return add("" + value);
  }

  private CsvTable add(String field) {
    text.append(inRow ? "," : "").append(field);
    inRow = true;
    return this;
  }

  /** Ends the row. */
  void end() {
    text.append("\r\n");
    inRow = false;
  }

  private static boolean isPlain(String field) {
    return field.indexOf(',') < 0
        && field.indexOf('"') < 0
        && field.indexOf('\r') < 0
        && field.indexOf('\n') < 0;
  }

  private static String quoted(String field) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      quoted.append(c == '"' ? "\"" : "").append(c);
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
