package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.GradientThroughTime;

/**
 * The matrix as it is shown: a row for the loss of each step, a column for the state of each step
 * up to it. Rows and columns count from 0, starting at the first step shown.
 *
 * @param gradients complete gradients
 * @param state gives the window, the cursor and the step pointed at
 */
record GradientMatrix(GradientThroughTime gradients, State state) {
  /** Number of rows and of columns. */
  int count() {
    return gradients.last() - gradients.first() + 1;
  }

  /** The step of a row or of a column, counted from 1. */
  int step(int place) {
    return gradients.first() + place + 1;
  }

  /** The derivative or norm at a place; see {@link GradientThroughTime#entry}. */
  double entry(int row, int column) {
    return gradients.entry(gradients.first() + row, gradients.first() + column);
  }

  /**
   * Factor of the gradient on the way from a column to the one before it.
   *
   * @param column at least 1
   */
  double factor(int column) {
    return gradients.factor(gradients.first() + column);
  }

  /** Derivative of a row's loss with respect to the output of its step. */
  double outputGradient(int row) {
    return gradients.outputGradient(gradients.first() + row);
  }

  /** Whether a row's gradients are no more than rounding. */
  boolean isRounding(int row) {
    return gradients.isRounding(gradients.first() + row);
  }

  /** Whether the BPTT window cuts the way from a row's step back to a column's. */
  boolean isCut(int row, int column) {
    int first = gradients.first();
    return GradientThroughTime.isCut(
        first + row, first + column, state.experiment().training().window());
  }

  /** Whether the window cuts any way. */
  boolean hasCut() {
    boolean cut = false;
    for (int i = 1; i < count(); i++) {
      cut |= isCut(i, i - 1);
    }
    return cut;
  }

  /** Whether a factor flips the sign. */
  boolean hasNegativeFactor() {
    boolean negative = false;
    for (int i = 1; i < count(); i++) {
      negative |= factor(i) < 0;
    }
    return negative;
  }

  /** The row of the step under the cursor; -1 or less if there is none. */
  int cursorRow() {
    int row = state.experiment().cursor() - 1 - gradients.first();
    return row < count() ? row : -1;
  }

  /** The column of the step pointed at; -1 or less if there is none. */
  int pointedColumn() {
    int column = state.pointed().step() - 1 - gradients.first();
    return column < count() ? column : -1;
  }

  /** Whether the network is a single Elman unit, whose factors are numbers with a sign. */
  boolean isScalar() {
    return state.experiment().shape().isScalar();
  }
}
