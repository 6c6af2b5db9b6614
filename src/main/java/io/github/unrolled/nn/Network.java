package io.github.unrolled.nn;

import java.util.List;

/**
 * A recurrent network with a linear output, which maps a sequence of numbers to a sequence of
 * numbers. It holds no numbers itself: parameters are one flat array of the caller's, and what a
 * pass computes goes into a {@link Pass}. Nothing here allocates but {@link #newPass}.
 *
 * <p>The loss is the mean over T steps of the squared error, in the units of inputs and targets;
 * the state before the first step is zero.
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

  /**
   * Makes the buffers for passes over sequences of one length.
   *
   * @param steps number of time steps T, at least 1
   * @throws IllegalArgumentException if {@code steps} is less than 1
   */
  Pass newPass(int steps);

  /**
   * Runs the network over a sequence.
   *
   * @param parameters flat parameters, shape [{@link #parameterCount}]. Not modified.
   * @param inputs x_t, shape [T]. Not modified.
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
   * @param pass as the forward pass left it. Its hidden gradients are overwritten.
   * @param gradient dL/dparameters, shape [{@link #parameterCount}]. Overwritten.
   */
  void backward(
      double[] parameters, double[] inputs, double[] targets, Pass pass, double[] gradient);
}
