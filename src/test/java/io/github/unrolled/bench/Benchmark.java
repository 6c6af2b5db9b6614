package io.github.unrolled.bench;

import io.github.unrolled.browser.Browsers;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Measures the core and the page in a real browser: {@code mvn -B -Pbenchmark verify}.
 *
 * <p>How to read what it prints:
 *
 * <ul>
 *   <li>Epochs per second of {@code train.Bptt}, compiled like the page, beside the same algorithm
 *       written by hand in JavaScript with the engine's {@code Math.exp}. Both run in one page in
 *       turns; the ratio is the median over the rounds. On a busy machine the epochs per second
 *       mean little, but the ratio still holds. In a mixed row all activations have been trained in
 *       the page before, as a reader may do, so that the engine can no longer assume that there is
 *       only one. The hand-written code multiplies row by row; in the rows called blocked it takes
 *       several rows at once, as the core does. These have no target and show how much of the ratio
 *       that accounts for.
 *   <li>Microseconds per epoch as the sequence or the network grows.
 *   <li>The computation for drawing an instrument once, apart from the page.
 *   <li>The memory that an epoch allocates and that many epochs leave behind.
 *   <li>The page over {@code file://}: script time of one step of a slider's drag, beside the
 *       browser's time for style and layout; the time from the start of the navigation until the
 *       playground shows its first numbers; frames while training without a limit, also with all
 *       instruments open, and the memory that a million such epochs leave behind.
 *   <li>The reader's download, gzipped.
 * </ul>
 *
 * <p>Ratios, losses, allocation and sizes that miss their target fail the build. Times depend on
 * the machine: a miss is only printed.
 */
public final class Benchmark {
  private Benchmark() {}

  /**
   * Runs all of it.
   *
   * @param arguments the folder of the built site, the compiled {@link Bench}, the folder of the
   *     JavaScript written by hand
   * @throws IOException if one of them cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[0]);
    Report report = new Report(System.out);
    try (Browsers browsers = new Browsers()) {
      Scripts scripts = new Scripts(Path.of(arguments[1]), Path.of(arguments[2]));
      new CoreBenchmark(browsers.browser(), scripts, report).run();
      new PageBenchmark(browsers.browser(), site, scripts, report).run();
    }
    SiteSizes.report(site, report);
    report.end();
  }
}
