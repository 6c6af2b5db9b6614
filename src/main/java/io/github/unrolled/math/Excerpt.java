package io.github.unrolled.math;

/** The beginning of a text that may be too long to quote. */
public final class Excerpt {
  /** Longest text that a message quotes whole, in characters. */
  public static final int MAX_QUOTED = 20;

  private Excerpt() {}

  /** The text cut to at most {@code length} characters, the last an ellipsis if it was longer. */
  public static String of(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /** The text cut to a length that a message can quote. */
  public static String of(String text) {
    return of(text, MAX_QUOTED);
  }
}
