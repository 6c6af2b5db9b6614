package io.github.unrolled.math;

/**
 * Conversion between doubles and text. The browser uses its engine's own, because Java's would have
 * to be downloaded with the page. All text is in ECMAScript's form: ASCII digits, {@code .}, {@code
 * -}, {@code e+21}, {@code Infinity}, {@code NaN}.
 *
 * @see NumberFormat
 * @see NumberReader
 */
public interface Decimals {

  /**
   * Like {@code Number.prototype.toFixed}: the exact value rounded to the nearest decimal, ties
   * away from zero; from 1e21 on, like {@link #shortest}.
   *
   * @param digits number of digits after the point, 0 to 100
   */
  String fixed(double v, int digits);

  /**
   * Like {@code Number.prototype.toExponential}: one digit before the point, the exact value
   * rounded to the nearest, ties away from zero.
   *
   * @param digits number of digits after the point, 0 to 100
   */
  String exponential(double v, int digits);

  /**
   * Like {@code String(v)}: the fewest digits that {@link #parse} reads back as the same double;
   * among several such decimals the nearest, or the even one in a tie. Plain from 1e-6 up to 1e21,
   * otherwise with an exponent. The sign of -0 is not shown.
   */
  String shortest(double v);

  /**
   * Like {@link #shortest}, but exact to the bit and in the form of source code and JSON: -0 keeps
   * its sign, and an exponent has no plus.
   *
   * @param v finite
   */
  default String exact(double v) {
    String text = shortest(v);
    int plus = text.indexOf('+');
    String written = plus < 0 ? text : text.substring(0, plus) + text.substring(plus + 1);
    return v == 0 && 1 / v < 0 ? "-" + written : written;
  }

  /**
   * The double nearest to a decimal number, ties to even; infinite if the number is too large.
   *
   * @param text {@code [+-] digits [. [digits]] [e [+-] digits]}, where digits may be missing on
   *     one side of the point; already checked by the caller
   */
  double parse(String text);
}
