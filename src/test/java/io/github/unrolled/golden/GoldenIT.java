package io.github.unrolled.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.unrolled.browser.PageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser computes the very numbers that the virtual machine computes. */
class GoldenIT extends PageTest {
  /**
   * What {@code Golden.trace} gives in the browser, as bit patterns: text could hide a last bit.
   */
  private static final String TRACE_BITS =
      """
      seed => Array.from(
          new BigUint64Array(Float64Array.from(golden.trace(seed)).buffer), bits => bits.toString())
      """;

  @ParameterizedTest
  @ValueSource(strings = {"golden.js", "golden-strict.js"})
  void traceIsTheSameInTheBrowser(String script) throws IOException {
    String source = Files.readString(Path.of(System.getProperty("unrolled.golden"), script));
    page()
        .evaluate(
            "globalThis.golden = (() => { const exports = {};" + source + ";return exports; })()");
    for (int seed = 0; seed < 20; seed++) {
      assertArrayEquals(bits(Golden.trace(seed)), tracedInBrowser(seed), "seed " + seed);
    }
  }

  private long[] tracedInBrowser(int seed) {
    List<?> bits = (List<?>) page().evaluate(TRACE_BITS, seed);
    return bits.stream().mapToLong(text -> Long.parseUnsignedLong((String) text)).toArray();
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
