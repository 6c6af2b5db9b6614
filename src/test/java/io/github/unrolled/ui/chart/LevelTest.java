package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelTest {
  private static final Level HIGH = new Level(0.5, "mean");
  private static final Level NEAR = new Level(0.25, "copy");
  private static final Level LOW = new Level(-0.5, "best line");

  @Test
  void closeLevelsShareALabelAtTheHighest() {
    // 50 pixels per unit: 12.5 between the first two, 37.5 to the last.
    assertEquals(
        List.of(new Level(0.5, "mean, copy"), LOW),
        Level.labels(List.of(HIGH, NEAR, LOW), ChartFrameTest.frame(-1, 1)));
    assertEquals(
        List.of(HIGH, new Level(0.2, "copy"), LOW),
        Level.labels(List.of(HIGH, new Level(0.2, "copy"), LOW), ChartFrameTest.frame(-1, 1)));
  }

  @Test
  void theDistanceCountsFromTheLabelNotFromTheLastLevel() {
    Level middle = new Level(0.3, "a");
    Level lower = new Level(0.1, "b");
    assertEquals(
        List.of(new Level(0.5, "mean, a"), lower),
        Level.labels(List.of(HIGH, middle, lower), ChartFrameTest.frame(-1, 1)));
  }

  @Test
  void whatIsOffTheAxisHasNoLabel() {
    assertEquals(
        List.of(NEAR), Level.labels(List.of(HIGH, NEAR, LOW), ChartFrameTest.frame(-0.4, 0.4)));
    assertEquals(List.of(), Level.labels(List.of(HIGH, LOW), ChartFrameTest.frame(2, 3)));
    assertEquals(List.of(), Level.labels(List.of(), ChartFrameTest.frame(2, 3)));
  }
}
