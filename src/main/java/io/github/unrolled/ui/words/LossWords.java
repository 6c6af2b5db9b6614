package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.SeedSweep;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/** What the chart of the loss shows, in words. */
public final class LossWords {
  private final NumberFormat numbers;
  private final GhostWords ghosts;

  /** Makes sentences with numbers in a given format. */
  public LossWords(NumberFormat numbers) {
    this.numbers = numbers;
    ghosts = new GhostWords(numbers);
  }

  /** Says after how many epochs of BPTT some work was done. */
  public String afterEpochs(double work) {
    return (work == 0
            ? "before training"
            : "after " + counted(work / Bptt.WORK_PER_EPOCH, " epoch", " epochs"))
        + " (work "
        + numbers.integer(work)
        + ")";
  }

  /** Says after how many tries of random search. */
  public String afterTries(double tries) {
    return "after " + counted(tries, " try", " tries");
  }

  /**
   * Says which method is ahead at equal work, and by what factor.
   *
   * @param bptt loss of BPTT at that work; NaN if there is none
   * @param search the best loss of random search at the same work; NaN if there is none
   * @return empty if one of them is missing, or both are equal
   */
  public String ahead(double bptt, double search, double work) {
    if (!(Math.abs(bptt - search) > 0)) {
      return "";
    }
    boolean first = bptt < search;
    double low = Math.min(bptt, search);
    double factor = Math.max(bptt, search) / low;
    return (first ? "BPTT" : "Random search")
        + " ahead"
        + (low > 0 && Double.isFinite(factor) ? " × " + numbers.significantBeside(factor, 1) : "")
        + " at work "
        + numbers.integer(work);
  }

  /** Says on how many steps the network is tested. */
  public String onTestSteps(int steps) {
    return "on " + counted(steps, " step", " steps") + " that did not train";
  }

  /**
   * Sums up everything that the chart shows.
   *
   * @param baselines baselines of the state's problem
   * @param seeds the finished experiment from many seeds; null if it is not shown
   */
  public String summary(State state, Baselines baselines, @Nullable SeedSweep seeds) {
    Snapshot snapshot = state.snapshot();
    return "A chart of the loss on a logarithmic axis over the work done. BPTT: "
        + course(snapshot.bpttCurve(), state.run().presentEpoch(), " epoch", " epochs")
        + past(state)
        + " Random search: "
        + course(snapshot.searchCurve(), snapshot.tries(), " try", " tries")
        + ghosts(state)
        + (seeds == null ? "" : seeds(seeds))
        + " Rungs: predicting the mean "
        + numbers.loss(baselines.mean())
        + ", copying the input "
        + numbers.loss(baselines.copy())
        + ", best line without memory, with slope "
        + numbers.significant(baselines.slope())
        + " and intercept "
        + numbers.significant(baselines.intercept())
        + ", "
        + numbers.loss(baselines.line())
        + ".";
  }

  private String past(State state) {
    Snapshot snapshot = state.snapshot();
    return (state.showsPast()
            ? " Shown is epoch "
                + numbers.integer(snapshot.epochs())
                + ", loss "
                + numbers.loss(snapshot.loss())
                + "."
            : "")
        + (snapshot.clippedWork().size() == 0
            ? ""
            : " Clipping acted, as the ticks on the axis show.");
  }

  private String seeds(SeedSweep sweep) {
    double[] trained = sweep.median(Method.BPTT);
    double[] drawn = sweep.median(Method.RANDOM_SEARCH);
    return " Of 20 seeds the median after "
        + numbers.integer(sweep.epochs())
        + " epochs is "
        + numbers.lossOrInfinity(trained[trained.length - 1])
        + " with BPTT and "
        + numbers.lossOrInfinity(drawn[drawn.length - 1])
        + " with random search at the same work.";
  }

  private String ghosts(State state) {
    String words = "";
    for (Ghost ghost : state.compared().ghosts()) {
      words +=
          " Ghost "
              + ghost.slot()
              + ", "
              + ghosts.name(ghost)
              + ": "
              + course(ghost.curve(), ghost.epochs(), " epoch", " epochs");
    }
    return words;
  }

  private String course(Snapshot.Curve curve, double count, String one, String many) {
    Numbers loss = curve.loss();
    return loss.size() == 0
        ? "no loss yet."
        : "from "
            + numbers.significant(loss.get(0))
            + " to "
            + numbers.significant(loss.get(loss.size() - 1))
            + " after "
            + counted(count, one, many)
            + ".";
  }

  private String counted(double count, String one, String many) {
    return numbers.integer(count) + (count == 1 ? one : many);
  }
}
