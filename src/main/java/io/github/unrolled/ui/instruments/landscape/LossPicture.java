package io.github.unrolled.ui.instruments.landscape;

import io.github.unrolled.insight.LossLandscape;
import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.AxisTicks;
import io.github.unrolled.plot.Contours;
import io.github.unrolled.plot.LossColor;
import org.jspecify.annotations.Nullable;

/**
 * Losses as pictured: their logarithms cell by cell, the decades that the colours stand for, which
 * stay the same while they fit, and lines of equal loss.
 */
final class LossPicture {
  /** Cells along each side. */
  static final int SIZE = LossLandscape.SIZE;

  /** Base-10 logarithm of the smallest loss distinguished from 0. */
  private static final double FLOOR = -18;

  private static final int MOST_TICKS = 8;

  /** Most decades with contours at 1, 2 and 5 in each; more have them at 1 at most. */
  private static final int MOST_DECADES_OF_THREE = 4;

  private static final double LOG_2 = 0.3010299956639812;
  private static final double LOG_5 = 0.6989700043360187;
  private static final int MOST_SEGMENTS = 8_000;

  private final Logarithms logarithms;
  private final double[] logs = new double[SIZE * SIZE];
  private final Contours contours = new Contours(logs, SIZE, SIZE, MOST_SEGMENTS);
  private @Nullable AxisRange decades;
  private boolean isThere;
  private int lowest = -1;
  private int revision;

  /** Takes logarithms. */
  interface Logarithms {
    /** Replaces each number by its base-10 logarithm, or by a floor where that is lower. */
    void take(double[] numbers, double floor);
  }

  LossPicture(Logarithms logarithms) {
    this.logarithms = logarithms;
  }

  /** Removes the losses. */
  void clear() {
    isThere = false;
    contours.clear();
    lowest = -1;
    revision++;
  }

  /** Forgets the decades that the colours stand for. */
  void forgetDecades() {
    decades = null;
  }

  /**
   * Takes over losses.
   *
   * @param losses shape [SIZE, SIZE], row by row from the lowest. Not modified.
   * @param fine whether every cell has its own loss; coarse losses get no contours
   */
  void take(double[] losses, boolean fine) {
    System.arraycopy(losses, 0, logs, 0, logs.length);
    logarithms.take(logs, FLOOR);
    lowest = -1;
    for (int i = 0; i < logs.length; i++) {
      if (logs[i] <= Double.MAX_VALUE && (lowest < 0 || losses[i] < losses[lowest])) {
        lowest = i;
      }
    }
    AxisRange fitting = LossColor.decades(logs);
    AxisRange last = decades;
    AxisRange range = last == null ? fitting : last.adapted(fitting, fitting.min(), fitting.max());
    decades = range;
    contours.clear();
    if (fine) {
      addContours(range);
    }
    isThere = true;
    revision++;
  }

  private void addContours(AxisRange range) {
    for (double place : ticks(range).places(range)) {
      double log = range.min() + place * range.span();
      contours.add(log);
      if (range.span() <= MOST_DECADES_OF_THREE) {
        contours.add(log + LOG_2);
        contours.add(log + LOG_5);
      }
    }
  }

  /** Ticks of a colour scale over some decades. */
  static AxisTicks ticks(AxisRange decades) {
    return AxisTicks.log10(decades, MOST_TICKS);
  }

  /** Whether there are losses to show. */
  boolean isThere() {
    return isThere;
  }

  /** A number that changes whenever the losses change. */
  int revision() {
    return revision;
  }

  /** Base-10 logarithms of the losses, in the same layout. Live, not to be modified. */
  double[] logs() {
    return logs;
  }

  /** Powers of ten that the colours stand for; null before the first losses. */
  @Nullable AxisRange decades() {
    return decades;
  }

  /** Lines of equal loss, in cells from the lower left corner. Live, not to be modified. */
  Contours contours() {
    return contours;
  }

  /** Cell of the lowest loss; -1 if none is finite. */
  int lowest() {
    return lowest;
  }
}
