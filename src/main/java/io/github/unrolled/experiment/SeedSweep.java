package io.github.unrolled.experiment;

import io.github.unrolled.math.Vectors;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import org.jspecify.annotations.Nullable;

/**
 * The same experiment from many seeds, for both methods at equal work: seeds decide the start
 * weights, the draws of random search, and the inputs of a memory task. The work is done in small
 * units, and slicing it does not change the numbers.
 */
public final class SeedSweep {
  /** Number of seeds. */
  public static final int SEEDS = 20;

  /** Number of equal parts into which the work of a run is divided. */
  private static final int PARTS = 100;

  /** Most epochs of a run. */
  private static final int MAX_EPOCHS = 3000;

  /** Number of runs below and above the band: the middle 16 of 20. */
  private static final int OUTSIDE = 2;

  private final Experiment experiment;
  private final int epochs;

  /**
   * Losses after each part of the work, shape [2 methods, PARTS + 1, SEEDS], infinite if missing;
   * for each part in the order of the seeds, sorted ascending at the end.
   */
  private final double[][][] losses = new double[2][PARTS + 1][SEEDS];

  /** Loss of the best line without memory on each seed's own problem. */
  private final double[] lines = new double[SEEDS];

  private final int[] belowLine = new int[2];
  private int wins;
  private int done;
  private int epoch;
  private boolean diverged;
  private @Nullable Run run;

  /** Prepares a sweep with a {@link #isLength possible} number of epochs; no work is done yet. */
  SeedSweep(Experiment experiment, int epochs) {
    this.experiment = experiment;
    this.epochs = epochs;
  }

  /** Whether a run can have this number of epochs. */
  static boolean isLength(int epochs) {
    return epochs >= PARTS && epochs <= MAX_EPOCHS && epochs % PARTS == 0;
  }

  /** Whether another experiment would give the same results, apart from its seed. */
  boolean isOf(Experiment other) {
    return experiment.data().isSameProblem(other.data())
        && experiment.shape().equals(other.shape())
        && experiment.start().state().equals(other.start().state())
        && experiment.training().withSpeed(other.training().speed()).equals(other.training());
  }

  /** Number of epochs in each run. */
  public int epochs() {
    return epochs;
  }

  /** The first seed, or that of a later run; the largest seed is followed by 0. */
  public int seed(int of) {
    int first = experiment.start().seed();
    return first + of <= Start.MAX_SEED ? first + of : first + of - Start.MAX_SEED - 1;
  }

  /** Number of runs done. */
  public int done() {
    return done;
  }

  /** Whether all runs are done, so that the results can be read. */
  public boolean isDone() {
    return done == SEEDS;
  }

  /** Does one epoch of BPTT and as much work of random search. */
  void workOnce() {
    if (isDone()) {
      return;
    }
    Run current = run;
    if (current == null) {
      current = newRun();
      run = current;
      epoch = 0;
      diverged = false;
    }
    double loss = Double.POSITIVE_INFINITY;
    if (!diverged) {
      diverged = current.epoch() != null;
      loss = current.lossBefore();
    }
    int every = epochs / PARTS;
    if (epoch % every == 0) {
      losses[0][epoch / every][done] = Vectors.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
      losses[1][epoch / every][done] = current.bestLoss();
    }
    if (epoch == epochs) {
      finish();
      return;
    }
    for (int i = 0; i < Bptt.WORK_PER_EPOCH; i++) {
      current.attempt();
    }
    epoch++;
  }

  private Run newRun() {
    int seed = seed(done);
    Training settings = experiment.training();
    Problem problem = experiment.data().problem(seed);
    lines[done] = new Yardsticks(problem).baselines().line();
    return new Run(
        experiment.shape(),
        problem,
        StartWeights.SEEDED.of(experiment.shape(), seed),
        experiment.start().state(),
        settings.optimizer(),
        settings.learningRate(),
        settings.clipping(),
        settings.window(),
        seed);
  }

  private void finish() {
    double trained = losses[0][PARTS][done];
    double drawn = losses[1][PARTS][done];
    wins += trained < drawn ? 1 : 0;
    belowLine[0] += trained < lines[done] ? 1 : 0;
    belowLine[1] += drawn < lines[done] ? 1 : 0;
    run = null;
    done++;
    if (isDone()) {
      for (double[][] method : losses) {
        for (double[] part : method) {
          sort(part);
        }
      }
    }
  }

  // The library's sort of long arrays takes much more room in the bundle.
  private static void sort(double[] values) {
    for (int i = 1; i < values.length; i++) {
      double value = values[i];
      int at = i;
      while (at > 0 && values[at - 1] > value) {
        values[at] = values[at - 1];
        at--;
      }
      values[at] = value;
    }
  }

  private static int index(Method method) {
    return method == Method.BPTT ? 0 : 1;
  }

  /** Work at which all runs were measured, ascending from 0; a fresh copy. */
  public double[] work() {
    double[] work = new double[PARTS + 1];
    for (int i = 0; i < work.length; i++) {
      work[i] = (double) i * epochs / PARTS * Bptt.WORK_PER_EPOCH;
    }
    return work;
  }

  /** The lower edge of the band, which leaves out the two best runs; infinite if missing. */
  public double[] low(Method method) {
    return ranked(method, OUTSIDE, OUTSIDE);
  }

  /** The upper edge of the band, which leaves out the two worst runs. */
  public double[] high(Method method) {
    return ranked(method, SEEDS - 1 - OUTSIDE, SEEDS - 1 - OUTSIDE);
  }

  /** The median of all runs. */
  public double[] median(Method method) {
    return ranked(method, SEEDS / 2 - 1, SEEDS / 2);
  }

  /** The lowest final loss. */
  public double best(Method method) {
    return losses[index(method)][PARTS][0];
  }

  /** The highest final loss; infinite if a run diverged. */
  public double worst(Method method) {
    return losses[index(method)][PARTS][SEEDS - 1];
  }

  private double[] ranked(Method method, int low, int high) {
    double[] ranked = new double[PARTS + 1];
    for (int i = 0; i < ranked.length; i++) {
      double[] part = losses[index(method)][i];
      ranked[i] = 0.5 * part[low] + 0.5 * part[high];
    }
    return ranked;
  }

  /** Number of runs in which BPTT reached a lower loss than random search. */
  public int wins() {
    return wins;
  }

  /** Number of runs that fell below the loss of the best line without memory. */
  public int belowLine(Method method) {
    return belowLine[index(method)];
  }

  /** Number of runs without a finite loss at the end. */
  public int diverged(Method method) {
    int count = 0;
    for (double loss : losses[index(method)][PARTS]) {
      count += Vectors.isFinite(loss) ? 0 : 1;
    }
    return count;
  }
}
