package io.github.unrolled.math;

import org.jspecify.annotations.Nullable;

/**
 * The result of reading a text with {@link NumberReader}: a finite number, or why there is none.
 */
public final class NumberReading {

  /** Why a text gives no number. */
  public enum Problem {
    /** Nothing, or white space only. */
    EMPTY,
    /** Anything other than one decimal number. */
    NOT_A_NUMBER,
    /** A number beyond the range of a double, about 1.8e308 in magnitude. */
    TOO_LARGE
  }

  private final double value;
  private final @Nullable Problem problem;

  private NumberReading(double value, @Nullable Problem problem) {
    this.value = value;
    this.problem = problem;
  }

  static NumberReading of(double value) {
    return new NumberReading(value, null);
  }

  static NumberReading failed(Problem problem) {
    return new NumberReading(0, problem);
  }

  /** Whether there is a {@link #value}. */
  public boolean isNumber() {
    return problem == null;
  }

  /**
   * The number, always finite.
   *
   * @throws IllegalStateException if there is none, naming the problem
   */
  public double value() {
    if (problem != null) {
      throw new IllegalStateException("value: expected a number, got " + problem);
    }
    return value;
  }

  /** Why there is no number, or null if there is one. */
  public @Nullable Problem problem() {
    return problem;
  }
}
