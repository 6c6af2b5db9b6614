package io.github.unrolled.math;

/** The beginning of a text that may be too long to be quoted. */
public final class Excerpt {
  /** Longest text that a message quotes whole, in characters. */
  public static final int MAX_QUOTED = 20;

  private Excerpt() {}

  /** A text of at most {@code length} characters; an ellipsis as its last says there were more. */
  public static String of(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /** A text short enough for a message to quote. */
  public static String of(String text) {
    return of(text, MAX_QUOTED);
  }
}
