package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryVerdictTest {

  @ParameterizedTest
  @CsvSource({
    // loss, mean, line, memory, onlyLines
    "NaN, 1, 0.5, true, true, NONE",
    "Infinity, 1, 0.5, false, true, NONE",
    "0.3, 1, 0.5, false, true, MEMORY_OFF",
    "2, 1, 0, false, false, MEMORY_OFF",
    "2, 1, 0, true, false, LINE_SOLVES",
    "0.001, 1, 1e-6, true, true, LINE_SOLVES",
    "0.1, 0, 0, true, true, LINE_SOLVES",
    "0, 0, 0, true, true, LINE_SOLVES",
    "1.01, 1, 1e-5, true, true, WORSE_THAN_MEAN",
    "1.01, 1, 1, true, true, WORSE_THAN_MEAN",
    "1, 1, 0.5, true, true, NOTHING_SHOWN",
    "0.46, 1, 0.5, true, true, NOTHING_SHOWN",
    "0.45, 1, 0.5, true, false, NOTHING_SHOWN",
    "0.44, 1, 0.5, true, true, TAKES_MEMORY",
    "0, 1, 0.5, true, true, TAKES_MEMORY",
    "0.44, 1, 0.5, true, false, MEMORY_OR_BEND",
    "0, 1, 1, true, false, MEMORY_OR_BEND"
  })
  void theLossIsHeldAgainstTheBaselines(
      double loss, double mean, double line, boolean memory, boolean onlyLines, MemoryVerdict is) {
    Baselines baselines = new Baselines(mean, 1, line, 0, 0);
    assertEquals(is, MemoryVerdict.of(loss, baselines, memory, onlyLines));
  }
}
