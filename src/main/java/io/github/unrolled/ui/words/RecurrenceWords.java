package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.ElmanUnit;

/** What the recurrent weight of a single unit means for its memory, in words. */
public final class RecurrenceWords {
  private static final int STEPS = 10;

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public RecurrenceWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /**
   * Says what becomes of a state in some steps: exactly for a linear unit, else by a bound on the
   * product of the factors.
   */
  public String ofUnit(State state) {
    Activation activation = state.experiment().shape().activation();
    double weight = state.snapshot().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
    double slope = activation.steepestSlope();
    double factor = Math.abs(weight) * slope;
    double product = 1;
    for (int i = 0; i < STEPS; i++) {
      product *= factor;
    }
    String bound = slope == 1 ? "|W_hidden|" : "|W_hidden| × steepest slope";
    String value = bound + " = " + numbers.significantBeside(factor, 1);
    boolean exact = activation.form() == Activation.Form.STRAIGHT;
    String times =
        (exact ? "" : "at most ")
            + numbers.significantBeside(product, 1)
            + " times itself in "
            + STEPS
            + " steps.";
    if (factor == 0) {
      return value + ": nothing is remembered.";
    }
    if (factor < 1) {
      return value + " < 1: a memory fades, to " + times;
    }
    if (factor == 1) {
      return value + (exact ? ": a memory lasts." : ": a memory can last.");
    }
    return value
        + " > 1: "
        + (activation.form() == Activation.Form.SQUASHED
            ? "small differences can grow, but no state leaves "
                + numbers.integer(activation.least())
                + " to "
                + numbers.integer(activation.most())
                + "."
            : (exact ? "a memory grows, to " : "a memory can grow, to ") + times);
  }
}
