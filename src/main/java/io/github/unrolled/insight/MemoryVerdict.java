package io.github.unrolled.insight;

import io.github.unrolled.math.Vectors;

/** What a loss shows of a network's memory, given what can be had without one. */
public enum MemoryVerdict {
  /** There is no finite loss to judge. */
  NONE,
  /** Memory is off. */
  MEMORY_OFF,
  /** A line without memory already solves the task: it can show nothing of memory. */
  LINE_SOLVES,
  /** Always answering with the mean does better. */
  WORSE_THAN_MEAN,
  /** A line without memory already reaches this loss. */
  NOTHING_SHOWN,
  /** No function of the present input alone reaches this loss. */
  TAKES_MEMORY,
  /** Below every line: by memory, or by the bend of the activation. */
  MEMORY_OR_BEND;

  /** Of the mean's loss, what still counts as solved. */
  private static final double SOLVED = 1e-6;

  /** A loss below this part of the line's is clearly below it. */
  private static final double CLEARLY = 0.9;

  /**
   * Judges a loss.
   *
   * @param loss of the network, of the steps that train
   * @param baselines of the same steps
   * @param memory whether the network's memory is on
   * @param onlyLines whether what remembers nothing can only be a line here: the inputs have no
   *     more than two values, or the network is linear
   */
  public static MemoryVerdict of(
      double loss, Baselines baselines, boolean memory, boolean onlyLines) {
    if (!Vectors.isFinite(loss)) {
      return NONE;
    }
    if (!memory) {
      return MEMORY_OFF;
    }
    if (baselines.line() <= SOLVED * baselines.mean()) {
      return LINE_SOLVES;
    }
    if (loss > baselines.mean()) {
      return WORSE_THAN_MEAN;
    }
    if (loss >= CLEARLY * baselines.line()) {
      return NOTHING_SHOWN;
    }
    return onlyLines ? TAKES_MEMORY : MEMORY_OR_BEND;
  }
}
