package io.github.unrolled.experiment;

import org.jspecify.annotations.Nullable;

/** A reason why training has stalled at a loss above zero, with the numbers that show it. */
public sealed interface Diagnosis {

  /** Networks known without training, or without BPTT. */
  enum Known {
    /** The best line without memory. */
    LINE,
    /** The best single linear unit. */
    LINEAR_UNIT,
    /** The exact solution of the task. */
    EXACT_SOLUTION,
    /** A clock with as many units as there are steps, which answers by heart. */
    BY_HEART,
    /** The best draw of random search. */
    RANDOM_SEARCH
  }

  /** Epochs without a change that a diagnosis takes. */
  int LEAST_EPOCHS = 200;

  /** Reasons why there is no diagnosis. */
  enum Wait {
    /** The network shown is not the one that BPTT has trained last. */
    ANOTHER_NETWORK,
    /** A number has overflowed. */
    OVERFLOW,
    /** The task is solved. */
    SOLVED,
    /** There were fewer than {@link #LEAST_EPOCHS} epochs since the last change. */
    TOO_EARLY,
    /** Training still gains. */
    GAINING
  }

  /** Where training has stalled. */
  Rest rest();

  /**
   * Where training has stalled.
   *
   * @param loss the present loss
   * @param least least loss in the last part of the work
   * @param most largest loss there
   */
  record Rest(double loss, double least, double most) {
    /** Least ratio of two losses that counts as a jump. */
    private static final double JUMP = 1.1;

    /** Whether the loss jumps to and fro. */
    public boolean jumps() {
      return most > JUMP * least;
    }
  }

  /**
   * Finds out why training has stalled, if it has.
   *
   * @param yardsticks yardsticks of the state's problem
   * @return null if BPTT's network is not shown, still improves, or has solved the task
   */
  static @Nullable Diagnosis of(State state, Yardsticks yardsticks) {
    return new Diagnostics(state, yardsticks).find();
  }

  /**
   * Says why there is no diagnosis.
   *
   * @param yardsticks yardsticks of the state's problem
   * @return null if there is one
   */
  static @Nullable Wait waitOf(State state, Yardsticks yardsticks) {
    return new Diagnostics(state, yardsticks).findWait();
  }

  /**
   * Says what the task's exact solution has and the network lacks, which is known before training
   * rests.
   *
   * @param yardsticks yardsticks of the state's problem
   * @return null if no solution is known or the network lacks nothing
   */
  static @Nullable Capacity lackOf(State state, Yardsticks yardsticks) {
    return new Diagnostics(state, yardsticks).lack();
  }

  /**
   * The outputs cannot reach the targets, whatever the states: states are bounded, and the present
   * output weights are too small; or only weights far beyond the usual range could reach them.
   *
   * @param rest where training has stalled
   * @param low least output within reach
   * @param high largest output within reach
   * @param usual whether the reach is that of output weights and bias in the usual range, instead
   *     of the present ones
   * @param farthest the target farthest from that reach
   * @param bound least loss with outputs within reach
   * @param weight the output weight of largest size
   */
  record Scale(
      Rest rest,
      double low,
      double high,
      boolean usual,
      double farthest,
      double bound,
      double weight)
      implements Diagnosis {}

  /**
   * No ReLU unit is above 0 at any training step, so no gradient gets through.
   *
   * @param rest where training has stalled
   */
  record Dead(Rest rest) implements Diagnosis {}

  /**
   * The steps are too long: the loss jumps to and fro, or stays above its earlier value, or rests
   * although the gradient is far from 0.
   *
   * @param rest where training has stalled
   * @param before the least loss earlier
   * @param gradientNorm L2 norm of the gradient before clipping
   */
  record Overshoot(Rest rest, double before, double gradientNorm) implements Diagnosis {
    /** Whether a jump shows it, rather than the gradient. */
    public boolean jumps() {
      return rest.jumps() || wasBelow();
    }

    /** Whether the loss was clearly lower before than it has been since. */
    public boolean wasBelow() {
      return rest.least > Rest.JUMP * before;
    }
  }

  /**
   * A better network of this very shape is known, or can be approached as closely as one likes.
   *
   * @param rest where training has stalled
   * @param known the better network
   * @param reached its loss
   */
  record Optimization(Rest rest, Known known, double reached) implements Diagnosis {}

  /**
   * The solution of the task has another shape, and no far better network of this shape is known.
   *
   * @param rest where training has stalled
   * @param known the best known network of this shape
   * @param reached its loss
   * @param solution the task's solution
   * @param needed number of units of this kind required, {@link Integer#MAX_VALUE} if none suffices
   */
  record Capacity(Rest rest, Known known, double reached, ExactSolution solution, int needed)
      implements Diagnosis {}

  /**
   * The cause is unknown: the network is about as good as the best known one of this shape.
   *
   * @param rest where training has stalled
   * @param known the best known network of this shape
   * @param reached its loss
   */
  record Open(Rest rest, Known known, double reached) implements Diagnosis {}
}
