package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.SeedSweep;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.train.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of an experiment over many seeds, in words. */
public final class SeedsWords {
  /** Names of the measures of a method's final losses. */
  public static final List<String> MEASURES =
      List.of("median", "middle 16 of 20", "best", "worst", "not finite", "below best line");

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public SeedsWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /**
   * Gives the progress of the runs.
   *
   * @param sweep null if there is none with the present settings
   */
  public String progress(@Nullable SeedSweep sweep) {
    return sweep == null
        ? "Not run with these settings yet."
        : (sweep.isDone() ? "Done" : sweep.done() + " of " + SeedSweep.SEEDS)
            + ": seeds "
            + sweep.seed(0)
            + " to "
            + sweep.seed(SeedSweep.SEEDS - 1)
            + ", "
            + numbers.count(sweep.epochs())
            + " epochs each.";
  }

  /** Says which method is better, once the runs are done. */
  public String verdict(SeedSweep sweep) {
    return "In "
        + sweep.wins()
        + " of "
        + SeedSweep.SEEDS
        + " runs BPTT is lower than random search at the same work, "
        + numbers.count(sweep.epochs())
        + " epochs or "
        + numbers.count(3 * sweep.epochs())
        + " tries.";
  }

  /**
   * Gives one of the {@link #MEASURES} of a method, once the runs are done.
   *
   * @param measure index of the measure
   */
  public String measure(int measure, SeedSweep sweep, Method method) {
    return switch (measure) {
      case 0 -> last(sweep.median(method));
      case 1 -> last(sweep.low(method)) + " to " + last(sweep.high(method));
      case 2 -> numbers.lossOrInfinity(sweep.best(method));
      case 3 -> numbers.lossOrInfinity(sweep.worst(method));
      case 4 -> "" + sweep.diverged(method);
      default -> "" + sweep.belowLine(method);
    };
  }

  private String last(double[] losses) {
    return numbers.lossOrInfinity(losses[losses.length - 1]);
  }
}
