package io.github.unrolled.nn;

import java.util.List;

/**
 * A recurrent network with a linear output, which maps a sequence of inputs to a sequence of
 * numbers. It holds no numbers itself: parameters are one flat array of the caller's, and what a
 * pass computes goes into a {@link Pass}. Nothing here allocates but {@link #newPass}.
 *
 * <p>The loss is the mean over the training steps of the squared error, in the units of inputs and
 * targets; the state before the first step is zero.
 *
 * <p>Truncated backpropagation through time follows the window that is common today: the sequence
 * is cut into windows of so many steps, the state is carried across a cut, the gradient is not
 * (PyTorch's {@code detach} at the start of each window). A window of T or more cuts nothing.
 */
public interface Network {

  /** The parameters in the order of the flat array, without gaps. */
  List<Parameter> parameters();

  /** How many numbers the flat parameter array has. */
  default int parameterCount() {
    int count = 0;
    for (Parameter parameter : parameters()) {
      count += parameter.size();
    }
    return count;
  }

  /** Numbers I per input. */
  int inputSize();

  /**
   * Makes the buffers for passes over sequences of one length.
   *
   * @param steps number of time steps T, at least 1
   * @param trainSteps how many of them count in the loss, 1 to T
   * @throws IllegalArgumentException if a number is out of range
   */
  Pass newPass(int steps, int trainSteps);

  /** Makes the buffers for passes over sequences all of whose steps count in the loss. */
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
   * @param window steps after which the gradient is cut, at least 1
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
   * Propagates what a single step adds to the loss of the last {@link #forward}, {@code (y_t -
   * target_t)^2 / trainSteps}, back through time, uncut.
   *
   * @param parameters those of the forward pass. Not modified.
   * @param targets those of the forward pass. Not modified.
   * @param pass as the forward pass left it. Its hidden gradients from step {@code first} to {@code
   *     last} are overwritten; its other gradients mean nothing afterwards.
   * @param first where it ends, from 0
   * @param last the step t, which trains
   */
  void backwardFrom(double[] parameters, double[] targets, Pass pass, int first, int last);

  /**
   * The derivatives of the state after a step by the state before it. The state of H units is h_t,
   * of an LSTM h_t and behind it c_t, for both carry the gradient.
   *
   * @param parameters those of the forward pass. Not modified.
   * @param pass as the forward pass left it. Its gradients mean nothing afterwards.
   * @param t from 1: before step 0 there is no state
   * @param jacobian shape [S, S] for a state of S numbers, row-major; row i is of the state's i-th
   *     number. Overwritten.
   */
  void jacobian(double[] parameters, Pass pass, int t, double[] jacobian);

  /**
   * Runs a single step, from the state that the pass has of the step before. The numbers are those
   * that {@link #forward} gets.
   *
   * @param parameters flat parameters, shape [{@link #parameterCount}]. Not modified.
   * @param inputs x_t, shape [T, I]; only that of step {@code t} is read. Not modified.
   * @param pass its state and output of step {@code t} are overwritten
   * @param t counts from 0, where the state before is zero
   */
  void step(double[] parameters, double[] inputs, Pass pass, int t);
}
