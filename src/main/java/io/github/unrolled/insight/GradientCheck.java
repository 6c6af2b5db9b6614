package io.github.unrolled.insight;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import java.util.Arrays;

/**
 * A comparison of a gradient with central difference quotients of the loss,
 *
 * <pre>
 *   dL/dw ≈ (L(w + ε) - L(w - ε)) / 2ε
 * </pre>
 *
 * <p>one parameter at a time, so that a large network can be checked in slices. A parameter that is
 * held at zero is not checked: its quotient is 0. Only the steps that train count.
 *
 * <p>Source: Goodfellow, Bengio and Courville, Deep Learning (2016), section 11.5.
 */
public final class GradientCheck {
  /** Number of values of ε that {@link #epsilon} offers. */
  public static final int EPSILONS = 23;

  /** The square root of a tenth: two values of ε per decade. */
  private static final double HALF_DECADE = 0.31622776601683794;

  private final NetworkShape shape;
  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final Pass pass;
  private final double[] parameters;
  private final double[] gradient;
  private final double[] quotients;
  private final double epsilon;
  private int done;

  /**
   * Prepares a check.
   *
   * @param startState h_0, shape [H]
   * @param inputs x_t in the network's units, shape [T]
   * @param targets expected outputs, shape [T]
   * @param trainSteps number of steps, from the first on, that count in the loss
   * @param parameters the point at which the gradient was measured, shape [P]
   * @param gradient dL/dparameters as computed by backpropagation, shape [P]
   * @param epsilon ε, positive
   */
  public GradientCheck(
      NetworkShape shape,
      Numbers startState,
      Numbers inputs,
      Numbers targets,
      int trainSteps,
      Numbers parameters,
      Numbers gradient,
      double epsilon) {
    this.shape = shape;
    this.epsilon = epsilon;
    network = shape.newNetwork(startState);
    this.inputs = inputs.toArray();
    this.targets = targets.toArray();
    pass = network.newPass(this.targets.length, trainSteps);
    this.parameters = parameters.toArray();
    this.gradient = gradient.toArray();
    quotients = new double[this.parameters.length];
  }

  /**
   * The values of ε from 0.1 down to 1e-12, two per decade.
   *
   * @param position 0 to {@link #EPSILONS} - 1
   */
  public static double epsilon(int position) {
    double power = 1;
    for (int i = position / 2; i > 0; i--) {
      power *= 10;
    }
    return (position % 2 == 0 ? 1 : HALF_DECADE) / (10 * power);
  }

  /** Number of parameters P. */
  public int size() {
    return parameters.length;
  }

  /** How many parameters have been checked, in their order. */
  public int done() {
    return done;
  }

  /** Whether all have been checked. */
  public boolean isDone() {
    return done == parameters.length;
  }

  /** Checks the next parameter: two forward passes. */
  public void next() {
    quotients[done] = quotient(done, epsilon);
    done++;
  }

  /** Difference of the loss along one parameter, divided by the distance actually covered. */
  double quotient(int index, double step) {
    if (isHeld(index)) {
      return 0;
    }
    final double at = parameters[index];
    final double above = at + step;
    final double below = at - step;
    parameters[index] = above;
    final double lossAbove = network.forward(parameters, inputs, targets, pass);
    parameters[index] = below;
    final double lossBelow = network.forward(parameters, inputs, targets, pass);
    parameters[index] = at;
    return (lossAbove - lossBelow) / (above - below);
  }

  /** Whether a parameter is held at zero: its quotient and its gradient are 0. */
  public boolean isHeld(int index) {
    return shape.holdsAtZero(index);
  }

  /** dL/dw of a parameter as computed by backpropagation. */
  public double gradient(int index) {
    return gradient[index];
  }

  /**
   * Difference quotient of a parameter that has been checked; 0 if it is held at zero. It is not
   * finite if the loss overflows within ε, or if ε vanishes beside the parameter.
   */
  public double quotient(int index) {
    return quotients[index];
  }

  /** Relative error of a parameter's gradient; infinite if there is no finite quotient. */
  public double error(int index) {
    return relative(gradient[index] - quotients[index], gradient[index], quotients[index]);
  }

  private static double relative(double difference, double a, double b) {
    if (!(Math.abs(difference) <= Double.MAX_VALUE)) {
      return Double.POSITIVE_INFINITY;
    }
    final double size = Math.max(Math.abs(a), Math.abs(b));
    return size == 0 ? 0 : Math.abs(difference) / size;
  }

  /**
   * Relative error of the whole gradient as far as it has been checked: the norm of the difference
   * over the larger of both norms; infinite if a quotient is not finite.
   */
  public double error() {
    double difference = 0;
    double backward = 0;
    double numeric = 0;
    for (int i = 0; i < done; i++) {
      final double d = gradient[i] - quotients[i];
      difference += d * d;
      backward += gradient[i] * gradient[i];
      numeric += quotients[i] * quotients[i];
    }
    return relative(Math.sqrt(difference), Math.sqrt(backward), Math.sqrt(numeric));
  }

  /**
   * Indices of the parameters checked: all of them in their order, if the network has at most
   * {@code most}; otherwise those with the largest errors, the largest first, and none that is held
   * at zero.
   */
  public int[] worst(int most) {
    final int[] worst = new int[Math.min(most, done)];
    int size = 0;
    for (int i = 0; i < done; i++) {
      if (parameters.length <= most) {
        worst[size++] = i;
      } else if (!isHeld(i)) {
        int at = size;
        while (at > 0 && error(worst[at - 1]) < error(i)) {
          at--;
        }
        if (at < worst.length) {
          size = Math.min(worst.length, size + 1);
          System.arraycopy(worst, at, worst, at + 1, size - 1 - at);
          worst[at] = i;
        }
      }
    }
    return Arrays.copyOf(worst, size);
  }
}
