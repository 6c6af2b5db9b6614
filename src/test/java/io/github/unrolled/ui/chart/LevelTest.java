package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelTest {
  private static final Level HIGH = new Level(0.5, "mean");
  private static final Level NEAR = new Level(0.45, "copy");
  private static final Level LOW = new Level(-0.5, "line");

  private static List<String> names(List<Level.Label> labels) {
    return labels.stream().map(Level.Label::text).toList();
  }

  @Test
  void aLabelStandsAtItsLevelIfThereIsRoom() {
    ChartFrame frame = ChartFrameTest.frame(-1, 1);
    for (Level.Label label : Level.labels(List.of(HIGH, LOW), frame)) {
      assertEquals(label.from(), label.at());
    }
  }

  @Test
  void closeLevelsKeepLabelsOfTheirOwnInTheirOrder() {
    ChartFrame frame = ChartFrameTest.frame(-1, 1);
    List<Level.Label> labels = Level.labels(List.of(HIGH, NEAR, LOW), frame);
    assertEquals(List.of("mean", "copy", "line"), names(labels));
    assertEquals(frame.y(0.45), labels.get(1).from());
    assertEquals(13, labels.get(1).at() - labels.get(0).at(), 1e-9);
  }

  @Test
  void noneLeavesThePlotOrOverlapsAnother() {
    for (double bottom = -1; bottom < 0.4; bottom += 0.05) {
      ChartFrame frame = ChartFrameTest.frame(bottom, 0.55);
      List<Level> levels = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        levels.add(new Level(bottom + 0.01 * (3 - i), "level " + i));
      }
      List<Level.Label> labels = Level.labels(levels, frame);
      assertEquals(3, labels.size());
      for (int i = 0; i < 3; i++) {
        assertTrue(labels.get(i).at() <= frame.bottom() && labels.get(i).at() >= frame.top());
        assertTrue(i == 0 || labels.get(i).at() - labels.get(i - 1).at() >= 13 - 1e-9);
      }
    }
  }

  @Test
  void whatIsOffTheAxisHasNoLabel() {
    assertEquals(
        List.of("copy"),
        names(Level.labels(List.of(HIGH, NEAR, LOW), ChartFrameTest.frame(-0.4, 0.47))));
    assertEquals(List.of(), Level.labels(List.of(HIGH, LOW), ChartFrameTest.frame(2, 3)));
    assertEquals(List.of(), Level.labels(List.of(), ChartFrameTest.frame(2, 3)));
  }
}
