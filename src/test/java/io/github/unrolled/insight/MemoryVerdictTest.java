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
    "0, 1, 1, true, false, MEMORY_OR_BEND",
    "0.0005, 1, 0.00099, true, true, HARDLY_SHOWN",
    // An exact solution is no chance.
    "0, 1, 0.00099, true, true, TAKES_MEMORY",
    "9e-7, 1, 0.00099, true, false, MEMORY_OR_BEND",
    "1.48e-6, 0.42, 3.71e-6, true, true, HARDLY_SHOWN",
    "0, 1, 0.00101, true, true, TAKES_MEMORY"
  })
  void theLossIsHeldAgainstTheBaselines(
      double loss, double mean, double line, boolean memory, boolean onlyLines, MemoryVerdict is) {
    Baselines baselines = new Baselines(mean, 1, line, 0, 0);
    assertEquals(is, MemoryVerdict.of(loss, baselines, Double.NaN, null, memory, onlyLines));
  }

  @ParameterizedTest
  @CsvSource({
    // loss, loss of the steps that test, their mean, their line
    "3e-6, 1.23, 1.02, 1.05, BY_HEART",
    "3e-6, 0.95, 1.02, 1.05, BY_HEART",
    "3e-6, 0.9, 1.02, 1.05, TAKES_MEMORY",
    "3e-6, 0.5, 1.02, 0.5, BY_HEART",
    "3e-6, 0.001, 1.02, 0, BY_HEART",
    "3e-6, 0.0009, 1.02, 0, TAKES_MEMORY",
    "3e-6, Infinity, 1.02, 1.05, BY_HEART",
    "3e-6, NaN, 1.02, 1.05, BY_HEART",
    "0.6, 1.23, 1.02, 1.05, NOTHING_SHOWN",
    "1.1, 1.23, 1.02, 1.05, WORSE_THAN_MEAN"
  })
  void whatDoesNotHoldOnTheStepsThatTestIsLearntByHeart(
      double loss, double testLoss, double mean, double line, MemoryVerdict is) {
    Baselines trained = new Baselines(1, 1, 0.5, 0, 0);
    Baselines tested = new Baselines(mean, 1, line, 0, 0);
    assertEquals(is, MemoryVerdict.of(loss, trained, testLoss, tested, true, true));
  }
}
