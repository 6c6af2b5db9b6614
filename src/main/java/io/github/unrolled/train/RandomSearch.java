package io.github.unrolled.train;

import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
import java.util.function.Consumer;

/**
 * The rival of training: draws every parameter uniformly and keeps the best draw so far. One try is
 * one forward pass, 1 unit of work. It keeps every k-th try as a sample; when the sample is full,
 * it drops every other try and doubles k. A try allocates nothing once the sample has been full.
 */
public final class RandomSearch implements Tries {
  /** Every parameter is drawn from [-RANGE, RANGE], the range that its slider starts with. */
  public static final double RANGE = 3;

  /** The generator's stream, different from that of start weights with the same seed. */
  private static final int STREAM = 1;

  private static final int CURVE_CAPACITY = 1024;

  /** Largest number of tries kept. */
  private static final int SAMPLE_CAPACITY = 256;

  /** Largest number of parameters in all tries kept, 1 MB. */
  private static final int SAMPLE_NUMBERS = 1 << 17;

  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final Consumer<double[]> constraint;
  private final Rng rng;
  private final Pass pass;
  private final double[] drawn;
  private final double[] best;
  private final LossCurve curve = new LossCurve(CURVE_CAPACITY);

  /** Tries kept; each array is allocated when first needed, then reused. */
  private final double[][] sample;

  private int sampleSize;
  private double sampleStride = 1;
  private double nextSampled = 1;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private double tries;

  /**
   * Starts a search at try 0.
   *
   * @param network the network whose parameters are searched
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
    sample = new double[Math.min(SAMPLE_CAPACITY, SAMPLE_NUMBERS / drawn.length / 2 * 2)][];
  }

  /** Draws once; a draw whose loss overflows is a try like any other, but never the best. */
  public void attempt() {
    tries++;
    final double[] parameters = tries == nextSampled ? sampledTry() : drawn;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = rng.uniform(-RANGE, RANGE);
    }
    constraint.accept(parameters);
    final double loss = network.forward(parameters, inputs, targets, pass);
    if (loss < bestLoss) {
      bestLoss = loss;
      for (int i = 0; i < best.length; i++) {
        best[i] = parameters[i];
      }
      curve.append(tries, loss);
    }
  }

  /** Returns the array to draw the present try into, so that it is kept. */
  private double[] sampledTry() {
    if (sampleSize == sample.length) {
      sampleSize /= 2;
      for (int i = 1; i < sampleSize; i++) {
        final double[] dropped = sample[i];
        sample[i] = sample[2 * i];
        sample[2 * i] = dropped;
      }
      sampleStride *= 2;
    }
    if (sample[sampleSize] == null) {
      sample[sampleSize] = new double[drawn.length];
    }
    nextSampled += sampleStride;
    return sample[sampleSize++];
  }

  @Override
  public int size() {
    return sampleSize;
  }

  @Override
  public double parameter(int point, int index) {
    return sample[point][index];
  }

  /** The number of the try. */
  @Override
  public double serial(int point) {
    return 1 + point * sampleStride;
  }

  @Override
  public double best(int index) {
    return best[index];
  }

  /** Tries done. */
  public double tries() {
    return tries;
  }

  @Override
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

  /** Each improvement of the loss over work. Read only. */
  public LossCurve curve() {
    return curve;
  }
}
