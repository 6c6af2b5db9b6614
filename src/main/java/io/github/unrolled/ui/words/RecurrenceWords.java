package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.State;
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

  /** Says how much of a state can be left after some steps: a bound on the factors' product. */
  public String ofUnit(State state) {
    double weight = state.snapshot().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
    double slope = state.experiment().shape().activation().steepestSlope();
    double factor = Math.abs(weight) * slope;
    double product = 1;
    for (int i = 0; i < STEPS; i++) {
      product *= factor;
    }
    String bound = slope == 1 ? "|W_hidden|" : "|W_hidden| × steepest slope";
    String value = bound + " = " + numbers.significant(factor);
    String times = numbers.significant(product) + " times itself in " + STEPS + " steps.";
    if (factor == 0) {
      return value + ": nothing is remembered.";
    }
    if (factor < 1) {
      return value + " < 1: a memory fades, to at most " + times;
    }
    return factor > 1
        ? value + " > 1: a memory can grow, to at most " + times
        : value + ": a memory can last.";
  }
}
