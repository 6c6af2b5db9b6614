package io.github.unrolled.experiment;

import io.github.unrolled.math.Require;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.NumberList;

/**
 * The training settings; all of them can change while training runs.
 *
 * @param optimizer rule of the update
 * @param learningRate step size, {@link #MIN_LEARNING_RATE} to {@link #MAX_LEARNING_RATE}
 * @param clipping bound on the gradient
 * @param window number of steps after which backpropagation is truncated, 1 to {@link
 *     #FULL_WINDOW}; T or more truncates nothing
 * @param speed speed of training in epochs
 */
public record Training(
    OptimizerKind optimizer, double learningRate, Clipping clipping, int window, Speed speed) {

  /** Smallest learning rate. */
  public static final double MIN_LEARNING_RATE = 1e-6;

  /** Largest learning rate. */
  public static final double MAX_LEARNING_RATE = 100;

  /** Smallest clipping limit. */
  public static final double MIN_CLIP_LIMIT = 1e-6;

  /** Largest clipping limit. */
  public static final double MAX_CLIP_LIMIT = 1e6;

  /** A window as long as the longest sequence: nothing is ever truncated. */
  public static final int FULL_WINDOW = NumberList.MAX_COUNT;

  /**
   * Checks learning rate and window.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Training {
    if (!isLearningRate(learningRate)) {
      throw new IllegalArgumentException("learningRate: expected 1e-6 to 100");
    }
    Require.range("window", window, 1, FULL_WINDOW);
  }

  /** Whether a number can be a learning rate. */
  public static boolean isLearningRate(double value) {
    return value >= MIN_LEARNING_RATE && value <= MAX_LEARNING_RATE;
  }

  /** Whether a number can be a clipping limit. */
  public static boolean isClipLimit(double value) {
    return value >= MIN_CLIP_LIMIT && value <= MAX_CLIP_LIMIT;
  }

  /** Whether a number can be a window. */
  public static boolean isWindow(int value) {
    return value >= 1 && value <= FULL_WINDOW;
  }

  Training withOptimizer(OptimizerKind chosen) {
    return new Training(chosen, learningRate, clipping, window, speed);
  }

  Training withLearningRate(double rate) {
    return new Training(optimizer, rate, clipping, window, speed);
  }

  Training withClipping(Clipping chosen) {
    return new Training(optimizer, learningRate, chosen, window, speed);
  }

  Training withWindow(int steps) {
    return new Training(optimizer, learningRate, clipping, steps, speed);
  }

  Training withSpeed(Speed chosen) {
    return new Training(optimizer, learningRate, clipping, window, chosen);
  }
}
