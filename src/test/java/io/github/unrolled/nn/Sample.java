package io.github.unrolled.nn;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A random network with a random sequence. */
final class Sample {
  private static final int MOST_UNITS = 8;
  private static final int MOST_STEPS = 12;
  private static final int MOST_INPUTS = 2;

  final NetworkShape shape;
  final Network network;
  final double[] parameters;

  /** h_0, shape [H]; zero in a third of them, and without memory to be ignored. */
  final Numbers start;

  /** x_t, shape [T, I]. */
  final double[] inputs;

  final double[] targets;

  /** The number of the T steps that count in the loss. */
  final int trainSteps;

  /** What networks are drawn from: each cell and, where one can be chosen, each activation. */
  record Kind(CellType cell, Activation activation) {
    boolean isRectified() {
      return new NetworkShape(cell, 1, activation, true).isRectified();
    }
  }

  /** All kinds. */
  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (CellType cell : CellType.values()) {
      for (Activation activation : Activation.values()) {
        if (!cell.isGated() || activation == Activation.TANH) {
          kinds.add(new Kind(cell, activation));
        }
      }
    }
    return kinds;
  }

  /** Draws one; a third of them are without memory. */
  static Sample of(Kind kind, Rng rng) {
    return of(kind, rng.nextInt(3) > 0, rng);
  }

  /** Draws a network with or without memory. */
  static Sample of(Kind kind, boolean memory, Rng rng) {
    int size = 1 + rng.nextInt(MOST_UNITS);
    NetworkShape shape = new NetworkShape(kind.cell, size, kind.activation, memory);
    return new Sample(shape, 1 + rng.nextInt(MOST_INPUTS), rng);
  }

  /** Draws a network of a shape. */
  Sample(NetworkShape shape, int inputSize, Rng rng) {
    this.shape = shape;
    start = rng.nextInt(3) > 0 ? Numbers.of(uniform(rng, shape.hiddenSize())) : shape.zeroState();
    network = shape.newNetwork(inputSize, start);
    int steps = 1 + rng.nextInt(MOST_STEPS);
    trainSteps = 1 + rng.nextInt(steps);
    inputs = uniform(rng, steps * inputSize);
    targets = uniform(rng, steps);
    parameters = uniform(rng, network.parameterCount());
    for (int i = 0; i < parameters.length; i++) {
      if (isHeld(i)) {
        parameters[i] = 0;
      }
    }
  }

  /** Numbers between -1.5 and 1.5, where tanh and sigmoid bend but seldom saturate. */
  private static double[] uniform(Rng rng, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = rng.uniform(-1.5, 1.5);
    }
    return values;
  }

  int steps() {
    return targets.length;
  }

  int inputSize() {
    return network.inputSize();
  }

  /** Whether a parameter is a recurrent weight that is held at zero. */
  boolean isHeld(int index) {
    Parameter recurrent = network.parameters().get(1);
    return !shape.memory()
        && index >= recurrent.offset()
        && index < recurrent.offset() + recurrent.size();
  }

  /** The pass after running forward. */
  Pass forward() {
    return forward(network, parameters, inputs);
  }

  /** The pass of another network, or with other numbers, after running forward. */
  Pass forward(Network other, double[] otherParameters, double[] otherInputs) {
    Pass pass = other.newPass(steps(), trainSteps);
    double loss = other.forward(otherParameters, otherInputs, targets, pass);
    if (Double.compare(loss, pass.loss()) != 0) {
      throw new IllegalStateException("two losses: " + loss + " and " + pass.loss());
    }
    return pass;
  }

  /** The gradient by backpropagation after running forward. */
  double[] gradient(int window) {
    return gradient(network, forward(), window);
  }

  /** The gradient by backpropagation of another network after the pass that it ran forward. */
  double[] gradient(Network other, Pass pass, int window) {
    double[] gradient = new double[parameters.length];
    Arrays.fill(gradient, Double.NaN);
    other.backward(parameters, inputs, targets, pass, window, gradient);
    return gradient;
  }

  @Override
  public String toString() {
    return shape + ", I = " + inputSize() + ", T = " + steps() + ", " + trainSteps + " train";
  }
}
