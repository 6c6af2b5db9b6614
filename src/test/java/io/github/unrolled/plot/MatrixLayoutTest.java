package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixLayoutTest {
  private static final int[] WIDTHS = {210, 250, 290, 330, 520};

  @ParameterizedTest
  @CsvSource({
    "2, 1, 1, 1, 44, 24, true",
    "8, 1, 1, 1, 22, 22, false",
    "32, 1, 1, 1, 6, 6, false",
    "8, 3, 2, 1, 20, 12, false",
    "4, 4, 1, 1, 38, 16, true",
    "8, 4, 1, 2, 10, 10, false",
    "16, 4, 1, 2, 5, 5, false",
    "32, 4, 1, 2, 3, 3, false"
  })
  void theCellsAreAsLargeAsTheyFitIntoTheSettings(
      int units, int gates, int biases, int perRow, int width, int height, boolean numbers) {
    MatrixLayout layout = MatrixLayout.of(250, units, gates, biases);
    assertEquals(perRow, layout.perRow());
    assertEquals(width, layout.cellWidth());
    assertEquals(height, layout.cellHeight());
    assertEquals(numbers, layout.hasNumbers());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 16, 24, 31, 32})
  void everythingFitsAndEveryPlaceLeadsBackToItsCell(int units) {
    for (int width : WIDTHS) {
      for (int gates : new int[] {1, 3, 4}) {
        int biases = gates == 3 ? 2 : 1;
        MatrixLayout layout = MatrixLayout.of(width, units, gates, biases);
        int gaps = (layout.perRow() - 1) * MatrixLayout.BLOCK_GAP;
        assertTrue(layout.perRow() * layout.width() + gaps <= width, units + " in " + width);
        int lines = (gates + layout.perRow() - 1) / layout.perRow();
        assertTrue(lines * layout.height(units) <= 480);
        assertTrue(layout.cellHeight() >= 2);
        for (int column = 0; column <= units + biases; column++) {
          int left = layout.left(column);
          assertEquals(column, layout.columnAt(left));
          assertEquals(column, layout.columnAt(left + layout.columnWidth(column) - 0.5));
          assertTrue(left + layout.columnWidth(column) <= layout.left(column + 1));
        }
        for (int row = 0; row < units; row++) {
          assertEquals(row, layout.rowAt(layout.top(row), units));
          assertEquals(row, layout.rowAt(layout.top(row + 1) - 0.5, units));
        }
        assertEquals(-1, layout.rowAt(layout.top(0) - 0.5, units));
        assertEquals(1, layout.rowAt(layout.height(1) + 0.5, 1));
        assertTrue(layout.rowHeight(1) >= 9);
      }
    }
  }

  @Test
  void labelsStandApart() {
    MatrixLayout large = MatrixLayout.of(250, 8, 1, 1);
    MatrixLayout small = MatrixLayout.of(250, 32, 4, 1);
    for (int unit = 1; unit <= 8; unit++) {
      assertTrue(large.isColumnLabelled(unit));
      assertTrue(large.isRowLabelled(unit));
    }
    assertTrue(small.isColumnLabelled(8));
    assertFalse(small.isColumnLabelled(9));
    // The label of the biases is next to the last unit's column.
    assertFalse(small.isColumnLabelled(32));
    assertFalse(small.isRowLabelled(8));
  }
}
