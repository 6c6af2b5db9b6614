package io.github.unrolled.train;

import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.Optimizer;
import org.jspecify.annotations.Nullable;

/**
 * Training by backpropagation through time. One epoch is one pass over the whole sequence and one
 * update, 3 units of work (forward, backward, update). An epoch allocates nothing unless it
 * diverges.
 *
 * <p>Source: Werbos, Backpropagation through time (1990).
 */
public final class Bptt {
  /** Work of an epoch; one forward pass is 1. */
  public static final int WORK_PER_EPOCH = 3;

  /** At least as large as the timeline's, so that the curve never thins out sooner. */
  private static final int CURVE_CAPACITY = 2 * Timeline.MOST_CHECKPOINTS;

  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final Pass pass;
  private final double[] parameters;
  private final double[] beforeUpdate;
  private final double[] gradient;
  private final LossCurve curve = new LossCurve(CURVE_CAPACITY);
  private final Timeline timeline;
  private boolean canStepBack;
  // Counts are doubles, exact up to 2^53: at full speed an int would overflow within the hour.
  private double epoch;
  private double first;
  private double learningRate;
  private Clipping clipping;
  private Optimizer optimizer;
  private int window;

  /**
   * Starts training at epoch 0.
   *
   * @param network the network to train
   * @param inputs x_t in the network's units, shape [T, I]. Not modified.
   * @param targets expected outputs, shape [T]. Not modified.
   * @param start start parameters, shape [P], finite. Not modified.
   * @param optimizer a new one, for this training only
   * @param window number of steps after which backpropagation is truncated, at least 1; T or more
   *     for no truncation
   */
  public Bptt(
      Network network,
      double[] inputs,
      double[] targets,
      double[] start,
      Optimizer optimizer,
      double learningRate,
      Clipping clipping,
      int window) {
    if (start.length != network.parameterCount()
        || inputs.length != targets.length * network.inputSize()) {
      throw new IllegalArgumentException(
          "start, inputs: expected "
              + network.parameterCount()
              + " parameters and "
              + targets.length * network.inputSize()
              + " inputs, got "
              + start.length
              + " and "
              + inputs.length);
    }
    this.network = network;
    this.inputs = inputs.clone();
    this.targets = targets.clone();
    this.optimizer = optimizer;
    this.learningRate = learningRate;
    this.clipping = clipping;
    this.window = window;
    pass = network.newPass(targets.length);
    parameters = start.clone();
    beforeUpdate = start.clone();
    gradient = new double[start.length];
    timeline = new Timeline(start.length, curve);
  }

  /** Changes the learning rate from the next epoch on. */
  public void setLearningRate(double learningRate) {
    this.learningRate = learningRate;
  }

  /** Changes the clipping from the next epoch on. */
  public void setClipping(Clipping clipping) {
    this.clipping = clipping;
  }

  /** Changes the truncation window, in steps, from the next epoch on. */
  public void setWindow(int window) {
    this.window = window;
  }

  /**
   * Changes the optimizer from the next epoch on.
   *
   * @param optimizer a new one, for this training only
   */
  public void setOptimizer(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  /** Makes the optimizer forget all earlier steps, say after a jump to other parameters. */
  public void forgetSteps() {
    optimizer.forget();
  }

  /**
   * Changes parameters by hand; the epoch stays, and training goes on from here.
   *
   * @param changed shape [P], finite. Not modified.
   */
  public void setParameters(double[] changed) {
    System.arraycopy(changed, 0, parameters, 0, parameters.length);
    canStepBack = false;
  }

  /**
   * Continues another training, of which only the parameters and the epoch are known; allowed
   * before the first epoch only.
   *
   * @param reached shape [P], finite. Not modified.
   * @param epochs epochs that it took to get there, a whole number
   */
  public void takeUp(double[] reached, double epochs) {
    setParameters(reached);
    first = epochs;
    epoch = epochs;
    timeline.countFrom(epochs);
  }

  /**
   * Goes back to a checkpoint and forgets everything after it; the settings stay as they are now.
   * If the optimizer is of another kind than at the checkpoint, it starts afresh.
   */
  public void rewind(int checkpoint) {
    timeline.restore(checkpoint, parameters, optimizer);
    epoch = timeline.epoch(checkpoint);
    timeline.rewind(epoch);
    curve.rewind(epoch - first);
    canStepBack = false;
  }

  /**
   * Does one epoch. It stops at the first number that is not finite and restores the last
   * parameters for which the whole pass was finite, together with their epoch. Parameters set by
   * hand are never undone.
   *
   * @return what overflowed, or null if nothing did
   */
  public @Nullable Divergence epoch() {
    final double loss = network.forward(parameters, inputs, targets, pass);
    if (!Vectors.isFinite(loss)) {
      return stepBack(Divergence.find(epoch, pass, targets, gradient));
    }
    network.backward(parameters, inputs, targets, pass, window, gradient);
    if (!Vectors.allFinite(gradient)) {
      return stepBack(Divergence.find(epoch, pass, targets, gradient));
    }
    if (curve.append(epoch * WORK_PER_EPOCH, loss) && epoch == timeline.due()) {
      timeline.keep(parameters, optimizer);
    }
    if (clipping.clip(gradient)) {
      curve.noteClipping();
    }
    Vectors.copy(parameters, beforeUpdate);
    canStepBack = true;
    optimizer.step(parameters, gradient, learningRate);
    epoch++;
    if (!Vectors.allFinite(parameters)) {
      return stepBack(new Divergence(epoch, Divergence.Term.UPDATE, 0, firstNotFinite(parameters)));
    }
    return null;
  }

  private Divergence stepBack(Divergence divergence) {
    if (canStepBack) {
      System.arraycopy(beforeUpdate, 0, parameters, 0, parameters.length);
      epoch--;
      timeline.rewind(epoch);
      curve.rewind(epoch - first);
      canStepBack = false;
    }
    // Its memory of the undone step may have overflowed too.
    optimizer.forget();
    return divergence;
  }

  private static int firstNotFinite(double[] values) {
    int i = 0;
    while (Vectors.isFinite(values[i])) {
      i++;
    }
    return i;
  }

  /** Loss of the parameters that the last epoch started from; may not be finite. */
  public double lossBefore() {
    return pass.loss();
  }

  /** Epochs done. */
  public double epochs() {
    return epoch;
  }

  /** Current parameters, shape [P]; a fresh copy. */
  public double[] parameters() {
    return parameters.clone();
  }

  /** Checkpoints of all epochs so far. Read only. */
  public Timeline timeline() {
    return timeline;
  }

  /** Loss before each epoch over work. Read only. */
  public LossCurve curve() {
    return curve;
  }
}
