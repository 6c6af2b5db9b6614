package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Pointed;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Snapshot;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all time steps, 1 to T, with their texts, which are rewritten only after their
 * numbers have changed.
 */
final class StepNumbers {
  private final NumberFormat numbers;
  private double[] inputs = {};
  private double[] targets = {};
  private double[] states = {};
  private double[] outputs = {};
  private double[] gradients = {};
  private final Texts inputTexts;
  private final Texts targetTexts;
  private final Texts stateTexts;
  private final Texts outputTexts;
  private final Texts gradientTexts;
  private @Nullable Problem problem;
  private @Nullable Snapshot snapshot;
  private DoubleFunction<String> rawFormat;
  private boolean normalizes;
  private @Nullable Pass pass;
  private double given;
  private double scale;
  private double stateScale;
  private double cellStateScale;

  /** Makes numbers without steps, with a format for their texts. */
  StepNumbers(NumberFormat numbers) {
    this.numbers = numbers;
    inputTexts = new Texts(numbers::significant);
    targetTexts = new Texts(numbers::significant);
    stateTexts = new Texts(numbers::significant);
    outputTexts = new Texts(numbers::significant);
    gradientTexts = new Texts(numbers::significant);
    rawFormat = numbers::significant;
  }

  /** Reads the numbers of a snapshot; returns whether the problem or the snapshot is new. */
  boolean read(Problem nextProblem, Snapshot nextSnapshot) {
    if (nextProblem == problem && nextSnapshot == snapshot) {
      return false;
    }
    if (nextProblem != problem) {
      problem = nextProblem;
      readProblem(nextProblem);
    }
    snapshot = nextSnapshot;
    Pass next = nextSnapshot.pass();
    pass = next;
    boolean hasGradient = Double.isFinite(nextSnapshot.loss());
    boolean scalar = next.cell() == CellType.ELMAN && next.hiddenSize() == 1;
    scale = given;
    stateScale = 1;
    cellStateScale = 1;
    for (int unit = 0; unit < next.hiddenSize(); unit++) {
      double start = next.hiddenState(-1, unit);
      scale = scalar ? largerFinite(scale, start) : scale;
      stateScale = largerFinite(stateScale, start);
    }
    for (int i = 0; i < states.length; i++) {
      final int t = i;
      states[i] = length(unit -> next.hiddenState(t, unit));
      outputs[i] = next.output(i);
      // There is no backward pass after an overflow of the forward pass.
      gradients[i] =
          hasGradient ? length(unit -> next.hiddenGradient(t, unit)) : Double.POSITIVE_INFINITY;
      scale = largerFinite(scalar ? largerFinite(scale, states[i]) : scale, outputs[i]);
      for (int unit = 0; unit < next.hiddenSize() && !scalar; unit++) {
        stateScale = largerFinite(stateScale, next.hiddenState(i, unit));
        if (next.cell().hasCellState()) {
          cellStateScale = largerFinite(cellStateScale, next.cellState(i, unit));
        }
      }
    }
    if (scale == 0) {
      scale = 1;
    }
    return true;
  }

  /** The single unit's number, with its sign; the L2 norm of several units' numbers. */
  private double length(IntToDoubleFunction ofUnit) {
    if (hasOneUnit()) {
      return ofUnit.applyAsDouble(0);
    }
    double sum = 0;
    for (int unit = 0; unit < units(); unit++) {
      double number = ofUnit.applyAsDouble(unit);
      sum += number * number;
    }
    return Math.sqrt(sum);
  }

  private void readProblem(Problem next) {
    int steps = next.steps();
    inputs = next.inputs().toArray();
    targets = next.targets().toArray();
    states = new double[steps];
    outputs = new double[steps];
    gradients = new double[steps];
    normalizes = next.units().normalizes();
    DoubleFunction<String> format = numbers.forSeries(joined(inputs, targets));
    inputTexts.reset(steps, format);
    targetTexts.reset(steps, format);
    stateTexts.reset(steps, numbers::significant);
    outputTexts.reset(steps, numbers::significant);
    gradientTexts.reset(steps, numbers::significant);
    rawFormat = numbers.forSeries(joined(next.rawInputs().toArray(), next.rawTargets().toArray()));
    given = normalizes ? 1 : 0;
    for (int i = 0; i < steps; i++) {
      given = largerFinite(largerFinite(given, inputs[i]), targets[i]);
    }
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = new double[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static double largerFinite(double scale, double value) {
    double magnitude = Math.abs(value);
    return magnitude > scale && magnitude <= Double.MAX_VALUE ? magnitude : scale;
  }

  int steps() {
    return inputs.length;
  }

  /** Count of hidden units H. */
  int units() {
    Pass shown = pass;
    return shown == null ? 1 : shown.hiddenSize();
  }

  /** Whether the hidden state and its gradient are single numbers. */
  boolean hasOneUnit() {
    return units() == 1;
  }

  /** Whether the state before the first step is zero. */
  boolean startsAtZero() {
    Pass shown = pass;
    return shown == null || shown.startsAtZero();
  }

  /** The name of the number in {@link #stateText}. */
  String stateName() {
    return hasOneUnit() ? "hidden state" : "norm of the hidden state";
  }

  /**
   * The number of a unit in a strip, numbered as in {@link Pointed#strip}.
   *
   * @param step 1 to T; 0, for the hidden state, is before the first
   */
  double cell(int strip, int step, int unit) {
    Pass shown = pass;
    if (shown == null) {
      return 0;
    }
    int t = step - 1;
    return strip == 0
        ? shown.hiddenState(t, unit)
        : strip > shown.cell().gateCount()
            ? shown.cellState(t, unit)
            : shown.gate(t, strip - 1, unit);
  }

  /** Magnitude at the ends of a strip's colour scale: 1, or more if its numbers are unbounded. */
  double cellScale(int strip) {
    Pass shown = pass;
    return strip == 0
        ? stateScale
        : shown != null && strip > shown.cell().gateCount() ? cellStateScale : 1;
  }

  /**
   * Largest magnitude among inputs, expected values, outputs and the states of a scalar network;
   * never 0.
   */
  double scale() {
    return scale;
  }

  double input(int step) {
    return inputs[step - 1];
  }

  double target(int step) {
    return targets[step - 1];
  }

  /** The hidden state, or its L2 norm for several units. */
  double state(int step) {
    return states[step - 1];
  }

  double output(int step) {
    return outputs[step - 1];
  }

  /** Gradient dL/dh_t, or its L2 norm for several units; not finite after an overflow. */
  double gradient(int step) {
    return gradients[step - 1];
  }

  String inputText(int step) {
    return inputTexts.of(step, inputs);
  }

  String targetText(int step) {
    return targetTexts.of(step, targets);
  }

  String stateText(int step) {
    return stateTexts.of(step, states);
  }

  String outputText(int step) {
    return outputTexts.of(step, outputs);
  }

  String gradientText(int step) {
    return gradientTexts.of(step, gradients);
  }

  /** The input in the sequence's own units as " (raw 2)"; empty if those are the network's. */
  String rawInputText(int step) {
    Problem shown = problem;
    return shown == null || !normalizes ? "" : raw(rawFormat, shown.rawInputs().get(step - 1));
  }

  /** The expected value, written as in {@link #rawInputText}. */
  String rawTargetText(int step) {
    Problem shown = problem;
    return shown == null || !normalizes ? "" : raw(rawFormat, shown.rawTargets().get(step - 1));
  }

  /** The output, written as in {@link #rawInputText}. */
  String rawOutputText(int step) {
    Problem shown = problem;
    return shown == null || !normalizes
        ? ""
        : raw(numbers::significant, shown.units().toRaw(output(step)));
  }

  private static String raw(DoubleFunction<String> format, double value) {
    String text = format.apply(value);
    // The text before it already says "overflow".
    return text.equals(NumberFormat.OVERFLOW) ? "" : " (raw " + text + ")";
  }

  /** The start state, or its L2 norm for several units. */
  String startText() {
    Pass shown = pass;
    return numbers.significant(shown == null ? 0 : length(unit -> shown.hiddenState(-1, unit)));
  }

  /** The text of a unit's number. */
  String cellText(int strip, int step, int unit) {
    return numbers.significant(cell(strip, step, unit));
  }

  /** The texts of one number per step. */
  private static final class Texts {
    private double[] written = {};
    private @Nullable String[] texts = {};
    private DoubleFunction<String> format;

    Texts(DoubleFunction<String> format) {
      this.format = format;
    }

    void reset(int steps, DoubleFunction<String> nextFormat) {
      written = new double[steps];
      texts = new String[steps];
      format = nextFormat;
    }

    String of(int step, double[] values) {
      int i = step - 1;
      String text = texts[i];
      if (text == null || written[i] != values[i]) {
        text = format.apply(values[i]);
        texts[i] = text;
        written[i] = values[i];
      }
      return text;
    }
  }
}
