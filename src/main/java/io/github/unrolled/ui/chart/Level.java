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
  /** Least distance of two labels, in CSS pixels. */
  private static final double LABEL_HEIGHT = 13;

  /**
   * A label in the right margin, where it covers nothing.
   *
   * @param text the level's name
   * @param from place of the level, in CSS pixels from the top
   * @param at middle of the label, in CSS pixels from the top
   */
  record Label(String text, double from, double at) {}

  /**
   * The labels of the levels in the range of the y axis, each as near to its level as the others
   * and the plotting area allow.
   *
   * @param levels from the highest down
   */
  static List<Label> labels(List<Level> levels, ChartFrame frame) {
    List<Level> shown = new ArrayList<>();
    for (Level level : levels) {
      if (frame.showsLevel(level.value)) {
        shown.add(level);
      }
    }
    double[] at = new double[shown.size()];
    double least = frame.top();
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(least, frame.y(shown.get(i).value));
      least = at[i] + LABEL_HEIGHT;
    }
    double most = frame.bottom();
    for (int i = at.length - 1; i >= 0; i--) {
      at[i] = Math.min(most, at[i]);
      most = at[i] - LABEL_HEIGHT;
    }
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      labels.add(new Label(shown.get(i).label, frame.y(shown.get(i).value), at[i]));
    }
    return labels;
  }
}
