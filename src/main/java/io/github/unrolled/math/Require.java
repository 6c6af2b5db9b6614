package io.github.unrolled.math;

/** Checks of arguments. */
public final class Require {
  private Require() {}

  /**
   * Checks that a whole number is in its range.
   *
   * @param what the number's name, for the message
   * @param value the number
   * @param least smallest value allowed
   * @param most largest value allowed
   * @throws IllegalArgumentException if the number is out of range
   */
  public static void range(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + ": expected " + least + " to " + most + ", got " + value);
    }
  }
}
