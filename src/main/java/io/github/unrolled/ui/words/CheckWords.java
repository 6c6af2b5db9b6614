package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;

/** The outcome of a gradient check, in words. */
public final class CheckWords {
  /** Relative error of the whole gradient from which the two gradients count as different. */
  private static final double AGREEMENT = 1e-4;

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public CheckWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Writes the value of ε at a position. */
  public String epsilon(int position) {
    return numbers.significant(GradientCheck.epsilon(position));
  }

  /**
   * Says which network is checked.
   *
   * @param passed whether the network shown has changed since
   */
  public String subject(Snapshot snapshot, boolean passed) {
    return (snapshot.method() == Method.RANDOM_SEARCH
            ? "Checked: the best of " + numbers.count(snapshot.tries()) + " random tries"
            : "Checked at epoch " + numbers.count(snapshot.epochs()))
        + (passed ? "; the weights have changed since." : ".");
  }

  /** Says why there is nothing to check. */
  public String overflow() {
    return "The numbers overflowed: there is no gradient to check.";
  }

  /**
   * Heading of the curve over ε.
   *
   * @param parameters parameter count of the network
   */
  public String heading(EpsilonCurve curve, int parameters) {
    boolean some = curve.parameters() < parameters;
    return "relative error, log scale"
        + (some ? ", of " + curve.parameters() + " parameters all over" : "");
  }

  /**
   * Gives the check's progress, or its outcome and the reason.
   *
   * @param of state that is checked
   */
  public String result(State of, GradientCheck check) {
    if (!check.isDone()) {
      return "Checking: " + numbers.count(check.done()) + " of " + numbers.count(check.size());
    }
    double error = check.error();
    if (!(error <= Double.MAX_VALUE)) {
      return "Some parameters have no quotient: the loss overflows within ε, or ε is lost beside"
          + " them.";
    }
    String text = "Relative error of the whole gradient: " + numbers.significant(error) + ".";
    return error < AGREEMENT ? text : text + reason(of);
  }

  /**
   * Says how many parameters are checked, and which of them are listed; empty until all are
   * checked.
   *
   * @param listed count of parameters listed
   */
  public String listed(GradientCheck check, int listed) {
    return !check.isDone()
        ? ""
        : "All "
            + numbers.count(check.size())
            + " parameters are checked"
            + (listed < check.size() ? "; those with the largest errors are listed." : ".");
  }

  private static String reason(State of) {
    if (of.experiment().training().window() < of.problem().trainSteps()) {
      return " BPTT is cut by its window and leaves out what reaches further back.";
    }
    NetworkShape shape = of.experiment().shape();
    return shape.isRectified()
        ? " Here ε does not suit, or a ReLU's kink lies within it."
        : " Here ε does not suit: try one in the middle of the U.";
  }
}
