package io.github.unrolled.ui.words;

import io.github.unrolled.insight.TakeoverFan;
import io.github.unrolled.math.NumberFormat;

/** The error of free running, in words. */
public final class HorizonWords {
  /** Ratio of the last error to the first from which it is mentioned. */
  private static final double LEAST_GROWTH = 2;

  /** An error that rounding explains, whatever it has grown from. */
  private static final double NOTHING = 1e-9;

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public HorizonWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Says over how many runs an error is averaged. */
  public String runs(int count) {
    return count == 1 ? "1 run" : count + " runs";
  }

  /**
   * Gives the error one step ahead, and as far ahead as half of the runs reach.
   *
   * @param fan a complete fan
   * @param horizons number of time steps T
   */
  public String growth(TakeoverFan fan, int horizons) {
    int far = far(fan, horizons);
    double first = fan.error(1);
    double last = fan.error(far);
    double growth = last / first;
    return "One step ahead, with each input given, the error is "
        + numbers.loss(first)
        + "; "
        + far
        + " steps ahead, on its own, "
        + numbers.loss(last)
        + (growth >= LEAST_GROWTH && Double.isFinite(growth)
            ? ": " + numbers.significant(growth) + " times as much."
            : ".");
  }

  /** Says what the growth of the error teaches. */
  public String lesson(TakeoverFan fan, int horizons) {
    double last = fan.error(far(fan, horizons));
    return last < LEAST_GROWTH * fan.error(1) || last <= NOTHING
        ? "On its own the network does as well as with each input given."
        : "A line without memory can be good one step ahead and fail on its own.";
  }

  /** The longest horizon that enough runs reach to average over. */
  private static int far(TakeoverFan fan, int horizons) {
    int far = horizons;
    while (2 * fan.count(far) < fan.size()) {
      far--;
    }
    return far;
  }
}
