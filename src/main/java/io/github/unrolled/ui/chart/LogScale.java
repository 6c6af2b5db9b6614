package io.github.unrolled.ui.chart;

import java.util.function.DoubleUnaryOperator;

/** A logarithmic scale that ends at a floor; lower numbers are drawn at the floor. */
public final class LogScale {
  private final double floor;
  private final DoubleUnaryOperator log10;

  /**
   * Makes a scale.
   *
   * @param floor base-10 logarithm of the smallest number drawn at its own place
   * @param log10 the base-10 logarithm; in the browser the engine's
   */
  public LogScale(double floor, DoubleUnaryOperator log10) {
    this.floor = floor;
    this.log10 = log10;
  }

  /** Base-10 logarithm of the smallest number drawn at its own place. */
  public double floor() {
    return floor;
  }

  /**
   * Returns the places of numbers on the scale.
   *
   * @param numbers Not modified.
   * @return base-10 logarithms, the floor if that is higher, NaN for NaN; a fresh array
   */
  public double[] of(double... numbers) {
    double[] logs = new double[numbers.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.max(floor, log10.applyAsDouble(numbers[i]));
    }
    return logs;
  }
}
