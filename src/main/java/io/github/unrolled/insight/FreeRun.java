package io.github.unrolled.insight;

import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
import java.util.Arrays;

/**
 * A network that runs on its own output: up to a takeover step it is given the inputs of a sequence
 * of T steps (teacher forcing), from then on each output becomes the next input, past the end of
 * the sequence up to step 2T. Its buffers are allocated once; a run allocates nothing.
 */
public final class FreeRun {
  private final Network network;
  private final int steps;
  private final double[] inputs;
  private final Pass pass;

  /**
   * Allocates the buffers.
   *
   * @param network a network with one number per input
   * @param steps number of time steps T of the sequence, at least 1
   */
  public FreeRun(Network network, int steps) {
    if (network.inputSize() != 1) {
      throw new IllegalArgumentException(
          "network: expected one number per input, got " + network.inputSize());
    }
    this.network = network;
    this.steps = steps;
    inputs = new double[2 * steps];
    pass = network.newPass(2 * steps);
  }

  /**
   * Runs the network.
   *
   * @param parameters flat parameters, shape [P]. Not modified.
   * @param taught the forward pass of the same network and parameters over the sequence. Not
   *     modified.
   * @param takeover last step, 1 to T, whose input is given
   * @param outputs y_t, shape [2T]: NaN before the takeover, then the last output of teacher
   *     forcing, then those of the free run; not finite after an overflow. Overwritten.
   * @throws IllegalArgumentException if {@code takeover} is not a step
   */
  public void run(double[] parameters, Pass taught, int takeover, double[] outputs) {
    if (takeover < 1 || takeover > steps) {
      throw new IllegalArgumentException("takeover: expected 1 to " + steps + ", got " + takeover);
    }
    Arrays.fill(outputs, 0, takeover - 1, Double.NaN);
    pass.copyState(taught, takeover - 1);
    double output = taught.output(takeover - 1);
    outputs[takeover - 1] = output;
    for (int t = takeover; t < outputs.length; t++) {
      inputs[t] = output;
      network.step(parameters, inputs, pass, t);
      output = pass.output(t);
      outputs[t] = output;
    }
  }
}
