package io.github.unrolled.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of the y axis that lines are held against.
 *
 * @param value where it is on the axis
 * @param label what it is called there
 */
public record Level(double value, String label) {
  /** Levels that are closer than this, in CSS pixels, share a label. */
  private static final double LABEL_HEIGHT = 14;

  /**
   * The labels of the levels that are within the y axis; those that are close to one another are
   * one, at the highest of them.
   *
   * @param levels from the highest down
   */
  static List<Level> labels(List<Level> levels, ChartFrame frame) {
    List<Level> labels = new ArrayList<>();
    Level open = null;
    for (Level level : levels) {
      if (!frame.showsLevel(level.value)) {
        if (open != null) {
          labels.add(open);
        }
        open = null;
      } else if (open != null && frame.pixelsUp(open.value - level.value) < LABEL_HEIGHT) {
        open = new Level(open.value, open.label + ", " + level.label);
      } else {
        if (open != null) {
          labels.add(open);
        }
        open = level;
      }
    }
    if (open != null) {
      labels.add(open);
    }
    return labels;
  }
}
