package io.github.unrolled.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import org.junit.jupiter.api.Test;

class HorizonWordsTest {
  private final HorizonWords words = new HorizonWords(new NumberFormat(new JvmDecimals()));

  @Test
  void saysHowManyTimesTheErrorGrew() {
    assertEquals(
        "One step ahead, with each input given, the error is 0.100; 2 steps ahead, on its own,"
            + " 0.711: 7.11 times as much.",
        words.growth(Fans.silent(0.1, 0.1, 1, 1), 2));
  }

  @Test
  void saysNoMultipleOfWhatHardlyGrewOrOfNothing() {
    assertEquals(
        "One step ahead, with each input given, the error is 0.500; 2 steps ahead, on its own,"
            + " 0.500.",
        words.growth(Fans.silent(0.5, 0.5, 0.5, 0.5), 2));
    assertEquals(
        "One step ahead, with each input given, the error is 0; 2 steps ahead, on its own, 0.707.",
        words.growth(Fans.silent(0, 0, 1, 1), 2));
  }

  @Test
  void looksAsFarAsHalfOfTheRunsReach() {
    assertEquals(
        "One step ahead, with each input given, the error is 0.500; 3 steps ahead, on its own,"
            + " 0.500.",
        words.growth(
            Fans.silent(0.5, 0.5, 0.5, 0.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN), 4));
  }

  @Test
  void theLessonFitsTheCase() {
    String fails = "A line without memory can be good one step ahead and fail on its own.";
    String holds = "On its own the network does as well as with each input given.";
    assertEquals(fails, words.lesson(Fans.silent(0.1, 0.1, 1, 1), 2));
    assertEquals(fails, words.lesson(Fans.silent(0, 0, 1, 1), 2));
    assertEquals(holds, words.lesson(Fans.silent(0.5, 0.5, 0.5, 0.5), 2));
    assertEquals(holds, words.lesson(Fans.silent(0, 0, 0, 0), 2));
    assertEquals(holds, words.lesson(Fans.silent(1e-17, 1e-17, 1e-12, 1e-12), 2));
  }

  @Test
  void countsRuns() {
    assertEquals("1 run", words.runs(1));
    assertEquals("2 runs", words.runs(2));
  }
}
