package io.github.unrolled.nn;

import java.util.List;

/** A network that delegates to another, except where a test overrides it. */
public class OtherNetwork implements Network {
  private final Network network;

  /** Makes a network that delegates to {@code network}. */
  public OtherNetwork(Network network) {
    this.network = network;
  }

  @Override
  public List<Parameter> parameters() {
    return network.parameters();
  }

  @Override
  public int inputSize() {
    return network.inputSize();
  }

  @Override
  public Pass newPass(int steps, int trainSteps) {
    return network.newPass(steps, trainSteps);
  }

  @Override
  public double forward(double[] parameters, double[] inputs, double[] targets, Pass pass) {
    return network.forward(parameters, inputs, targets, pass);
  }

  @Override
  public void backward(
      double[] parameters,
      double[] inputs,
      double[] targets,
      Pass pass,
      int window,
      double[] gradient) {
    network.backward(parameters, inputs, targets, pass, window, gradient);
  }

  @Override
  public void backwardFrom(double[] parameters, double[] targets, Pass pass, int first, int last) {
    network.backwardFrom(parameters, targets, pass, first, last);
  }

  @Override
  public void jacobian(double[] parameters, Pass pass, int t, double[] jacobian) {
    network.jacobian(parameters, pass, t, jacobian);
  }

  @Override
  public void step(double[] parameters, double[] inputs, Pass pass, int t) {
    network.step(parameters, inputs, pass, t);
  }

  /** Plants a hidden state, which no activation function of the project lets overflow. */
  protected static void setHiddenState(Pass pass, int t, double state) {
    pass.hiddenStates[t] = state;
  }
}
