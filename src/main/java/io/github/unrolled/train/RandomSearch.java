package io.github.unrolled.train;

import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
import java.util.function.Consumer;

/**
 * The rival of training: draws every parameter uniformly, keeps the best draw so far. One try is
 * one forward pass, 1 unit of work. A try allocates nothing.
 */
public final class RandomSearch {
  /** Every parameter is drawn from [-RANGE, RANGE], the range that its slider starts with. */
  public static final double RANGE = 3;

  /** The generator's stream, apart from that of start weights with the same seed. */
  private static final int STREAM = 1;

  private static final int CURVE_CAPACITY = 1024;

  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final Consumer<double[]> constraint;
  private final Rng rng;
  private final Pass pass;
  private final double[] drawn;
  private final double[] best;
  private final LossCurve curve = new LossCurve(CURVE_CAPACITY);
  private double bestLoss = Double.POSITIVE_INFINITY;
  private double tries;

  /**
   * Starts a search at try 0.
   *
   * @param network what is searched
   * @param constraint changes each draw into one that is allowed
   * @param inputs x_t in the network's units, shape [T]. Not modified.
   * @param targets expected outputs, shape [T]. Not modified.
   * @param seed decides all draws
   */
  public RandomSearch(
      Network network, Consumer<double[]> constraint, double[] inputs, double[] targets, int seed) {
    this.network = network;
    this.constraint = constraint;
    this.inputs = inputs.clone();
    this.targets = targets.clone();
    rng = new Rng(seed, STREAM);
    pass = network.newPass(targets.length);
    drawn = new double[network.parameterCount()];
    best = new double[drawn.length];
  }

  /** Draws once; a draw whose loss overflows is a try like any other, but never the best. */
  public void attempt() {
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = rng.uniform(-RANGE, RANGE);
    }
    constraint.accept(drawn);
    tries++;
    final double loss = network.forward(drawn, inputs, targets, pass);
    if (loss < bestLoss) {
      bestLoss = loss;
      for (int i = 0; i < best.length; i++) {
        best[i] = drawn[i];
      }
      curve.append(tries, loss);
    }
  }

  /** Tries done. */
  public double tries() {
    return tries;
  }

  /** Whether any try had a finite loss yet. */
  public boolean hasBest() {
    return bestLoss < Double.POSITIVE_INFINITY;
  }

  /** Loss of the best draw so far; infinite if there is none. */
  public double bestLoss() {
    return bestLoss;
  }

  /** The best draw so far, shape [P]; a fresh copy; zeros if there is none. */
  public double[] best() {
    return best.clone();
  }

  /** Each improvement over work. Read only. */
  public LossCurve curve() {
    return curve;
  }
}
