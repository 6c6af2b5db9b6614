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
 *   <li>Epochs per second of {@code train.Bptt}, compiled as the page is, beside the same algorithm
 *       written by hand in JavaScript with the engine's {@code Math.exp}. Both run in one page in
 *       turns; the ratio is the median over the rounds. While other work keeps the machine busy the
 *       epochs per second mean little, the ratio still does. In a mixed row all activations have
 *       been trained in the page before, as a reader does, so that the engine can no longer assume
 *       that there is only one. What is written by hand multiplies row by row; the rows called
 *       blocked have no target and tell how much of the ratio is owed to the core's taking several
 *       rows at once, which is then written by hand, too.
 *   <li>Microseconds per epoch as the sequence or the network grows.
 *   <li>What an instrument computes to be drawn once, apart from the page.
 *   <li>What an epoch allocates and what many leave behind.
 *   <li>The page over {@code file://}: script of one step of a slider's drag, with what the browser
 *       spends on style and layout beside it; the time from the start of the navigation until the
 *       playground shows its first numbers; frames while training without a limit, also with all
 *       instruments open, and the memory that a million such epochs leave behind.
 *   <li>What a reader downloads, gzipped.
 * </ul>
 *
 * <p>Ratios, losses, allocation and sizes that miss their target fail the build. Times depend on
 * the machine: a miss is printed, no more.
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
