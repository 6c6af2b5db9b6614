package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.EpsilonCurve;
import io.github.unrolled.insight.GradientCheck;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;

/** What a check of the gradient comes to, in words. */
public final class CheckWords {
  /** From this error on, of the whole gradient, both gradients are called apart. */
  private static final double AGREEMENT = 1e-4;

  private final NumberFormat numbers;

  /** Makes sentences whose numbers a format writes. */
  public CheckWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** One of the values of ε. */
  public String epsilon(int position) {
    return numbers.significant(GradientCheck.epsilon(position));
  }

  /**
   * Which network is checked.
   *
   * @param passed whether the network shown is another by now
   */
  public String subject(Snapshot snapshot, boolean passed) {
    return (snapshot.method() == Method.RANDOM_SEARCH
            ? "Checked: the best of " + numbers.count(snapshot.tries()) + " random tries"
            : "Checked at epoch " + numbers.count(snapshot.epochs()))
        + (passed ? "; the weights have changed since." : ".");
  }

  /** Why there is nothing to be checked. */
  public String overflow() {
    return "The numbers overflowed: there is no gradient to check.";
  }

  /**
   * Heading of the curve over ε.
   *
   * @param parameters how many the network has
   */
  public String heading(EpsilonCurve curve, int parameters) {
    boolean some = curve.parameters() < parameters;
    return "relative error, log scale"
        + (some ? ", of " + curve.parameters() + " parameters all over" : "");
  }

  /**
   * How far the check is, or what it came to and why.
   *
   * @param of the state that is checked
   * @param listed how many parameters are listed
   */
  public String result(State of, GradientCheck check, int listed) {
    if (!check.isDone()) {
      return "Checking: " + numbers.count(check.done()) + " of " + numbers.count(check.size());
    }
    double error = check.error();
    String all =
        "All "
            + numbers.count(check.size())
            + " parameters are checked"
            + (listed < check.size() ? "; those with the largest errors are listed" : "")
            + ". ";
    if (!(error <= Double.MAX_VALUE)) {
      return all + "Some have no quotient: the loss overflows within ε, or ε is lost beside them.";
    }
    all += "Relative error of the whole gradient: " + numbers.significant(error) + ".";
    return error < AGREEMENT ? all : all + reason(of);
  }

  private static String reason(State of) {
    if (of.experiment().training().window() < of.problem().trainSteps()) {
      return " BPTT is cut by its window and leaves out what reaches further back.";
    }
    NetworkShape shape = of.experiment().shape();
    boolean kinked = shape.cell() == CellType.ELMAN && shape.activation() == Activation.RELU;
    return kinked
        ? " Here ε does not suit, or a ReLU's kink lies within it."
        : " Here ε does not suit: try one in the middle of the U.";
  }
}
