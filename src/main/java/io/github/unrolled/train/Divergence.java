package io.github.unrolled.train;

import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.Pass;

/**
 * Where the numbers of a network first left the range of a double.
 *
 * @param epoch epochs done when it was found, a whole number
 * @param term what overflowed
 * @param step time step t of the term, counted from 1; 0 if it belongs to no step
 * @param parameter index of the parameter concerned, or -1
 */
public record Divergence(double epoch, Term term, int step, int parameter) {

  /** What can overflow, in the order of computation. */
  public enum Term {
    /** a_t. */
    PRE_ACTIVATION,
    /** h_t. */
    HIDDEN_STATE,
    /** y_t. */
    OUTPUT,
    /** (y_t - target)^2 or their sum up to step t. */
    SQUARED_ERROR,
    /** dL/dh_t. */
    HIDDEN_GRADIENT,
    /** dL/dw of one parameter. */
    GRADIENT,
    /** A parameter after its update. */
    UPDATE
  }

  /**
   * Finds the first term of a pass that is not finite.
   *
   * @param epoch number of epochs done, for the report
   * @param pass after its forward pass and, if that was finite, its backward pass. Not modified.
   * @param targets expected outputs, shape [T]. Not modified.
   * @param gradient after the backward pass, shape [P]; only read if the forward pass is finite.
   *     Not modified.
   * @throws IllegalArgumentException if everything is finite
   */
  static Divergence find(double epoch, Pass pass, double[] targets, double[] gradient) {
    double sum = 0;
    int rows = pass.cell().gateCount() * pass.hiddenSize();
    for (int t = 0; t < pass.trainSteps(); t++) {
      for (int row = 0; row < rows; row++) {
        if (!Vectors.isFinite(pass.preActivation(t, row))) {
          return new Divergence(epoch, Term.PRE_ACTIVATION, t + 1, -1);
        }
      }
      for (int unit = 0; unit < pass.hiddenSize(); unit++) {
        if (!Vectors.isFinite(pass.hiddenState(t, unit))) {
          return new Divergence(epoch, Term.HIDDEN_STATE, t + 1, -1);
        }
      }
      if (!Vectors.isFinite(pass.output(t))) {
        return new Divergence(epoch, Term.OUTPUT, t + 1, -1);
      }
      double error = pass.output(t) - targets[t];
      sum += error * error;
      if (!Vectors.isFinite(sum)) {
        return new Divergence(epoch, Term.SQUARED_ERROR, t + 1, -1);
      }
    }
    for (int t = pass.trainSteps() - 1; t >= 0; t--) {
      for (int unit = 0; unit < pass.hiddenSize(); unit++) {
        if (!Vectors.isFinite(pass.hiddenGradient(t, unit))) {
          return new Divergence(epoch, Term.HIDDEN_GRADIENT, t + 1, -1);
        }
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      if (!Vectors.isFinite(gradient[i])) {
        return new Divergence(epoch, Term.GRADIENT, 0, i);
      }
    }
    throw new IllegalArgumentException("pass: expected a number that is not finite, got none");
  }
}
