package io.github.unrolled.insight;

import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/**
 * One step of a network at a fixed input, as a map from the state before to the state after. The
 * state is h, followed by the cell state c in an LSTM. The map runs the network's own step; the
 * buffers are allocated once.
 */
public final class StepMap {
  private final Network network;
  private final Pass pass;
  private final int size;
  private final boolean rectified;
  private final double[] inputs = new double[2];
  private double[] parameters = {};

  /** Allocates the buffers for networks of one shape with one number per input. */
  public StepMap(NetworkShape shape) {
    network = shape.newNetwork();
    pass = network.newPass(2);
    size = shape.cell().stateSize(shape.hiddenSize());
    rectified = shape.isRectified();
  }

  /** Number D of values in the state: H, or 2H with a cell state. */
  public int size() {
    return size;
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
   * @param state the state before the step, shape [D]. Not modified.
   * @param next the state after the step, shape [D]; not finite after an overflow. Overwritten; may
   *     be the same array.
   */
  public void apply(double[] state, double[] next) {
    run(state);
    for (int i = 0; i < next.length; i++) {
      next[i] = pass.state(1, i);
    }
  }

  private void run(double[] state) {
    pass.setState(0, state);
    network.step(parameters, inputs, pass, 1);
  }

  /** A gate of the first unit, by its index in {@link CellType#gates}, in the last step made. */
  double gate(int index) {
    return pass.gate(1, index, 0);
  }

  /**
   * The derivatives of the state after a step with respect to the state before it. Where a
   * pre-activation of ReLU is 0, they are one-sided, towards the states that a step can lead to,
   * none of which is negative: the derivative of training, 0, would make a growing state look
   * stable.
   *
   * @param state the state before the step, shape [D]. Not modified.
   * @param jacobian shape [D, D], row-major. Overwritten; NaN in the row of a unit that is active
   *     in some directions from there and not in others, and so has no derivative.
   */
  public void jacobian(double[] state, double[] jacobian) {
    run(state);
    network.jacobian(parameters, pass, 1, jacobian);
    for (int unit = 0; unit < size && rectified; unit++) {
      if (pass.preActivation(1, unit) == 0) {
        differentiateAtKink(unit, state, jacobian);
      }
    }
  }

  private void differentiateAtKink(int unit, double[] state, double[] jacobian) {
    boolean rises = false;
    boolean falls = false;
    for (int column = 0; column < size; column++) {
      double weight = hiddenWeight(unit, column);
      boolean bothWays = state[column] > 0 && weight != 0;
      rises |= weight > 0 || bothWays;
      falls |= weight < 0 || bothWays;
    }
    for (int column = 0; column < size; column++) {
      jacobian[unit * size + column] = !rises ? 0 : falls ? Double.NaN : hiddenWeight(unit, column);
    }
  }

  /** A weight of W_hh, which with one number per input follows the H input weights. */
  private double hiddenWeight(int unit, int column) {
    return parameters[size + unit * size + column];
  }
}
