package io.github.unrolled.ui.words;

import io.github.unrolled.insight.FreeRun;
import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/** Fans of free runs whose errors are known. */
public final class Fans {
  private Fans() {}

  /**
   * The complete fan of a network that always puts out 0.
   *
   * @param expected outputs, shape [2T]; NaN where they are not known
   */
  public static TakeoverFan silent(double... expected) {
    int steps = expected.length / 2;
    Network network = NetworkShape.unit(Activation.LINEAR).newNetwork();
    double[] zeros = new double[network.parameterCount()];
    Pass taught = network.newPass(steps);
    network.forward(zeros, new double[steps], new double[steps], taught);
    TakeoverFan fan = new TakeoverFan(new FreeRun(network, steps), expected, zeros, taught);
    while (!fan.isDone()) {
      fan.runNext();
    }
    return fan;
  }
}
