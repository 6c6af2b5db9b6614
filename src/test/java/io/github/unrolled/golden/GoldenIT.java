package io.github.unrolled.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.browser.PageTest;
import io.github.unrolled.math.JvmDecimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser computes exactly the numbers that the virtual machine computes. */
class GoldenIT extends PageTest {
  private static final int SESSIONS = 100;

  @ParameterizedTest
  @ValueSource(strings = {"golden.min.js", "golden-strict.js"})
  void everyNumberIsTheSameInTheBrowser(String script) throws IOException {
    load(script);
    assertSame(Golden.elementary(), "golden.elementary()");
    assertSame(Golden.random(), "golden.random()");
    assertSame(Golden.vectors(), "golden.vectors()");
    for (int activation = 0; activation < Golden.activations(); activation++) {
      assertSame(Golden.search(activation), "golden.search(" + activation + ")");
      assertSame(Golden.training(activation), "golden.training(" + activation + ")");
    }
    for (int cell = 0; cell < Golden.cells(); cell++) {
      assertSame(Golden.cell(cell), "golden.cell(" + cell + ")");
    }
    assertSame(Golden.solutions(), "golden.solutions()");
    for (int seed = 0; seed < SESSIONS; seed++) {
      assertSame(Golden.session(seed), "golden.session(" + seed + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden.min.js", "golden-strict.js"})
  void everyNumberIsWrittenAndReadAlikeInTheBrowser(String script) throws IOException {
    load(script);
    String[] expected = Golden.texts(new JvmDecimals()).split("\n", -1);
    String[] actual = ((String) page().evaluate("golden.texts()")).split("\n", -1);
    assertTrue(expected.length > 1_000);
    assertArrayEquals(expected, actual);
  }

  private void load(String script) throws IOException {
    String source = Files.readString(Path.of(System.getProperty("unrolled.golden"), script));
    page()
        .evaluate(
            "globalThis.golden = (() => { const exports = {};" + source + ";return exports; })()");
  }

  private void assertSame(double[] expected, String call) {
    // As bit patterns, because text could hide a last bit.
    String inBrowser = "new BigUint64Array(Float64Array.from(" + call + ").buffer)";
    List<?> text = (List<?>) page().evaluate("Array.from(" + inBrowser + ", String)");
    long[] actual =
        text.stream().mapToLong(bits -> Long.parseUnsignedLong((String) bits)).toArray();
    assertEquals(expected.length, actual.length, call);
    for (int i = 0; i < expected.length; i++) {
      // The sign of NaN is free; that of zero is not.
      String what = call + " at " + i;
      assertEquals(expected[i], Double.longBitsToDouble(actual[i]), what);
    }
  }
}
