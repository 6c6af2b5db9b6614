package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the prediction chart at each step, from 1 to T, or to 2T with a free run, and
 * their texts.
 */
final class PredictedSteps {
  static final String NONE = "–";

  private final State state;
  private final FreeRunning free;
  private final NumberFormat numbers;
  private @Nullable DoubleFunction<String> rawFormat;

  /** Takes the numbers of a state and of its free run, to be written in a given format. */
  PredictedSteps(State state, FreeRunning free, NumberFormat numbers) {
    this.state = state;
    this.free = free;
    this.numbers = numbers;
  }

  /** Number of steps shown. */
  int count() {
    return free.isOn() ? 2 * sequence() : sequence();
  }

  /** Number of steps T of the sequence. */
  int sequence() {
    return state.problem().steps();
  }

  /** Number of training steps. */
  int trained() {
    return state.problem().trainSteps();
  }

  /** Whether there is a free run. */
  boolean isFree() {
    return free.isOn();
  }

  /** The last step whose input is given to the free run; 0 without one. */
  int takeover() {
    return free.takeover();
  }

  /** The expected output; NaN where unknown. */
  double expected(int step) {
    return step <= sequence() ? state.problem().targets().get(step - 1) : free.expected()[step - 1];
  }

  private boolean hasExpected(int step) {
    return !Double.isNaN(expected(step));
  }

  /** The output with every input given; NaN past the end. */
  double output(int step) {
    return hasOutput(step) ? state.snapshot().pass().output(step - 1) : Double.NaN;
  }

  private boolean hasOutput(int step) {
    return step <= sequence();
  }

  /** The output of the free run; NaN before its takeover. */
  double freeOutput(int step) {
    return hasFreeOutput(step) ? free.line()[step - 1] : Double.NaN;
  }

  boolean hasFreeOutput(int step) {
    return free.isOn() && step >= free.takeover();
  }

  String expectedText(int step) {
    return text(hasExpected(step), expected(step));
  }

  String outputText(int step) {
    return text(hasOutput(step), output(step));
  }

  String errorText(int step) {
    return text(hasOutput(step), output(step) - expected(step));
  }

  String freeText(int step) {
    return text(hasFreeOutput(step), freeOutput(step));
  }

  String freeErrorText(int step) {
    return text(hasFreeOutput(step) && hasExpected(step), freeOutput(step) - expected(step));
  }

  /** As {@link #expectedText}, in the sequence's own units. */
  String rawExpectedText(int step) {
    if (step > sequence()) {
      return rawText(hasExpected(step), expected(step));
    }
    DoubleFunction<String> format = rawFormat;
    if (format == null) {
      format = numbers.forSeries(state.problem().rawTargets().toArray());
      rawFormat = format;
    }
    return format.apply(state.problem().rawTargets().get(step - 1));
  }

  String rawOutputText(int step) {
    return rawText(hasOutput(step), output(step));
  }

  String rawFreeText(int step) {
    return rawText(hasFreeOutput(step), freeOutput(step));
  }

  private String rawText(boolean there, double value) {
    return text(there, state.problem().units().toRaw(value));
  }

  private String text(boolean there, double value) {
    return there ? numbers.significant(value) : NONE;
  }
}
