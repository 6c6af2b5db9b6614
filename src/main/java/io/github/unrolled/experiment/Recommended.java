package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Task;

/**
 * The settings that suit a task. They apply until the user changes them: choosing another task
 * while the network or the training is still as recommended brings the one recommended for the new
 * task.
 */
final class Recommended {
  private static final NetworkShape ONE_UNIT = NetworkShape.unit(Activation.TANH);
  private static final NetworkShape GATED =
      new NetworkShape(CellType.GRU, 8, Activation.TANH, true);

  private Recommended() {}

  /** The recommended network for a task. */
  static NetworkShape shape(Task task) {
    return task.isMemory() ? GATED : ONE_UNIT;
  }

  private static OptimizerKind optimizer(Task task, NetworkShape shape) {
    return task.isMemory() || !shape.isScalar() ? OptimizerKind.ADAM : OptimizerKind.SGD;
  }

  private static double learningRate(Task task, NetworkShape shape) {
    return task.isMemory() ? 0.03 : shape.isScalar() ? 0.01 : 0.02;
  }

  /** Returns the training with the optimizer and learning rate that suit a task and a network. */
  static Training training(Task task, NetworkShape shape, Training training) {
    return training
        .withOptimizer(optimizer(task, shape))
        .withLearningRate(learningRate(task, shape));
  }

  /**
   * The network for another task: the recommended one if the present one was recommended for its
   * task.
   */
  static NetworkShape shapeFor(Task next, Experiment before) {
    NetworkShape shape = before.shape();
    NetworkShape usual = shape(before.data().task());
    return shape.equals(usual) ? shape(next) : shape;
  }

  /** The training after a change of task or network: the recommended one unless changed by hand. */
  static Training trainingFor(Task task, NetworkShape shape, Experiment before) {
    Training training = before.training();
    Training usual = training(before.data().task(), before.shape(), training);
    return training.equals(usual) ? training(task, shape, training) : training;
  }
}
