package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.unrolled.plot.AxisRange;
import io.github.unrolled.plot.Extent;
import org.junit.jupiter.api.Test;

class KeptRangeTest {
  private final KeptRange kept = new KeptRange();

  private static Extent extent(double... numbers) {
    Extent extent = new Extent();
    extent.add(numbers);
    return extent;
  }

  @Test
  void staysWhileItSuits() {
    AxisRange first = kept.of(extent(-3, 0), 0.8, true);
    assertSame(first, kept.of(extent(-2.9, -0.1), 0.8, true));
    assertEquals(AxisRange.around(-1.1, -1, 0.8), kept.of(extent(-1.1, -1), 0.8, true));
  }

  @Test
  void fitsTightlyWhereItNeedNotKeep() {
    AxisRange first = kept.of(extent(-3, 0), 0.8, true);
    AxisRange tight = kept.of(extent(-2.5, -0.1), 0.8, false);
    assertNotEquals(first, tight);
    assertEquals(AxisRange.around(-2.5, -0.1, 0.8), tight);
  }

  @Test
  void nothingLeavesWhatIsKept() {
    AxisRange first = kept.of(extent(-3, 0), 0.8, true);
    assertEquals(new AxisRange(-1, 1), kept.of(extent(), 0.8, true));
    assertSame(first, kept.of(extent(-2.9, -0.1), 0.8, true));
  }

  @Test
  void forgets() {
    AxisRange first = kept.of(extent(-3, 0), 0.8, true);
    kept.forget();
    assertNotEquals(first, kept.of(extent(-2.5, -0.1), 0.8, true));
  }
}
