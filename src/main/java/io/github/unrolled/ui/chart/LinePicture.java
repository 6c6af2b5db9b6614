package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.plot.LossExtent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a line chart's picture: the ranges of its axes and everything within them. All
 * additions come before the first query.
 */
public final class LinePicture {
  /** How far lines that yield may widen the y axis upwards, as a multiple of its span. */
  private static final double MOST_WIDENING = 0.5;

  private final AxisRange across;
  private final @Nullable AxisRange fixedUp;
  private final double leastSpan;
  private final double floor;
  private final boolean keepsRange;
  private final List<Band> bands = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private final List<Series> lines = new ArrayList<>();

  /** The extent from the lowest to the highest point, once computed. */
  private @Nullable Extent data;

  private LinePicture(
      AxisRange across,
      @Nullable AxisRange fixedUp,
      double leastSpan,
      double floor,
      boolean keepsRange) {
    this.across = across;
    this.fixedUp = fixedUp;
    this.leastSpan = leastSpan;
    this.floor = floor;
    this.keepsRange = keepsRange;
  }

  /** Makes a picture with fixed ranges of the axes. */
  public static LinePicture within(AxisRange across, AxisRange up) {
    return new LinePicture(across, up, 0, 0, false);
  }

  /**
   * Makes a picture whose y axis fits the lines and the levels near them.
   *
   * @param leastSpan least span of the y axis
   * @param floor value at or below which a level is off the scale
   * @param keepsRange whether the y axis does not change while it suits the lines
   */
  public static LinePicture fitting(
      AxisRange across, double leastSpan, double floor, boolean keepsRange) {
    return new LinePicture(across, null, leastSpan, floor, keepsRange);
  }

  /** Adds a band below all else. */
  public LinePicture with(Band band) {
    bands.add(band);
    return this;
  }

  /** Adds all levels, from the highest down; they lie below the lines. */
  public LinePicture with(List<Level> all) {
    levels.addAll(all);
    return this;
  }

  /** Adds a line above the earlier ones. */
  public LinePicture with(Series line) {
    lines.add(line);
    return this;
  }

  /** The range of the x axis. */
  AxisRange across() {
    return across;
  }

  /** The range of the y axis, given the last one. */
  AxisRange up(KeptRange kept) {
    AxisRange fixed = fixedUp;
    if (fixed != null) {
      return fixed;
    }
    Extent shown = new Extent();
    shown.add(data().low(), data().high());
    if (!isEmpty() && !levels.isEmpty()) {
      double[] values = new double[levels.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = levels.get(i).value();
      }
      LossExtent.widen(shown, values, floor);
    }
    return kept.of(shown, leastSpan, keepsRange);
  }

  private boolean isEmpty() {
    return data().low() > data().high();
  }

  /** The lowest point of the lines and of the lower parts of the bands; infinite for none. */
  public double lowest() {
    return data().low();
  }

  private Extent data() {
    Extent known = data;
    if (known == null) {
      known = new Extent();
      Extent yielding = new Extent();
      for (Series line : lines) {
        Extent takes = line.yields() ? yielding : known;
        takes.add(line.ys());
        takes.add(line.low());
        takes.add(line.high());
      }
      for (Band band : bands) {
        band.addTo(known, yielding);
      }
      if (known.low() > known.high()) {
        known = yielding;
      } else if (yielding.low() <= yielding.high()) {
        // Only upwards: an explosion has no end, but a line below is one to be compared with.
        double low = Math.min(known.low(), yielding.low());
        known.widenTo(yielding, MOST_WIDENING);
        known.include(low);
      }
      data = known;
    }
    return known;
  }

  /** The highest point of the lines that yield; minus infinity for none. */
  double highestYielding() {
    Extent extent = new Extent();
    for (Series line : lines) {
      if (line.yields()) {
        extent.add(line.ys());
      }
    }
    return extent.high();
  }

  /** The bands in the order of their addition; read only. */
  List<Band> bands() {
    return bands;
  }

  /** The levels from the highest down; read only. */
  List<Level> levels() {
    return levels;
  }

  /** The lines from the lowest layer up; read only. */
  List<Series> lines() {
    return lines;
  }
}
