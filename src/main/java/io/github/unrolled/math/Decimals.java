package io.github.unrolled.math;

/**
 * How doubles become text and text becomes doubles. In the browser the engine's own; Java's would
 * have to be downloaded with the page. All text is that of ECMAScript: ASCII digits, {@code .},
 * {@code -}, {@code e+21}, {@code Infinity}, {@code NaN}.
 *
 * @see NumberFormat
 * @see NumberReader
 */
public interface Decimals {

  /**
   * As {@code Number.prototype.toFixed}: the exact value rounded to the nearest decimal, a tie away
   * from zero; as {@link #shortest} from 1e21 on.
   *
   * @param digits after the point, 0 to 100
   */
  String fixed(double v, int digits);

  /**
   * As {@code Number.prototype.toExponential}: one digit before the point, the exact value rounded
   * to the nearest, a tie away from zero.
   *
   * @param digits after the point, 0 to 100
   */
  String exponential(double v, int digits);

  /**
   * As {@code String(v)}: the fewest digits that {@link #parse} reads back as the same double;
   * among those the nearest, of two the even one. Plain from 1e-6 up to 1e21, otherwise with an
   * exponent. The sign of -0 is not shown.
   */
  String shortest(double v);

  /**
   * As {@link #shortest}, but to the bit, and as source code and JSON have it: -0 keeps its sign,
   * and an exponent has no plus.
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
   * The double next to a decimal number, a tie to the even one; infinite if it is too large.
   *
   * @param text {@code [+-] digits [. [digits]] [e [+-] digits]}, where digits may be missing on
   *     one side of the point; already checked by the caller
   */
  double parse(String text);
}
