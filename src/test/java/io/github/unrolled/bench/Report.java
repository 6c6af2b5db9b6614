package io.github.unrolled.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The printed report, and the demands that were not met. */
final class Report {
  private final PrintStream out;
  private final List<String> missed = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Begins a part. */
  void heading(String text) {
    out.println();
    out.println(text);
  }

  /** Prints a line made by {@link String#format}. */
  void line(String format, Object... arguments) {
    out.println("  " + format(format, arguments));
  }

  /** Prints a number that has a target; meeting it also depends on the machine. */
  void time(boolean met, String format, Object... arguments) {
    line("%s  %s", met ? "PASS" : "FAIL (this machine, this time)", format(format, arguments));
  }

  /** Prints a number whose target must be met on every machine. */
  void demand(boolean met, String format, Object... arguments) {
    String text = format(format, arguments);
    line("%s  %s", met ? "PASS" : "FAIL", text);
    if (!met) {
      missed.add(text.strip());
    }
  }

  /**
   * Ends the report.
   *
   * @throws IllegalStateException if a demand was not met
   */
  void end() {
    out.println();
    out.flush();
    if (!missed.isEmpty()) {
      throw new IllegalStateException("Missed: " + String.join("; ", missed));
    }
  }

  /** A whole number with its thousands separated. */
  static String grouped(double value) {
    return format("%,d", Math.round(value)).replace(',', ' ');
  }

  /**
   * The value below which a share of the values lies.
   *
   * @param share 0.5 for the median
   */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
