package io.github.unrolled.experiment;

import io.github.unrolled.optim.Clipping;

/**
 * How the network is trained; all of it can change while training runs.
 *
 * @param learningRate step size, {@link #MIN_LEARNING_RATE} to {@link #MAX_LEARNING_RATE}
 * @param clipping bound on the gradient
 * @param speed how fast epochs follow each other
 */
public record Training(double learningRate, Clipping clipping, Speed speed) {

  /** Smallest learning rate. */
  public static final double MIN_LEARNING_RATE = 1e-6;

  /** Largest learning rate. */
  public static final double MAX_LEARNING_RATE = 100;

  /** Smallest clipping limit. */
  public static final double MIN_CLIP_LIMIT = 1e-6;

  /** Largest clipping limit. */
  public static final double MAX_CLIP_LIMIT = 1e6;

  /**
   * Checks the learning rate.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Training {
    if (!isLearningRate(learningRate)) {
      throw new IllegalArgumentException("learningRate: expected 1e-6 to 100");
    }
  }

  /** Whether a number can be a learning rate. */
  public static boolean isLearningRate(double value) {
    return value >= MIN_LEARNING_RATE && value <= MAX_LEARNING_RATE;
  }

  /** Whether a number can be a clipping limit. */
  public static boolean isClipLimit(double value) {
    return value >= MIN_CLIP_LIMIT && value <= MAX_CLIP_LIMIT;
  }

  Training withLearningRate(double rate) {
    return new Training(rate, clipping, speed);
  }

  Training withClipping(Clipping chosen) {
    return new Training(learningRate, chosen, speed);
  }

  Training withSpeed(Speed chosen) {
    return new Training(learningRate, clipping, chosen);
  }
}
