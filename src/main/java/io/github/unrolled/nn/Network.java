package io.github.unrolled.nn;

import java.util.List;

/**
 * A recurrent network with a linear output, which maps a sequence of inputs to a sequence of
 * numbers. The only numbers it stores are those of h_0, its state before the first step: the caller
 * owns the parameters, one flat array, and a pass writes its results into a {@link Pass}. Only
 * {@link #newPass} allocates.
 *
 * <p>The loss is the mean over the training steps of the squared error, in the units of inputs and
 * targets. The cell state before the first step is zero.
 *
 * <p>Truncated backpropagation through time works as is common today: the sequence is cut into
 * windows of {@code window} steps; the state is carried across a cut, the gradient is not
 * (PyTorch's {@code detach} at the start of each window). A window of T or more cuts nothing.
 */
public interface Network {

  /** The parameters in the order of the flat array, without gaps. */
  List<Parameter> parameters();

  /** Length of the flat parameter array. */
  default int parameterCount() {
    int count = 0;
    for (Parameter parameter : parameters()) {
      count += parameter.size();
    }
    return count;
  }

  /** Number I of values per input. */
  int inputSize();

  /**
   * Makes the buffers for passes over sequences of one length.
   *
   * @param steps number of time steps T, at least 1
   * @param trainSteps how many of them count in the loss, 1 to T
   * @throws IllegalArgumentException if a number is out of range
   */
  Pass newPass(int steps, int trainSteps);

  /** Makes the buffers for passes over sequences whose steps all count in the loss. */
  default Pass newPass(int steps) {
    return newPass(steps, steps);
  }

  /**
   * Runs the network over a sequence.
   *
   * @param parameters flat parameters, shape [{@link #parameterCount}]. Not modified.
   * @param inputs x_t, shape [T, I]. Not modified.
   * @param targets expected outputs, shape [T]. Not modified.
   * @param pass made for T steps. Its states, slopes, outputs and loss are overwritten.
   * @return the loss, which is not finite if a number overflowed on the way
   */
  double forward(double[] parameters, double[] inputs, double[] targets, Pass pass);

  /**
   * Propagates the loss of the last {@link #forward} back through time.
   *
   * @param parameters those of the forward pass. Not modified.
   * @param inputs those of the forward pass. Not modified.
   * @param targets those of the forward pass. Not modified.
   * @param pass as the forward pass left it. Its gradients are overwritten.
   * @param window number of steps after which the gradient is cut, at least 1
   * @param gradient dL/dparameters, shape [{@link #parameterCount}]. Overwritten.
   */
  void backward(
      double[] parameters,
      double[] inputs,
      double[] targets,
      Pass pass,
      int window,
      double[] gradient);

  /**
   * Propagates the contribution of a single step to the loss of the last {@link #forward}, {@code
   * (y_t - target_t)^2 / trainSteps}, back through time, without truncation.
   *
   * @param parameters those of the forward pass. Not modified.
   * @param targets those of the forward pass. Not modified.
   * @param pass as the forward pass left it. Its hidden gradients from step {@code first} to {@code
   *     last} are overwritten; its other gradients are meaningless afterwards.
   * @param first the step where it ends, from 0
   * @param last the step t, one of those that train
   */
  void backwardFrom(double[] parameters, double[] targets, Pass pass, int first, int last);

  /**
   * The derivatives of the state after a step with respect to the state before it. The state of H
   * units is h_t; in an LSTM it is h_t followed by c_t, because both carry the gradient.
   *
   * @param parameters those of the forward pass. Not modified.
   * @param pass as the forward pass left it. Its gradients are meaningless afterwards.
   * @param t the step, from 1: there is no state before step 0
   * @param jacobian shape [S, S] for a state of S numbers, row-major; row i belongs to the i-th
   *     number of the state. Overwritten.
   */
  void jacobian(double[] parameters, Pass pass, int t, double[] jacobian);

  /**
   * Runs a single step from the state that the pass holds for the step before. The results are the
   * same as those of {@link #forward}.
   *
   * @param parameters flat parameters, shape [{@link #parameterCount}]. Not modified.
   * @param inputs x_t, shape [T, I]; only that of step {@code t} is read. Not modified.
   * @param pass its state and output of step {@code t} are overwritten
   * @param t the step, from 0; the state before step 0 is h_0
   */
  void step(double[] parameters, double[] inputs, Pass pass, int t);
}
