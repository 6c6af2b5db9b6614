package io.github.unrolled.task;

import io.github.unrolled.math.Elementary;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;
import io.github.unrolled.math.Rng;

/**
 * The tasks for a network. A sequence asks for its own next value; a memory task gives random
 * inputs and asks for something that depends on earlier ones. A new task is a constant here.
 */
public enum Task {
  /** 1, 1, 2, 3, 5, 8, ... */
  FIBONACCI(
      "Fibonacci",
      8,
      false,
      "Each value is the sum of the two before it: to be exact, the state must hold two numbers.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i < 2 ? 1 : values[i - 1] + values[i - 2];
      }
    }
  },
  /** 1, 2, 3, ... */
  LINEAR("Linear", 8, false, "Counting: the next value is this one plus 1. No memory is needed.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i + 1;
      }
    }
  },
  /** 1, -1, 1, -1, ... */
  ALTERNATING("Alternating", 8, false, "Each value is minus the one before. No memory is needed.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = i % 2 == 0 ? 1 : -1;
      }
    }
  },
  /** 1, 2, 4, 8, ... */
  EXPONENTIAL("Exponential", 8, false, "Each value is twice the one before. No memory is needed.") {
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
      false,
      "A wave with period 8: the same value rises once and falls once, so memory helps.") {
    @Override
    void fill(double[] values) {
      for (int i = 0; i < values.length; i++) {
        // Half turns are exact here; pi is not, and its rounding would show as 1.22e-16.
        values[i] = i % 4 == 0 ? 0 : Elementary.sin(i % 8 * Math.PI / 4);
      }
    }
  },
  /** Custom numbers. */
  CUSTOM("Custom", 0, false, "Your own numbers: the network predicts each next one.") {
    @Override
    void fill(double[] values) {
      throw new IllegalStateException("custom numbers follow no rule");
    }
  },
  /** Inputs +1 or -1; the target is the input k steps earlier, 0 if there was none. */
  ECHO(
      "Echo",
      24,
      true,
      "Answer with the input of k steps ago. The state has to hold the last k inputs apart.") {
    @Override
    void answer(double[] inputs, double[] targets, int delay) {
      for (int t = 0; t < inputs.length; t++) {
        targets[t] = t < delay ? 0 : inputs[t - delay];
      }
    }
  },
  /** Inputs +1/4 or -1/4; the target is their sum so far. */
  RUNNING_SUM(
      "Running sum",
      24,
      true,
      "Answer with the sum of all inputs so far. A hidden weight of exactly 1 keeps it.") {
    @Override
    void answer(double[] inputs, double[] targets, int delay) {
      double sum = 0;
      for (int t = 0; t < inputs.length; t++) {
        inputs[t] /= 4;
        sum += inputs[t];
        targets[t] = sum;
      }
    }
  },
  /** Inputs +1 or -1; the target is always the first input. */
  LATCH(
      "Latch",
      24,
      true,
      "Answer with the first input, for ever. The state has to lock and ignore all that follows.") {
    @Override
    void answer(double[] inputs, double[] targets, int delay) {
      for (int t = 0; t < inputs.length; t++) {
        targets[t] = inputs[0];
      }
    }
  },
  /** Inputs +1 or -1; the target is the product of all inputs so far. */
  PARITY(
      "Parity",
      24,
      true,
      "Answer with the product of all inputs so far. It takes a bent state of at least two units.") {
    @Override
    void answer(double[] inputs, double[] targets, int delay) {
      double product = 1;
      for (int t = 0; t < inputs.length; t++) {
        product *= inputs[t];
        targets[t] = product;
      }
    }
  };

  /** Fewest time steps of a rule. */
  public static final int MIN_STEPS = 3;

  /** Most time steps of a rule. */
  public static final int MAX_STEPS = 60;

  /** Most steps that {@link #ECHO} looks back. */
  public static final int MAX_DELAY = 8;

  /** Stream of the generator, separate from weights and random search with the same seed. */
  private static final int STREAM = 2;

  private final String label;
  private final int defaultSteps;
  private final boolean memory;
  private final String demand;

  Task(String label, int defaultSteps, boolean memory, String demand) {
    this.label = label;
    this.defaultSteps = defaultSteps;
    this.memory = memory;
    this.demand = demand;
  }

  /** Name for display. */
  public String label() {
    return label;
  }

  /** Initial number of time steps T; 0 for custom numbers, which bring their own. */
  public int defaultSteps() {
    return defaultSteps;
  }

  /** One sentence on the task's demand on a network. */
  public String demand() {
    return demand;
  }

  /** Whether the task is a memory task and not a sequence. */
  public boolean isMemory() {
    return memory;
  }

  /**
   * The concrete problem of the task, with all steps training.
   *
   * @param steps T of a rule or memory task, {@link #MIN_STEPS} to {@link #MAX_STEPS}; ignored for
   *     custom numbers
   * @param own the values of {@link #CUSTOM}, at least {@link NumberList#MIN_COUNT} numbers
   * @param scaling units in which the network sees a sequence; ignored for a memory task
   * @param delay number of steps {@link #ECHO} looks back, 1 to {@link #MAX_DELAY}
   * @param seed seed of a memory task's inputs
   * @throws IllegalArgumentException if steps of a rule or memory task are out of range
   */
  public Problem problem(int steps, Numbers own, Scaling scaling, int delay, int seed) {
    if (isMemory()) {
      Require.range("steps", steps, MIN_STEPS, MAX_STEPS);
      return memoryProblem(steps, delay, seed);
    }
    Numbers values = values(steps, own);
    return Problem.nextValue(values, continuation(values.size()), scaling);
  }

  /**
   * The values of a sequence in their own units: T inputs and, one step later, T targets.
   *
   * @param steps T of a rule, {@link #MIN_STEPS} to {@link #MAX_STEPS}; ignored for custom numbers
   * @param own the values of {@link #CUSTOM}, at least {@link NumberList#MIN_COUNT} numbers
   * @return T + 1 values
   * @throws IllegalArgumentException if the steps of a rule are out of range
   */
  public Numbers values(int steps, Numbers own) {
    if (this == CUSTOM) {
      return own;
    }
    Require.range("steps", steps, MIN_STEPS, MAX_STEPS);
    double[] values = new double[steps + 1];
    fill(values);
    return Numbers.of(values);
  }

  /** The {@code count - 1} values after the first {@code count} of a rule; else empty. */
  private Numbers continuation(int count) {
    if (this == CUSTOM) {
      return Numbers.of();
    }
    double[] values = new double[2 * count - 1];
    fill(values);
    return Numbers.of(values).slice(count, values.length);
  }

  private Problem memoryProblem(int steps, int delay, int seed) {
    Rng rng = new Rng(seed, STREAM);
    double[] inputs = new double[steps];
    double[] targets = new double[steps];
    for (int t = 0; t < steps; t++) {
      inputs[t] = rng.nextInt() < 0 ? -1 : 1;
    }
    answer(inputs, targets, delay);
    return Problem.answer(Numbers.of(inputs), Numbers.of(targets));
  }

  /** A few values that illustrate the task. */
  public double[] picture() {
    if (this == CUSTOM) {
      return new double[] {3, 5, 4, 7, 2, 6, 5, 8};
    }
    if (isMemory()) {
      double[] inputs = {1, -1, -1, 1, 1, 1, -1, 1};
      double[] targets = new double[inputs.length];
      answer(inputs, targets, 1);
      return targets;
    }
    double[] values = new double[defaultSteps];
    fill(values);
    return values;
  }

  /**
   * The values of a sequence in their own units.
   *
   * @param values filled completely. Overwritten.
   */
  void fill(double[] values) {
    throw new IllegalStateException("a memory task is no sequence");
  }

  /**
   * Computes the targets of a memory task.
   *
   * @param inputs each +1 or -1, shape [T]. May be scaled.
   * @param targets shape [T]. Overwritten.
   */
  void answer(double[] inputs, double[] targets, int delay) {
    throw new IllegalStateException("a sequence has no inputs of its own");
  }
}
