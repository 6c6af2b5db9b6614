package io.github.unrolled.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of the y axis with which lines are compared.
 *
 * @param value place on the axis
 * @param label name on the chart
 */
public record Level(double value, String label) {
  /** Distance, in CSS pixels, below which levels share a label. */
  private static final double LABEL_HEIGHT = 14;

  /** Height that a label takes below its level: more where it has no room above. */
  private static double room(Level level, ChartFrame frame) {
    return ChartTexts.fitsAbove(level.value, frame) ? LABEL_HEIGHT : 2.2 * LABEL_HEIGHT;
  }

  /**
   * The labels of the levels in the range of the y axis; levels close to one another share a label
   * at the highest of them.
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
      } else if (open != null && frame.pixelsUp(open.value - level.value) < room(open, frame)) {
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
