package io.github.unrolled.share;

import io.github.unrolled.math.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Doubles, exact to the bit, in letters that a link may contain: the eight bytes of each, the most
 * significant first, in base64url without padding.
 *
 * <p>Source: RFC 4648, section 5.
 */
final class Base64Numbers implements NumberText {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final int BITS = 6;

  @Override
  public String write(Numbers numbers) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int count = 0;
    for (int i = 0; i < 8 * numbers.size(); i++) {
      long bits = Double.doubleToRawLongBits(numbers.get(i / 8));
      held = (held << 8) | ((int) (bits >>> (56 - 8 * (i % 8))) & 0xff);
      count += 8;
      while (count >= BITS) {
        count -= BITS;
        text.append(DIGITS.charAt((held >>> count) & 63));
      }
      held &= 63;
    }
    if (count > 0) {
      text.append(DIGITS.charAt((held << (BITS - count)) & 63));
    }
    return text.toString();
  }

  @Override
  public @Nullable Numbers read(String text, int size) {
    int bytes = 8 * size;
    if (text.length() != (8 * bytes + BITS - 1) / BITS) {
      return null;
    }
    double[] numbers = new double[size];
    long bits = 0;
    int held = 0;
    int count = 0;
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      held = (held << BITS) | digit;
      count += BITS;
      if (count >= 8 && done < bytes) {
        count -= 8;
        bits = (bits << 8) | ((held >>> count) & 0xff);
        held &= (1 << count) - 1;
        done++;
        if (done % 8 == 0) {
          double number = Double.longBitsToDouble(bits);
          if (!(Math.abs(number) <= Double.MAX_VALUE)) {
            return null;
          }
          numbers[done / 8 - 1] = number;
        }
      }
    }
    // Leftover bits must be 0: otherwise two texts would mean the same.
    return held == 0 ? Numbers.of(numbers) : null;
  }
}
