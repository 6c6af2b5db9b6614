package io.github.unrolled.insight;

import io.github.unrolled.nn.Pass;
import java.util.Arrays;

/**
 * The free runs from all takeover steps, or from {@link #MOST} evenly chosen ones, and their error
 * by horizon. The error at horizon h is the root mean square, over the takeovers k, of the
 * difference between the output at step k + h - 1 and the value expected there, h steps after the
 * last given input. Horizon 1 is teacher forcing. A fan is computed run by run, so that a page can
 * do a little of it in each frame; a run allocates nothing.
 */
public final class TakeoverFan {
  /** Largest number of runs in a fan. */
  public static final int MOST = 60;

  private final FreeRun freeRun;
  private final double[] expected;
  private final int steps;
  private final double[][] outputs;
  private final double[] squares;
  private final int[] counts;
  private double[] parameters;
  private Pass taught;
  private int done;

  /**
   * Allocates the buffers.
   *
   * @param freeRun free runs of a network over T steps
   * @param expected expected outputs, shape [2T]; NaN where they are not known. Not modified.
   * @param parameters flat parameters, shape [P]. Not modified.
   * @param taught the forward pass with those parameters over the sequence. Not modified.
   */
  public TakeoverFan(FreeRun freeRun, double[] expected, double[] parameters, Pass taught) {
    this.freeRun = freeRun;
    this.expected = expected;
    steps = expected.length / 2;
    outputs = new double[Math.min(MOST, steps)][];
    for (int run = 0; run < outputs.length; run++) {
      outputs[run] = new double[expected.length];
    }
    squares = new double[steps];
    counts = new int[steps];
    this.parameters = parameters;
    this.taught = taught;
  }

  /** Starts over with other parameters and their forward pass. */
  public void start(double[] nextParameters, Pass nextTaught) {
    parameters = nextParameters;
    taught = nextTaught;
    done = 0;
    Arrays.fill(squares, 0);
    Arrays.fill(counts, 0);
  }

  /** Number of runs. */
  public int size() {
    return outputs.length;
  }

  /** Takeover step of a run, 1 to T; runs count from 0, and their takeovers ascend. */
  public int takeover(int run) {
    int gaps = Math.max(1, size() - 1);
    return 1 + (2 * run * (steps - 1) + gaps) / (2 * gaps);
  }

  /** Whether all runs are done. */
  public boolean isDone() {
    return done == size();
  }

  /** Does the next run. */
  public void runNext() {
    int takeover = takeover(done);
    double[] run = outputs[done];
    freeRun.run(parameters, taught, takeover, run);
    for (int h = 1; h <= steps; h++) {
      int t = takeover + h - 2;
      if (!Double.isNaN(expected[t])) {
        double error = run[t] - expected[t];
        squares[h - 1] += error * error;
        counts[h - 1]++;
      }
    }
    done++;
  }

  /** Outputs of a run that is done, shape [2T], as {@link FreeRun#run} leaves them; read only. */
  public double[] outputs(int run) {
    return outputs[run];
  }

  /** Root mean square error at a horizon, 1 to T, over the runs done; not finite if one is not. */
  public double error(int horizon) {
    return Math.sqrt(squares[horizon - 1] / counts[horizon - 1]);
  }

  /** How many of the runs done have an expected value at a horizon, 1 to T. */
  public int count(int horizon) {
    return counts[horizon - 1];
  }
}
