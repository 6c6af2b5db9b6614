package io.github.unrolled.insight;

import io.github.unrolled.math.Vectors;
import org.jspecify.annotations.Nullable;

/** What a loss shows about a network's memory, given the losses possible without memory. */
public enum MemoryVerdict {
  /** There is no finite loss to judge. */
  NONE,
  /** Memory is off. */
  MEMORY_OFF,
  /** A line without memory already solves the task, so the task can show nothing about memory. */
  LINE_SOLVES,
  /** Always answering with the mean does better. */
  WORSE_THAN_MEAN,
  /** A line without memory already reaches this loss. */
  NOTHING_SHOWN,
  /** Below every line, but by a negligible part of the mean's loss. */
  HARDLY_SHOWN,
  /** Below every line, but not on the steps that test. */
  BY_HEART,
  /** No function of the present input alone reaches this loss. */
  TAKES_MEMORY,
  /** Below every line, thanks to memory or to the bend of the activation. */
  MEMORY_OR_BEND;

  /** Part of the mean's loss that still counts as solved. */
  private static final double SOLVED = 1e-6;

  /** A loss below this part of the line's is clearly below it. */
  private static final double CLEARLY = 0.9;

  /** A loss below this part of the line's is far below it. */
  private static final double FAR_BELOW = 1e-3;

  /** Part of the mean's loss that is negligible. */
  private static final double HARDLY = 1e-3;

  /**
   * Judges a loss.
   *
   * @param loss loss of the network on the steps that train
   * @param baselines baselines on the same steps
   * @param testLoss loss of the network on the steps that test
   * @param tested baselines on the steps that test, null if there are none
   * @param memory whether the network's memory is on
   * @param onlyLines whether a network without memory can only be a line here: the inputs take at
   *     most two values, or the network is linear
   */
  public static MemoryVerdict of(
      double loss,
      Baselines baselines,
      double testLoss,
      @Nullable Baselines tested,
      boolean memory,
      boolean onlyLines) {
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
    double next = HARDLY * baselines.mean();
    // A loss far below the line's is no chance, however small both are.
    if (baselines.line() - loss < next && loss > FAR_BELOW * baselines.line()) {
      return HARDLY_SHOWN;
    }
    if (tested != null
        && !(testLoss < Math.max(next, CLEARLY * Math.min(tested.mean(), tested.line())))) {
      return BY_HEART;
    }
    return onlyLines ? TAKES_MEMORY : MEMORY_OR_BEND;
  }
}
