package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.plot.AxisRange;
import org.junit.jupiter.api.Test;

class ChartFrameTest {
  /** A plotting area from (40, 8) to (240, 108). */
  static ChartFrame frame(double low, double high) {
    ChartFrame frame = new ChartFrame(10);
    frame.resize(250, 132);
    frame.setLeft(40);
    frame.show(new AxisRange(0, 100), new AxisRange(low, high));
    return frame;
  }

  @Test
  void valuesAreWithinThePlottingArea() {
    ChartFrame frame = frame(-1, 1);
    assertEquals(40, frame.x(0));
    assertEquals(240, frame.x(100));
    assertEquals(90, frame.x(25));
    assertEquals(108, frame.y(-1));
    assertEquals(8, frame.y(1));
    assertEquals(50, frame.pixelsUp(1));
    assertTrue(Double.isNaN(frame.y(Double.NaN)));
  }

  @Test
  void farBeyondThePlotItDoesNotMatterWhere() {
    assertEquals(1e5, frame(-1, 1).x(1e9));
    assertEquals(-1e5, frame(-1, 1).y(1e9));
  }

  @Test
  void headroomIsTakenFromThePlot() {
    ChartFrame frame = frame(-1, 1);
    frame.setHeadroom(20);
    assertEquals(28, frame.y(1));
    assertEquals(80, frame.plotHeight());
  }

  @Test
  void labelsHaveRoom() {
    assertEquals(4, frame(-1, 1).ticksAcross(50));
    assertEquals(1, frame(-1, 1).ticksAcross(500));
    assertEquals(5, frame(-1, 1).ticksUp(20));
    assertEquals(3, frame(-1, 1).ticksUp(90));
  }

  @Test
  void hasASizeOnceItHasBoth() {
    ChartFrame frame = new ChartFrame(10);
    assertFalse(frame.hasSize());
    frame.resize(10, 0);
    assertFalse(frame.hasSize());
    frame.resize(10, 10);
    assertTrue(frame.hasSize());
  }
}
