package io.github.unrolled.ui.chart;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import io.github.unrolled.plot.LossExtent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of a line chart: the ranges of its axes, and all that lies in them. Once it is
 * asked for anything nothing more is added to it.
 */
public final class LinePicture {
  private final AxisRange across;
  private final @Nullable AxisRange fixedUp;
  private final double leastSpan;
  private final double floor;
  private final boolean keepsRange;
  private final List<Band> bands = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private final List<Series> lines = new ArrayList<>();

  /** From the lowest to the highest point, once it is known. */
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

  /** Makes one whose axes show fixed ranges. */
  public static LinePicture within(AxisRange across, AxisRange up) {
    return new LinePicture(across, up, 0, 0, false);
  }

  /**
   * Makes one whose y axis fits the lines and the levels near them.
   *
   * @param leastSpan what the y axis spans at least
   * @param floor a level there or lower is off the scale
   * @param keepsRange whether the y axis stays as it was for as long as it suits
   */
  public static LinePicture fitting(
      AxisRange across, double leastSpan, double floor, boolean keepsRange) {
    return new LinePicture(across, null, leastSpan, floor, keepsRange);
  }

  /** Adds a band, which lies below all else. */
  public LinePicture with(Band band) {
    bands.add(band);
    return this;
  }

  /** Adds levels, which lie below the lines: all at once, from the highest down. */
  public LinePicture with(List<Level> all) {
    levels.addAll(all);
    return this;
  }

  /** Adds a line over those before it. */
  public LinePicture with(Series line) {
    lines.add(line);
    return this;
  }

  /** What the x axis shows. */
  AxisRange across() {
    return across;
  }

  /** What the y axis shows, given what it showed before. */
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

  /** The lowest point of the lines, and of the lower parts of the bands; infinite for none. */
  public double lowest() {
    return data().low();
  }

  private Extent data() {
    Extent known = data;
    if (known == null) {
      known = new Extent();
      for (Series line : lines) {
        known.add(line.ys());
      }
      for (Band band : bands) {
        known.add(band.low());
        known.add(band.middle().ys());
      }
      data = known;
    }
    return known;
  }

  /** The bands, in the order in which they were added; to be read. */
  List<Band> bands() {
    return bands;
  }

  /** The levels from the highest down; to be read. */
  List<Level> levels() {
    return levels;
  }

  /** The lines from the lowest layer up; to be read. */
  List<Series> lines() {
    return lines;
  }
}
