package io.github.unrolled.insight;

import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/**
 * One step of a network at a fixed input, as a map of the state before to the state after. The
 * state is h, and behind it the cell state c of an LSTM. It is the network's own step that is run;
 * its buffers are allocated once.
 */
public final class StepMap {
  private final Network network;
  private final Pass pass;
  private final double[] inputs = new double[2];
  private double[] parameters = {};

  /** Allocates the buffers for networks of one shape with one number per input. */
  public StepMap(NetworkShape shape) {
    network = shape.newNetwork();
    pass = network.newPass(2);
  }

  /** Numbers D of the state: H, or 2H with a cell state. */
  public int size() {
    return pass.stateSize();
  }

  /**
   * Chooses the map.
   *
   * @param parameters flat parameters, shape [P]; kept and read by each step. Not modified.
   * @param input x, in the network's units
   */
  public void set(double[] parameters, double input) {
    this.parameters = parameters;
    inputs[1] = input;
  }

  /**
   * Makes one step.
   *
   * @param state before it, shape [D]. Not modified.
   * @param next after it, shape [D]; not finite after an overflow. Overwritten; may be the same
   *     array.
   */
  public void apply(double[] state, double[] next) {
    pass.setState(0, state);
    network.step(parameters, inputs, pass, 1);
    for (int i = 0; i < next.length; i++) {
      next[i] = pass.state(1, i);
    }
  }
}
