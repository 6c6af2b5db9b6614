package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellNames;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.nn.ScalarParameter;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of the unrolled network, in words and as a table. */
final class UnrolledWords {
  /** Largest count of units with a column each in the data table. */
  private static final int MAX_UNIT_COLUMNS = 8;

  private final NumberFormat numbers;

  /** Makes descriptions with a format for their numbers. */
  UnrolledWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** The columns of the table for a count of units. */
  static String[] headers(int units) {
    List<String> headers = new ArrayList<>(List.of("Step", "Input", "Output", "Expected"));
    if (units == 1) {
      headers.add(2, "Hidden state");
      headers.add("Gradient dL/dh");
    } else {
      headers.add("Length of gradient dL/dh");
      for (int unit = 1; unit <= units && units <= MAX_UNIT_COLUMNS; unit++) {
        headers.add("h" + unit);
      }
      if (units > MAX_UNIT_COLUMNS) {
        headers.add("Length of hidden state");
      }
    }
    return headers.toArray(new String[0]);
  }

  /** The rows of the table, one for each step; a start state other than zero is step 0. */
  static List<String[]> rows(StepNumbers steps) {
    List<String[]> rows = new ArrayList<>();
    for (int t = steps.startsAtZero() ? 1 : 0; t <= steps.steps(); t++) {
      rows.add(row(steps, t));
    }
    return rows;
  }

  private static String[] row(StepNumbers steps, int t) {
    List<String> row = new ArrayList<>();
    boolean start = t == 0;
    int units = steps.units();
    String state = start ? steps.startText() : steps.stateText(t);
    row.add(Integer.toString(t));
    row.add(start ? "" : steps.inputText(t));
    if (units == 1) {
      row.add(state);
    }
    row.add(start ? "" : steps.outputText(t));
    row.add(start ? "" : steps.targetText(t));
    row.add(start ? "" : steps.gradientText(t));
    for (int unit = 0; unit < units && units > 1 && units <= MAX_UNIT_COLUMNS; unit++) {
      row.add(steps.cellText(0, t, unit));
    }
    if (units > MAX_UNIT_COLUMNS) {
      row.add(state);
    }
    return row.toArray(new String[0]);
  }

  /** A description of the drawing for readers who cannot see it. */
  String summary(State shown) {
    int cursor = shown.experiment().cursor();
    return networkText(shown)
        + ", drawn once for each of "
        + shown.problem().steps()
        + " time steps, with the same parameters in all of them"
        + parametersText(shown)
        + startText(shown)
        + ". "
        + (cursor == 0 ? "No step is done yet." : "Steps 1 to " + cursor + " are done.");
  }

  private static String networkText(State shown) {
    NetworkShape shape = shown.experiment().shape();
    if (shape.isScalar()) {
      return "One recurrent unit";
    }
    int units = shape.hiddenSize();
    return shape.cell().label() + " network with " + units + (units == 1 ? " unit" : " units");
  }

  private String parametersText(State shown) {
    Numbers parameters = shown.snapshot().parameters();
    if (!shown.experiment().shape().isScalar()) {
      return ", " + parameters.size() + " in all";
    }
    StringBuilder text = new StringBuilder(": ");
    for (ScalarParameter parameter : ScalarParameter.values()) {
      text.append(text.length() > 2 ? ", " : "")
          .append(parameter.label())
          .append(' ')
          .append(numbers.significant(parameters.get(parameter.index())));
    }
    return text.toString();
  }

  private String startText(State shown) {
    Pass pass = shown.snapshot().pass();
    if (pass.startsAtZero()) {
      return "";
    }
    return pass.hiddenSize() > 1
        ? ", from a start state that is not 0"
        : ", from the start state " + numbers.significant(pass.hiddenState(-1, 0));
  }

  /** Describes a step and its numbers. */
  static String step(StepNumbers steps, int step) {
    return "Step "
        + step
        + ": input "
        + steps.inputText(step)
        + ", "
        + steps.stateName()
        + " "
        + steps.stateText(step)
        + ", output "
        + steps.outputText(step)
        + ", expected "
        + steps.targetText(step);
  }

  /** Describes a unit's number at a step. */
  static String cell(CellType cell, StepNumbers steps, int strip, int step, int unit) {
    return CellNames.of(cell, strip)
        + ", unit "
        + (unit + 1)
        + ": "
        + steps.cellText(strip, step, unit);
  }
}
