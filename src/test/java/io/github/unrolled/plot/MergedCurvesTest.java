package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MergedCurvesTest {
  private static final double NONE = Double.NaN;
  private static final AxisRange UNIT = new AxisRange(0, 1);

  private static double[] merged(double[] x1, double[] y1, double[] x2, double[] y2) {
    return MergedCurves.of(x1, y1, x2, y2).places(UNIT, UNIT);
  }

  @Test
  void eachXOfBothCurvesComesOnce() {
    assertArrayEquals(
        new double[] {0, 1, 3, 4, 6, /* */ 9, NONE, 8, NONE, 7, /* */ NONE, 5, 4, 3, NONE},
        merged(
            new double[] {0, 3, 6},
            new double[] {9, 8, 7},
            new double[] {1, 3, 4},
            new double[] {5, 4, 3}));
  }

  @Test
  void aCurveMayBeEmpty() {
    double[] none = {};
    double[] one = {2};
    assertArrayEquals(none, merged(none, none, none, none));
    assertArrayEquals(new double[] {2, 2, NONE}, merged(one, one, none, none));
    assertArrayEquals(new double[] {2, NONE, 2}, merged(none, none, one, one));
  }

  @Test
  void theLastPointUpToALimit() {
    double[] ascending = {0, 3, 6};
    assertEquals(-1, MergedCurves.lastUpTo(ascending, -1));
    assertEquals(0, MergedCurves.lastUpTo(ascending, 2.9));
    assertEquals(1, MergedCurves.lastUpTo(ascending, 3));
    assertEquals(2, MergedCurves.lastUpTo(ascending, Double.POSITIVE_INFINITY));
    assertEquals(-1, MergedCurves.lastUpTo(new double[0], 1));
  }
}
