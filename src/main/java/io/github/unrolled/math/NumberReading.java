package io.github.unrolled.math;

import org.jspecify.annotations.Nullable;

/** What {@link NumberReader} made of a text: a finite number, or the reason why there is none. */
public final class NumberReading {

  /** Why a text is not a number to compute with. */
  public enum Problem {
    /** Nothing, or white space only. */
    EMPTY,
    /** Something else than one decimal number. */
    NOT_A_NUMBER,
    /** A number beyond what a double can hold, about 1.8e308 in magnitude. */
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
