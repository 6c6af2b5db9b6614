package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnrolledLayoutTest {
  @Test
  void eightStepsFillTheWidth() {
    UnrolledLayout layout = new UnrolledLayout(880, 316, 8);
    assertEquals(97.75, layout.columnWidth(), 1e-9);
    assertEquals(138.875, layout.center(1), 1e-9);
    assertEquals(880, layout.contentWidth(), 1e-9);
    assertEquals(25, layout.nodeRadius(), 0);
  }

  @Test
  void fewStepsStandInTheMiddleAndNotTooFarApart() {
    UnrolledLayout layout = new UnrolledLayout(880, 316, 3);
    assertEquals(UnrolledLayout.MAX_COLUMN, layout.columnWidth(), 0);
    double freeAtLeft = layout.columnLeft(1) - 90;
    double freeAtRight = 872 - layout.columnLeft(4);
    assertEquals(freeAtLeft, freeAtRight, 1e-9);
  }

  @Test
  void manyStepsScroll() {
    UnrolledLayout layout = new UnrolledLayout(500, 316, 499);
    assertEquals(UnrolledLayout.MIN_COLUMN, layout.columnWidth(), 0);
    assertEquals(58 + 499 * 54 + 8, layout.contentWidth(), 1e-9);
    assertEquals(1, layout.firstVisible(0));
    assertEquals(9, layout.lastVisible(0));
    assertEquals(499, layout.lastVisible(layout.contentWidth() - 500));
  }

  @Test
  void eightStepsFitAPhone() {
    UnrolledLayout layout = new UnrolledLayout(372, 200, 8);
    assertEquals(372, layout.contentWidth(), 1e-9);
    assertTrue(layout.nodeRadius() >= 13);
    assertTrue(2 * layout.ringRadius() <= layout.columnWidth());
  }

  @Test
  void aLowDrawingKeepsItsEdges() {
    UnrolledLayout layout = new UnrolledLayout(560, 190, 8);
    double below = layout.inputY() - layout.inputHalfSide() - layout.hiddenY();
    assertTrue(below - layout.nodeRadius() >= 12);
    assertEquals(15.833333333333334, layout.nodeRadius(), 1e-9);
  }

  @Test
  void scrollsNoFurtherThanAStepAndItsNeighboursNeed() {
    UnrolledLayout layout = new UnrolledLayout(300, 316, 60);
    assertEquals(0, layout.scrollToShow(1, 0), 0);
    assertEquals(0, layout.scrollToShow(3, 0), 0);
    double forward = layout.scrollToShow(10, 0);
    assertEquals(layout.columnLeft(12) + 8 - 300, forward, 1e-9);
    assertEquals(forward, layout.scrollToShow(10, forward), 0);
    assertEquals(layout.columnLeft(4) - 36, layout.scrollToShow(5, forward), 1e-9);
    assertEquals(layout.contentWidth() - 300, layout.scrollToShow(60, 0), 0);
  }

  @ParameterizedTest
  @CsvSource({"880, 8", "640, 16", "300, 60", "1400, 3", "0, 1", "320, 499"})
  void nothingOverlaps(double width, int steps) {
    UnrolledLayout layout = new UnrolledLayout(width, 316, steps);
    double radius = layout.nodeRadius();
    assertTrue(layout.expectedY() + 6 < layout.outputY() - layout.ringRadius());
    assertTrue(layout.outputY() + layout.ringRadius() + 20 < layout.hiddenY() - radius);
    assertTrue(layout.barTop() + 20 < layout.barBottom());
    assertTrue(layout.barSignY() + 4 < layout.inputY() - layout.inputHalfSide());
    assertTrue(layout.inputY() + layout.inputHalfSide() + 6 < layout.labelY());
    assertTrue(layout.labelY() + 6 < layout.height());
    assertTrue(2 * layout.ringRadius() <= layout.columnWidth());
    assertTrue(layout.barLeft(1) + layout.barWidth() <= layout.columnLeft(2));
    assertTrue(layout.startX() - layout.startRadius() >= layout.gutter());
    assertTrue(layout.startX() + layout.startRadius() + 8 <= layout.center(1) - radius);
    double below = layout.inputY() - layout.inputHalfSide() - layout.hiddenY() - radius;
    double above = layout.hiddenY() - radius - layout.outputY() - layout.ringRadius();
    assertEquals(below, above, 1e-9);
  }

  @Test
  void edgesGrowWithTheWeightUpToABound() {
    assertEquals(1, UnrolledLayout.edgeWidth(0), 0);
    assertEquals(3.5, UnrolledLayout.edgeWidth(-1), 1e-12);
    assertEquals(4.75, UnrolledLayout.edgeWidth(3), 1e-12);
    assertEquals(6, UnrolledLayout.edgeWidth(Double.POSITIVE_INFINITY), 0);
  }

  @Test
  void thereIsAtLeastOneStep() {
    assertThrows(IllegalArgumentException.class, () -> new UnrolledLayout(300, 316, 0));
  }
}
