package io.github.unrolled.insight;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Spectrum;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/**
 * How the gradient of each step's loss travels back through time: the lower-triangular matrix of
 * {@code |dL_t/dh_k|}, where {@code L_t = (y_t - target_t)^2 / trainSteps} is what step t adds to
 * the loss, and the Jacobians of the steps on the way. Truncation is not applied here: {@link
 * #isCut} tells which entries it removes.
 *
 * <p>The Jacobian of one Elman unit is {@code W_hidden f'(a_k)}. The state of an LSTM is h and c
 * together, since c carries the gradient too.
 *
 * <p>It works in slices, on a pass of its own, with the kernels of training. Its buffers are
 * allocated once. Steps count from 0.
 *
 * <p>Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks
 * (2013), equations 3 to 5.
 */
public final class GradientThroughTime {
  /** Largest number of steps examined; a longer sequence is examined in part. */
  public static final int MAX_STEPS = 60;

  /** Relative size of an error that rounding explains: 2^-46. */
  private static final double ROUNDING = 1.0 / (1L << 46);

  /** Cost of a step besides its multiplications, in multiplications per row. */
  private static final int OVERHEAD = 8;

  /** Approximate cost of the norm of a large matrix, in multiplications per element. */
  private static final int NORM_COST = 64;

  private final NetworkShape shape;
  private final double[] inputs;
  private final double[] targets;
  private final int trainSteps;
  private final double[] vector;
  private final double[] jacobian;
  private final double[] entries = new double[MAX_STEPS * MAX_STEPS];
  private final double[] factors = new double[MAX_STEPS];
  private final Spectrum spectrum;
  private final int stateSize;
  private Numbers startState;
  private Network network;
  private Pass pass;
  private double[] parameters = new double[0];
  private int first;
  private int last;
  private int radiusStep;
  private int nextRow;
  private int nextFactor;
  private boolean complete;

  /**
   * Allocates the buffers.
   *
   * @param inputs x_t, shape [T]
   * @param targets expected outputs, shape [T]
   * @param trainSteps number of steps, from the first on, that train
   */
  public GradientThroughTime(NetworkShape shape, Numbers inputs, Numbers targets, int trainSteps) {
    this.shape = shape;
    this.inputs = inputs.toArray();
    this.targets = targets.toArray();
    this.trainSteps = trainSteps;
    startState = shape.zeroState();
    network = shape.newNetwork(startState);
    pass = network.newPass(inputs.size(), trainSteps);
    vector = new double[shape.hiddenSize()];
    stateSize = shape.cell().stateSize(shape.hiddenSize());
    jacobian = new double[stateSize * stateSize];
    spectrum = new Spectrum(stateSize);
  }

  /**
   * Starts over.
   *
   * @param flat flat parameters, shape [P]
   * @param h0 start state of the network, shape [H]; buffers are allocated anew for another one
   * @param step the step at which the spectral radius is taken and, in a long sequence, the last
   *     one examined; -1 for the last step that trains
   */
  public void begin(Numbers flat, Numbers h0, int step) {
    parameters = flat.toArray();
    if (!h0.equals(startState)) {
      startState = h0;
      network = shape.newNetwork(h0);
      pass = network.newPass(targets.length, trainSteps);
    }
    network.forward(parameters, inputs, targets, pass);
    int end = pass.trainSteps() - 1;
    boolean inside = step >= 0 && step <= end;
    last = inside ? Math.max(Math.min(MAX_STEPS - 1, end), step) : end;
    first = Math.max(0, last - MAX_STEPS + 1);
    radiusStep = inside && step > 0 ? step : last;
    nextRow = first;
    nextFactor = first + 1;
    complete = false;
  }

  /**
   * Continues the computation.
   *
   * @param budget approximate number of multiplications to do
   * @return whether it is complete
   */
  public boolean work(int budget) {
    int units = shape.hiddenSize();
    int rows = shape.cell().gateCount() * units;
    int stepCost = rows * (units + OVERHEAD);
    int left = budget;
    while (!complete && left > 0) {
      if (nextRow <= last) {
        addRow(nextRow);
        nextRow++;
        left -= stepCost * (nextRow - first);
      } else if (nextFactor <= last) {
        network.jacobian(parameters, pass, nextFactor, jacobian);
        factors[nextFactor - first] = shape.isScalar() ? jacobian[0] : spectrum.norm(jacobian);
        nextFactor++;
        left -= stepCost + Math.min(NORM_COST, 2 * stateSize) * jacobian.length;
        if (nextFactor > last) {
          beginRadius();
        }
      } else {
        complete = last == 0 || spectrum.square();
        left -= jacobian.length * stateSize;
      }
    }
    return complete;
  }

  private void addRow(int t) {
    network.backwardFrom(parameters, targets, pass, first, t);
    for (int k = first; k <= t; k++) {
      double entry = pass.hiddenGradient(k, 0);
      if (!shape.isScalar()) {
        for (int unit = 0; unit < vector.length; unit++) {
          vector[unit] = pass.hiddenGradient(k, unit);
        }
        entry = Vectors.norm(vector);
      }
      entries[index(t, k)] = entry;
    }
  }

  private void beginRadius() {
    if (shape.cell() == CellType.ELMAN) {
      System.arraycopy(
          parameters, network.parameters().get(1).offset(), jacobian, 0, jacobian.length);
    } else {
      network.jacobian(parameters, pass, radiusStep, jacobian);
    }
    spectrum.begin(jacobian);
  }

  private int index(int t, int k) {
    return (t - first) * MAX_STEPS + k - first;
  }

  /** First step that is examined. */
  public int first() {
    return first;
  }

  /** Last step that is examined. */
  public int last() {
    return last;
  }

  /**
   * The Euclidean norm of dL_t/dh_k over the units; for a single Elman unit the derivative itself,
   * with its sign. Not finite if a number overflowed.
   *
   * @param t the step of the loss, from {@link #first} to {@link #last}
   * @param k the step of the state, from {@link #first} to {@code t}
   */
  public double entry(int t, int k) {
    return entries[index(t, k)];
  }

  /**
   * The factor by which the gradient changes on its way from the state of step {@code k} to the
   * state before: for one Elman unit {@code W_hidden f'(a_k)}, with its sign; otherwise the largest
   * possible factor, the spectral norm of the Jacobian.
   *
   * @param k from {@link #first} + 1 to {@link #last}
   */
  public double factor(int k) {
    return factors[k - first];
  }

  /** Derivative dL_t/dy_t of a step's contribution to the loss with respect to its output. */
  public double outputGradient(int t) {
    double scale = 2.0 / pass.trainSteps();
    return scale * (pass.output(t) - targets[t]);
  }

  /**
   * Whether a step's output meets its target up to rounding, so that its gradient is no more than
   * that: an error below 64 units in the last place of the largest output or target.
   */
  public boolean isRounding(int t) {
    double largest = 0;
    for (int i = 0; i < pass.trainSteps(); i++) {
      largest = Math.max(largest, Math.max(Math.abs(pass.output(i)), Math.abs(targets[i])));
    }
    return Math.abs(pass.output(t) - targets[t]) <= ROUNDING * largest;
  }

  /**
   * Spectral radius of W_hh for an Elman layer, otherwise of the Jacobian at {@link #radiusStep}.
   */
  public double radius() {
    return spectrum.radius();
  }

  /** The step whose Jacobian gives the radius of a gated network. */
  public int radiusStep() {
    return radiusStep;
  }

  /** Whether truncated backpropagation cuts the way from step t back to step k. */
  public static boolean isCut(int t, int k, int window) {
    return t / window != k / window;
  }
}
