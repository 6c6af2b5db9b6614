package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripLayoutTest {
  @Test
  void stripsStandFromTheGatesToTheState() {
    StripLayout lstm = new StripLayout(300, 316, 60, 8, 4, true);
    assertEquals(148, lstm.columnWidth(), 1e-9);
    assertEquals(6, lstm.strips());
    double left = lstm.columnLeft(2);
    assertEquals(12, lstm.stripLeft(2, 1) - left, 1e-9);
    assertEquals(26, lstm.stripLeft(2, 2) - left, 1e-9);
    assertEquals(54, lstm.stripLeft(2, 4) - left, 1e-9);
    assertEquals(73, lstm.stripLeft(2, 5) - left, 1e-9);
    assertEquals(100, lstm.stripLeft(2, 0) - left, 1e-9);
    assertEquals(140, lstm.stateRight(2) - left, 1e-9);
  }

  @Test
  void aPlainNetworkHasItsStripInTheMiddleOfInputAndOutput() {
    StripLayout elman = new StripLayout(300, 316, 60, 8, 0, false);
    assertEquals(60, elman.columnWidth(), 1e-9);
    assertEquals(elman.inputX(3), elman.stateX(3), 0);
    assertEquals(elman.stateLeft(3) + 20, elman.stateX(3), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100, 170, 20",
    "4, 316, 316, 25",
    "8, 316, 316, 12.5",
    "8, 500, 500, 26",
    "32, 250, 278, 4",
    "32, 300, 300, 4",
    "32, 500, 500, 8.125"
  })
  void cellsShareTheHeight(int units, double wanted, double height, double cell) {
    StripLayout layout = new StripLayout(700, wanted, 8, units, 3, false);
    assertEquals(height, layout.height(), 1e-9);
    assertEquals(cell, layout.cellHeight(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"1, 316", "4, 344", "8, 392", "16, 424", "32, 488"})
  void theComfortableHeightGrowsWithTheUnits(int units, double height) {
    assertEquals(height, StripLayout.comfortableHeight(units), 0);
    assertTrue(StripLayout.minHeight(units) < height);
  }

  @ParameterizedTest
  @CsvSource({
    "700, 8, 2, 0, false",
    "300, 60, 32, 4, true",
    "1400, 3, 4, 3, false",
    "0, 1, 1, 4, true"
  })
  void nothingOverlaps(double width, int steps, int units, int gates, boolean hasCellState) {
    double height = StripLayout.comfortableHeight(units);
    StripLayout layout = new StripLayout(width, height, steps, units, gates, hasCellState);
    double right = layout.columnLeft(1);
    for (int place = 0; place < layout.strips(); place++) {
      int strip = layout.stripAt(place);
      assertEquals(place, layout.placeOf(strip));
      assertTrue(layout.stripLeft(1, strip) > right + 1);
      right = layout.stripLeft(1, strip) + layout.stripWidth(strip);
      double middle = layout.stripLeft(1, strip) + layout.stripWidth(strip) / 2;
      assertEquals(strip, layout.nearestStrip(middle - layout.columnLeft(1)));
    }
    assertEquals(layout.stateRight(1), right, 1e-9);
    assertTrue(layout.stateX(1) + layout.ringRadius() < layout.columnLeft(2));
    assertTrue(layout.inputX(1) - layout.inputHalfSide() > layout.columnLeft(1));
    assertTrue(layout.outputY() + layout.ringRadius() + 30 < layout.cellTop(0));
    assertTrue(layout.cellTop(units) + 30 < layout.inputY() - layout.inputHalfSide());
    assertTrue(layout.barTop() + 20 < layout.barBottom());
    assertTrue(layout.barLeft(1) + layout.barWidth() < layout.columnLeft(2));
    assertTrue(layout.cellHeight() >= 5);
    assertTrue(layout.startX() - layout.startRadius() >= layout.gutter());
    assertTrue(layout.startX() + layout.startRadius() + 8 <= layout.stateLeft(1));
  }

  @Test
  void inALowBoxTheEdgesKeepTheirRoom() {
    for (int units : new int[] {1, 2, 4, 8, 32}) {
      for (double height = StripLayout.minHeight(units); height < 400; height += 3) {
        StripLayout layout = new StripLayout(700, height, 8, units, 4, true);
        double above = layout.cellTop(0) - layout.outputBottom();
        double below = layout.inputY() - layout.inputHalfSide() - layout.cellTop(units);
        assertEquals(above, below, 1e-9);
        assertTrue(above >= 12, units + " units at " + height + ": " + above);
        assertTrue(layout.cellHeight() >= 4);
      }
    }
  }

  @Test
  void aPlaceBelongsToAUnitWithinTheStripsOnly() {
    StripLayout layout = new StripLayout(700, 316, 8, 4, 0, false);
    assertEquals(-1, layout.unitAt(layout.cellTop(0) - 1));
    assertEquals(0, layout.unitAt(layout.cellTop(0) + 1));
    assertEquals(3, layout.unitAt(layout.cellTop(4) - 1));
    assertEquals(-1, layout.unitAt(layout.cellTop(4) + 1));
    for (int unit = 0; unit < 4; unit++) {
      assertEquals(unit, layout.unitAt(layout.cellY(unit)));
    }
  }

  @Test
  void aWideColumnIsSeenWholeThoughItsNeighboursAreNot() {
    StripLayout layout = new StripLayout(300, 316, 60, 8, 4, true);
    double scroll = layout.scrollToShow(10, 0);
    assertTrue(layout.columnLeft(10) - scroll >= layout.gutter());
    assertTrue(layout.columnLeft(11) - scroll <= 300);
  }
}
