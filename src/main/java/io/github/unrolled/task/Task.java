package io.github.unrolled.task;

import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Numbers;

/**
 * The sequences a network can be given, each to predict its own next value. A new rule is a new
 * constant here.
 */
public enum Task {
  /** 1, 1, 2, 3, 5, 8, ... */
  FIBONACCI(
      "Fibonacci",
      8,
      "Each value is the sum of the two before it: to be exact takes two memories.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i < 2 ? 1 : values[i - 1] + values[i - 2];
      }
    }
  },
  /** 1, 2, 3, ... */
  LINEAR("Linear", 8, "Counting: the next value is this one plus 1. No memory is needed.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i + 1;
      }
    }
  },
  /** 1, -1, 1, -1, ... */
  ALTERNATING("Alternating", 8, "Each value is minus the one before. No memory is needed.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i % 2 == 0 ? 1 : -1;
      }
    }
  },
  /** 1, 2, 4, 8, ... */
  EXPONENTIAL("Exponential", 8, "Each value is twice the one before. No memory is needed.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i == 0 ? 1 : 2 * values[i - 1];
      }
    }
  },
  /** sin(2 pi i / 8), i = 0, 1, 2, ... */
  SINE(
      "Sine",
      16,
      "A wave with period 8: the same value rises once and falls once, so memory helps.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        // Half turns are exact here; pi is not, and its rounding would be seen as 1.22e-16.
        values[i] = i % 4 == 0 ? 0 : Elementary.sin(i % 8 * Math.PI / 4);
      }
    }
  },
  /** Own numbers. */
  CUSTOM("Custom", 0, "Your own numbers: the network predicts each next one.") {
    @Override
    void fill(double[] values) {
      throw new IllegalStateException("custom numbers follow no rule");
    }
  };

  /** Fewest time steps of a rule. */
  public static final int MIN_STEPS = 3;

  /** Most time steps of a rule. */
  public static final int MAX_STEPS = 60;

  private final String label;
  private final int defaultSteps;
  private final String demand;

  Task(String label, int defaultSteps, String demand) {
    this.label = label;
    this.defaultSteps = defaultSteps;
    this.demand = demand;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Number of time steps T that it starts with; 0 for own numbers, which bring their own. */
  public int defaultSteps() {
    return defaultSteps;
  }

  /** One sentence on what it asks of a network. */
  public String demand() {
    return demand;
  }

  /**
   * The values of the sequence in their own units: T inputs and, one step later, T targets.
   *
   * @param steps T of a rule, {@link #MIN_STEPS} to {@link #MAX_STEPS}; own numbers ignore it
   * @param own what {@link #CUSTOM} gives back, at least {@link NumberList#MIN_COUNT} numbers
   * @return T + 1 values
   * @throws IllegalArgumentException if a rule is asked for another number of steps
   */
  public Numbers values(int steps, Numbers own) {
    if (this == CUSTOM) {
      return own;
    }
    if (steps < MIN_STEPS || steps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "steps: expected " + MIN_STEPS + " to " + MAX_STEPS + ", got " + steps);
    }
    double[] values = new double[steps + 1];
    fill(values);
    return Numbers.of(values);
  }

  /** A few values that show what the sequence looks like, not all equal. */
  public double[] picture() {
    if (this == CUSTOM) {
      return new double[] {3, 5, 4, 7, 2, 6, 5, 8};
    }
    double[] values = new double[defaultSteps];
    fill(values);
    return values;
  }

  abstract void fill(double[] values);
}
