package io.github.unrolled.ui.instruments.gradient;

import io.github.unrolled.insight.GradientThroughTime;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** The meaning of a gradient matrix, in words, formulas and the cells of a table. */
final class GradientWords {
  /** Least share given in percent; a smaller one is given as a factor. */
  private static final double LEAST_PERCENTAGE = 1e-4;

  /** Count of factors written out at the beginning and at the end of a chain. */
  private static final int FIRST_FACTORS = 3;

  private static final int LAST_FACTORS = 2;

  private static final String OVERFLOWED =
      "A number overflowed in this pass: there is no gradient to follow.";

  private final NumberFormat numbers;

  /** Makes texts with numbers in a given format. */
  GradientWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  private String number(double value) {
    return numbers.significant(value);
  }

  /** Writes an entry with its two steps. */
  String entry(GradientMatrix matrix, int row, int column) {
    return "Loss of step "
        + matrix.step(row)
        + ", state of step "
        + matrix.step(column)
        + ": "
        + number(matrix.entry(row, column))
        + (matrix.isRounding(row) ? ", no more than rounding" : "")
        + (matrix.isCut(row, column) ? ", cut off by the BPTT window" : "");
  }

  /** The formula of the factors behind any entry, or of its bound. */
  String chain(GradientMatrix matrix) {
    return matrix.isScalar()
        ? "= dL_t/dy_t · W_output · W_hidden f′(a_t) ⋯ W_hidden f′(a_s), s = k + 1"
        : "≤ |dL_t/dh_t| · ‖J_t‖ ⋯ ‖J_s‖, s = k + 1";
  }

  /** The formula for one entry in numbers; empty if there is no factor. */
  String chainNumbers(GradientMatrix matrix, int row, int column) {
    if (row == column && !matrix.isScalar()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    double product;
    if (matrix.isScalar()) {
      double weight = matrix.state().snapshot().parameters().get(ElmanUnit.OUTPUT_WEIGHT);
      double gradient = matrix.outputGradient(row);
      product = gradient * weight;
      text.append("= ").append(number(gradient)).append(" · ").append(number(weight));
    } else {
      product = matrix.entry(row, row);
      text.append("≤ ").append(number(product));
    }
    boolean far = row - column > FIRST_FACTORS + LAST_FACTORS + 1;
    double leftOut = 1;
    int count = 0;
    for (int i = row; i > column; i--) {
      double factor = matrix.factor(i);
      product *= factor;
      if (far && i <= row - FIRST_FACTORS && i > column + LAST_FACTORS) {
        leftOut *= factor;
        count++;
        if (i == column + LAST_FACTORS + 1) {
          text.append(" · [").append(count).append(" more: ").append(number(leftOut)).append(']');
        }
      } else {
        text.append(" · ").append(number(factor));
      }
    }
    return text.append(" = ").append(number(product)).toString();
  }

  /** Label of the bars under the matrix. */
  String factorLabel(NetworkShape shape) {
    boolean lstm = shape.cell().hasCellState();
    return shape.isScalar()
        ? "factor W_hidden f′(a_k) of each step, log scale"
        : "norm ‖J_k‖ of each step’s Jacobian" + (lstm ? ", h and c" : "") + ", log scale";
  }

  /** Says what is left out; empty if nothing is. */
  String note(GradientMatrix matrix) {
    int trainSteps = matrix.state().problem().trainSteps();
    String text =
        trainSteps < matrix.state().problem().steps()
            ? "Only the first "
                + trainSteps
                + " steps train; the others have no gradient and are left out. "
            : "";
    return matrix.count() < trainSteps
        ? text
            + "Of a long sequence, "
            + GradientThroughTime.MAX_STEPS
            + " steps are shown: up to the cursor, or the last."
        : text;
  }

  /** Says how much of one step's gradient reaches the first, and what the factors do to it. */
  String meaning(GradientMatrix matrix) {
    String factors = factors(matrix);
    return factors.isEmpty() ? reach(matrix) : reach(matrix) + " " + factors;
  }

  /** Says how much of one step's gradient reaches the first. */
  String reach(GradientMatrix matrix) {
    if (matrix.state().snapshot().overflow() != null) {
      return OVERFLOWED;
    }
    if (matrix.count() == 1) {
      return "One step trains: there is no way back through time.";
    }
    int cursor = matrix.cursorRow();
    int row = cursor > 0 ? cursor : matrix.count() - 1;
    double share = Math.abs(matrix.entry(row, 0)) / Math.abs(matrix.entry(row, row));
    boolean cut = share > 0 && matrix.isCut(row, 0);
    int step = matrix.step(row);
    if (matrix.isRounding(row)) {
      return "Step " + step + " meets its target up to rounding: its loss sends no gradient back.";
    }
    String from = "Of the gradient that step " + step + "’s loss has at its own state, ";
    String reaches = (cut ? " would reach" : " reaches") + " step " + matrix.step(0);
    String text =
        !(share >= 0)
            ? "Step " + step + "’s loss sends no gradient back"
            : share == 0
                ? from + "nothing" + reaches
                : share <= 1 && share >= LEAST_PERCENTAGE
                    ? from + number(100 * share) + "\u00a0%" + reaches
                    : from + number(share) + " times as much" + reaches;
    return text + (cut ? ", but the BPTT window cuts it off." : ".");
  }

  /** Says what the factors do to the gradient; empty if there are none. */
  String factors(GradientMatrix matrix) {
    return matrix.state().snapshot().overflow() != null || matrix.count() == 1
        ? ""
        : sizes(matrix) + radius(matrix);
  }

  private String sizes(GradientMatrix matrix) {
    NetworkShape shape = matrix.state().experiment().shape();
    if (!shape.memory()) {
      return "Memory is off: nothing passes from step to step.";
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 1; i < matrix.count(); i++) {
      least = Math.min(least, Math.abs(matrix.factor(i)));
      most = Math.max(most, Math.abs(matrix.factor(i)));
    }
    boolean scalar = matrix.isScalar();
    String name = scalar ? "factor" : "norm";
    String subject = shape.cell().hasCellState() ? "the gradient of h and c" : "the gradient";
    if (most < 1) {
      return "Every " + name + " is below 1: " + subject + " shrinks at each step back.";
    }
    return scalar && least > 1
        ? "Every factor is above 1: the gradient grows at each step back."
        : "The "
            + name
            + (least == most
                ? "s are all " + apart(most, 1)
                : "s are between " + apart(least, most) + " and " + apart(most, least))
            + (scalar || most == 1 ? "." : "; above 1 the gradient can grow.");
  }

  /** A number with the digits that tell it apart from another and from 1. */
  private String apart(double number, double other) {
    String one = numbers.significantBeside(number, 1);
    String text = numbers.significantBeside(number, other);
    return one.length() > text.length() ? one : text;
  }

  private String radius(GradientMatrix matrix) {
    String radius = numbers.significantBeside(matrix.gradients().radius(), 1);
    if (matrix.isScalar()) {
      return " Spectral radius: |W_hidden| = " + radius + ".";
    }
    return matrix.state().experiment().shape().cell() == CellType.ELMAN
        ? " Spectral radius of W_hh: " + radius + "."
        : " Spectral radius of the Jacobian at step "
            + (matrix.gradients().radiusStep() + 1)
            + ": "
            + radius
            + ".";
  }

  /** Describes the picture for readers who do not see it. */
  String summary(GradientMatrix matrix) {
    return "Matrix of the gradient of each step’s loss by each earlier state, steps "
        + matrix.step(0)
        + " to "
        + matrix.step(matrix.count() - 1)
        + ". "
        + meaning(matrix);
  }

  /** Headers of the data table, for a count of states from a step on, counted from 1. */
  static String[] headers(int firstStep, int count) {
    String[] headers = new String[count + 1];
    headers[0] = "Loss of step";
    for (int i = 0; i < count; i++) {
      headers[i + 1] = "state " + (firstStep + i);
    }
    return headers;
  }

  /** Rows of the data table. */
  List<String[]> rows(GradientMatrix matrix) {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < matrix.count(); row++) {
      String[] cells = new String[matrix.count() + 1];
      cells[0] = matrix.step(row) + "";
      for (int column = 0; column < matrix.count(); column++) {
        cells[column + 1] =
            column > row
                ? ""
                : number(matrix.entry(row, column))
                    + (matrix.isCut(row, column) ? " (cut off)" : "");
      }
      rows.add(cells);
    }
    return rows;
  }
}
