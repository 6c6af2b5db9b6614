package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A picture of losses: its decades, its colours, and what overflowed in it. */
class LossColorTest {
  private static final LossColor LIGHT = new LossColor("#123d6b", "#7fa9d2", "#ffffff", "#55606e");

  private static AxisRange decades(double... logs) {
    double[] all = new double[100];
    Arrays.setAll(all, i -> logs[i % logs.length]);
    return LossColor.decades(all);
  }

  @Test
  void theDecadesAreWholeAndHoldTheLosses() {
    assertEquals(new AxisRange(-3, 2), decades(-2.5, 1.2));
    assertEquals(new AxisRange(0, 1), decades(0.5));
    assertEquals(new AxisRange(-1, 2), decades(-1, 1));
    assertEquals(new AxisRange(-3, 308), decades(-2.5, 307));
    assertEquals(new AxisRange(-1, 0), decades(Double.NaN, Double.POSITIVE_INFINITY));
    assertEquals(new AxisRange(0, 1), decades(Double.NaN, 0.5));
  }

  @Test
  void aSpeckOfZeroDoesNotFlattenTheRest() {
    double[] logs = new double[100];
    Arrays.fill(logs, 0.5);
    logs[3] = -18;
    assertEquals(new AxisRange(0, 1), LossColor.decades(logs));
    Arrays.fill(logs, -18);
    assertEquals(new AxisRange(-18, -17), LossColor.decades(logs));
  }

  @Test
  void lightnessChangesInOneDirection() {
    double last = 0;
    for (int i = 0; i <= 100; i++) {
      double contrast = Rgb.BLACK.contrast(color(i / 100.0));
      assertTrue(contrast >= last, "at " + i);
      last = contrast;
    }
    assertEquals("#123d6b", color(-1).css());
    assertEquals("#ffffff", color(2).css());
  }

  private static Rgb color(double log) {
    int[] pixel = new int[1];
    LIGHT.paint(new double[] {log}, 1, new AxisRange(0, 1), pixel);
    return new Rgb(pixel[0] & 0xff, pixel[0] >> 8 & 0xff, pixel[0] >> 16 & 0xff);
  }

  @Test
  void aPictureBeginsAtTheTopAndStripesWhatOverflowed() {
    int[] pixels = new int[4];
    AxisRange range = new AxisRange(0, 1);
    LIGHT.paint(new double[] {0, 1, -5, 9}, 2, range, pixels);
    assertEquals("ff6b3d12 ffffffff ff6b3d12 ffffffff", hex(pixels));
    LIGHT.paint(new double[] {Double.NaN, 0, Double.POSITIVE_INFINITY, 0}, 2, range, pixels);
    assertEquals("ff6e6055 ff6b3d12 ff6e6055 ff6b3d12", hex(pixels));
    int[] large = new int[64];
    double[] overflow = new double[64];
    Arrays.fill(overflow, Double.NaN);
    LIGHT.paint(overflow, 8, range, large);
    assertEquals(2, Arrays.stream(large).distinct().count());
  }

  private static String hex(int[] pixels) {
    StringBuilder text = new StringBuilder();
    for (int pixel : pixels) {
      text.append(text.isEmpty() ? "" : " ").append(Integer.toHexString(pixel));
    }
    return text.toString();
  }
}
