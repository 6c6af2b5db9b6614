package io.github.unrolled.ui.instruments.sum;

import io.github.unrolled.insight.Arithmetic;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.math.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** A gradient as a sum over time, in words and as a table. */
final class SumWords {
  static final String[] HEADERS = {"Step", "Contribution", "Running sum"};

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  SumWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** The gradient as a formula, such as dL/dW_hidden = 0.12. */
  String heading(SumParts parts) {
    String symbol = new ParameterNames(parts.shape()).symbol(parts.index());
    return "dL/d" + symbol + (parts.isFinite() ? " = " + number(parts.gradient()) : "");
  }

  /** Names the parameter, and says how to see another. */
  String parameter(SumParts parts) {
    return new ParameterNames(parts.shape()).words(parts.index())
        + ". Point at, tap or focus another weight to see its sum: "
        + "it lights up at every step of the drawing.";
  }

  /** Says which step contributes most, and how much cancels out. */
  String meaning(SumParts parts) {
    if (!parts.isFinite()) {
      return "A number overflowed in this pass: there is no gradient.";
    }
    if (parts.shape().holdsAtZero(parts.index())) {
      return "Memory is off: this weight is held at 0, and no step uses it.";
    }
    if (parts.areAllZero()) {
      return "Every step contributes exactly 0.";
    }
    int most = parts.largest();
    double positive = parts.positive();
    double negative = parts.negative();
    double all = positive - negative;
    String text =
        "Step "
            + (most + 1)
            + " contributes most, "
            + number(parts.part(most))
            + ". Positive parts add up to "
            + number(positive)
            + ", negative ones to "
            + number(negative);
    return positive > 0 && negative < 0
        ? text + ": " + number(100 * (1 - Math.abs(positive + negative) / all)) + " % cancels out."
        : text + ": nothing cancels out.";
  }

  /** Describes everything for readers who do not see the picture. */
  String summary(SumParts parts) {
    return heading(parts) + ", a sum over " + parts.steps() + " steps. " + meaning(parts);
  }

  /** A step's part in a few words; t counts from 0, here and below. */
  String name(SumParts parts, int t) {
    return "Step " + (t + 1) + ": " + number(parts.part(t));
  }

  /** A step's part as a product, and the sum up to it; empty if there is no gradient. */
  String step(SumParts parts, int t) {
    if (!parts.isFinite()) {
      return "";
    }
    if (t >= parts.trainSteps()) {
      return "Step " + (t + 1) + " only tests: it contributes nothing.";
    }
    return "Step "
        + (t + 1)
        + ": "
        + product(parts, t)
        + " = "
        + number(parts.part(t))
        + ". Sum up to here: "
        + number(parts.sumUpTo(t))
        + ".";
  }

  private String product(SumParts parts, int t) {
    Arithmetic arithmetic = new Arithmetic(parts.shape());
    Arithmetic.Place place = arithmetic.placeOf(parts.index());
    boolean output = place.row() < 0;
    boolean input = place.source() == Arithmetic.INPUT;
    boolean reset =
        !output
            && arithmetic.isCandidate(place.row())
            && !input
            && parts.index() != arithmetic.bias(place.row());
    String arriving = output ? "dL/dy (" : reset ? "dL/da · r (" : "dL/da (";
    String factor = input ? " · x (" : output ? " · h (" : " · h of step " + t + " (";
    return arriving
        + number(parts.arriving(t))
        + ")"
        + (place.source() == Arithmetic.BIAS ? "" : factor + number(parts.factor(t)) + ")");
  }

  /** Rows of the table, one for each step, with the columns of {@link #HEADERS}. */
  List<String[]> rows(SumParts parts) {
    List<String[]> rows = new ArrayList<>();
    for (int t = 0; t < parts.steps(); t++) {
      rows.add(new String[] {t + 1 + "", number(parts.part(t)), number(parts.sumUpTo(t))});
    }
    return rows;
  }

  private String number(double value) {
    return numbers.significant(value);
  }
}
