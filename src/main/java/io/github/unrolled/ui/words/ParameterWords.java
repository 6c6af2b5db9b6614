package io.github.unrolled.ui.words;

/** What the page says wherever a parameter can be set. */
public final class ParameterWords {
  /** The reason why a parameter cannot be changed. */
  public static final String HELD = "held at zero: Memory off";

  /** Description of the numbers that a parameter can be set to. */
  public static final String EXPECTED = "a number from −1 000 000 to 1 000 000";

  private ParameterWords() {}
}
