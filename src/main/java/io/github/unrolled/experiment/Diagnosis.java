package io.github.unrolled.experiment;

import org.jspecify.annotations.Nullable;

/** Why training rests at a loss that is not zero, with the numbers that this is read from. */
public sealed interface Diagnosis {

  /** Networks that are known without training, or without BPTT. */
  enum Known {
    /** The best line without memory. */
    LINE,
    /** The best single linear unit. */
    LINEAR_UNIT,
    /** The exact solution of the task. */
    EXACT_SOLUTION,
    /** A clock of as many units as there are steps, which answers by heart. */
    BY_HEART,
    /** The best draw of random search. */
    RANDOM_SEARCH
  }

  /**
   * Finds out why training rests, if it does.
   *
   * @param yardsticks those of the state's problem
   * @return null if BPTT's network is not the one shown, still improves, or has solved the task
   */
  static @Nullable Diagnosis of(State state, Yardsticks yardsticks) {
    return new Diagnostics(state, yardsticks).find();
  }

  /**
   * The outputs cannot reach the targets, whatever the states: these are bounded, and the present
   * output weights are too small; or only weights far beyond the usual range could reach them.
   *
   * @param loss where training rests
   * @param low least output within reach
   * @param high largest output within reach
   * @param usual whether the reach is that of output weights and bias of the usual range, instead
   *     of the present ones
   * @param farthest the target that is farthest from there
   * @param bound least loss with outputs within reach
   * @param weight the output weight that is largest in size
   */
  record Scale(
      double loss,
      double low,
      double high,
      boolean usual,
      double farthest,
      double bound,
      double weight)
      implements Diagnosis {}

  /**
   * No ReLU unit is above 0 at any step that trains, so that no gradient gets through.
   *
   * @param loss where training rests
   */
  record Dead(double loss) implements Diagnosis {}

  /**
   * The steps are too long: the loss jumps, or jumped, beyond what it had been, or stays though the
   * gradient is far from 0.
   *
   * @param loss where training rests
   * @param before what it had been at least
   * @param worst the most since
   * @param gradientNorm L2 norm of the gradient before clipping
   */
  record Overshoot(double loss, double before, double worst, double gradientNorm)
      implements Diagnosis {
    /** How much more than before is a jump. */
    private static final double JUMP = 1.1;

    /** Whether it is a jump that shows it, rather than the gradient. */
    public boolean jumps() {
      return worst > JUMP * before;
    }
  }

  /**
   * A better network of this very shape is known, or one that it can come as near to as one likes.
   *
   * @param loss where training rests
   * @param known which better one
   * @param reached the loss of that
   */
  record Optimization(double loss, Known known, double reached) implements Diagnosis {}

  /**
   * What solves the task is of another shape, and no network of this shape is known that is better
   * by far.
   *
   * @param loss where training rests
   * @param known the best known network of this shape
   * @param reached the loss of that
   * @param solution what solves the task
   * @param needed how many units of this kind it takes, {@link Integer#MAX_VALUE} if no number does
   */
  record Capacity(double loss, Known known, double reached, ExactSolution solution, int needed)
      implements Diagnosis {}

  /**
   * It cannot be told: it is about as good as the best known network of this shape, and none is
   * known to be better.
   *
   * @param loss where training rests
   * @param known the best known network of this shape
   * @param reached the loss of that
   */
  record Open(double loss, Known known, double reached) implements Diagnosis {}
}
