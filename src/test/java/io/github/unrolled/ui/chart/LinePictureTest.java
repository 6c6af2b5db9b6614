package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.ui.kit.Palette;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePictureTest {
  private static final AxisRange ACROSS = new AxisRange(0, 10);
  private static final double[] XS = {0, 10};

  private static LinePicture picture(double... ys) {
    return LinePicture.fitting(ACROSS, 0.8, -18, true).with(Series.curve(XS, ys, Palette::bptt));
  }

  private static AxisRange up(LinePicture picture) {
    return picture.up(new KeptRange());
  }

  @Test
  void theAxisFitsTheLines() {
    assertEquals(AxisRange.around(-2, 0, 0.8), up(picture(0, -2)));
    assertEquals(-2, picture(0, -2).lowest());
  }

  @Test
  void aFixedAxisStays() {
    AxisRange fixed = new AxisRange(-16, 1);
    assertEquals(
        fixed,
        up(
            LinePicture.within(ACROSS, fixed)
                .with(Series.points(XS, new double[] {5, 50}, Palette::bptt))));
  }

  @Test
  void aNearLevelIsTakenInAndAFarOneIsNot() {
    assertEquals(
        AxisRange.around(-4, 0, 0.8), up(picture(0, -2).with(List.of(new Level(-4, "best line")))));
    assertEquals(
        AxisRange.around(-2, 0, 0.8), up(picture(0, -2).with(List.of(new Level(-6, "best line")))));
    assertEquals(-2, picture(0, -2).with(List.of(new Level(-4, "best line"))).lowest());
  }

  @Test
  void levelsAloneMakeNoAxis() {
    assertEquals(
        new AxisRange(-1, 1),
        up(LinePicture.fitting(ACROSS, 0.8, -18, true).with(List.of(new Level(-4, "best line")))));
  }

  @Test
  void theUpperLineOfABandMayLeaveThePlot() {
    Series middle = Series.thin(XS, new double[] {-1, -3}, Palette::bptt);
    Band band = new Band(new double[] {-2, -5}, middle, new double[] {7, 7}, Palette::bptt);
    assertEquals(AxisRange.around(-5, 0, 0.8), up(picture(0, -2).with(band)));
  }

  @Test
  void whatALineLeavesOutCounts() {
    LinePicture picture =
        LinePicture.fitting(ACROSS, 0.8, -18, true)
            .with(
                Series.curve(XS, new double[] {0, -2}, Palette::bptt)
                    .hiding(new double[] {-3, -2}, new double[] {1, 1}));
    assertEquals(AxisRange.around(-3, 1, 0.8), up(picture));
  }

  @Test
  void aLineThatYieldsDoesNotFlattenTheOthers() {
    double[] exploded = {0, 285};
    Series earlier = Series.broken(XS, exploded, 3, 5, Palette::bptt).yielding();
    LinePicture picture = picture(0, -2).with(earlier);
    assertEquals(AxisRange.around(-2, 1, 0.8), up(picture));
    assertEquals(285, picture.highestYielding());
    Series near = Series.broken(XS, new double[] {0.5, -2.5}, 3, 5, Palette::bptt).yielding();
    assertEquals(AxisRange.around(-2.5, 0.5, 0.8), up(picture(0, -2).with(near)));
    // A better run stays to be compared with.
    Series below = Series.broken(XS, new double[] {0, -12}, 3, 5, Palette::bptt).yielding();
    assertEquals(AxisRange.around(-12, 0, 0.8), up(picture(0, -2).with(below)));
    LinePicture alone = LinePicture.fitting(ACROSS, 0.8, -18, true).with(earlier);
    assertEquals(AxisRange.around(0, 285, 0.8), up(alone));
  }

  @Test
  void theBeginningOfABandDoesNotFlattenTheRest() {
    double[] xs = {0, 1, 50, 100};
    Series middle = Series.thin(xs, new double[] {9, 8, -1, -2}, Palette::search);
    double[] low = {7, 7, -2, -3};
    Band band = new Band(low, middle, new double[] {9, 9, 9, 9}, Palette::search);
    LinePicture picture = LinePicture.fitting(ACROSS, 0.8, -18, true).with(band);
    assertEquals(AxisRange.around(-3, 0, 0.8), up(picture));
  }

  @Test
  void ticksOnTheAxisDoNotCount() {
    assertEquals(
        AxisRange.around(-2, 0, 0.8),
        up(picture(0, -2).with(Series.ticks(new double[] {100}, Palette::bptt))));
  }

  @Test
  void askedAgainItIsTheSame() {
    LinePicture picture = picture(0, -2).with(List.of(new Level(-4, "best line")));
    KeptRange kept = new KeptRange();
    assertEquals(picture.up(kept), picture.up(kept));
  }
}
