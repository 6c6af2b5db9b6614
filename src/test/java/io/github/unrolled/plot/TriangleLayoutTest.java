package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TriangleLayoutTest {
  @Test
  void cellsAreFoundWhereTheyStand() {
    for (int width : new int[] {240, 280, 420, 740}) {
      for (int count : new int[] {1, 3, 8, 20, 60}) {
        for (int height : new int[] {128, 170, 320, 400}) {
          checkCells(new TriangleLayout(width, height, count), width, height);
        }
      }
    }
  }

  private static void checkCells(TriangleLayout layout, int width, int height) {
    int count = layout.count();
    for (int i = 0; i < count; i++) {
      String what = width + ", " + height + ", " + count + ", " + i;
      assertEquals(i, layout.columnAt((layout.left(i) + layout.left(i + 1) + 1) / 2.0), what);
      assertEquals(i, layout.rowAt((layout.top(i) + layout.top(i + 1) + 1) / 2.0), what);
      assertTrue(layout.left(i + 1) > layout.left(i), what);
      assertTrue(layout.top(i + 1) > layout.top(i), what);
    }
    assertTrue(layout.left(count) <= width);
    assertTrue(layout.height() <= height);
    assertEquals(-1, layout.columnAt(TriangleLayout.LEFT - 1));
    assertEquals(count, layout.columnAt(width + 5));
    assertEquals(count, layout.rowAt(layout.barsTop()));
  }

  @Test
  void rowsAndBarsShareTheHeight() {
    assertEquals(128, new TriangleLayout(280, 128, 6).height());
    assertEquals(32, new TriangleLayout(280, 128, 6).bars());
    TriangleLayout high = new TriangleLayout(280, 320, 8);
    assertEquals(56, high.bars());
    assertEquals(26, high.top(1) - high.top(0), "no higher than is readable");
    assertTrue(new TriangleLayout(240, 400, 20).top(20) <= 6 + 204, "as high as wide");
    assertTrue(new TriangleLayout(280, 100, 60).height() > 100, "a pixel for each row");
  }

  @Test
  void labelsNeverTouch() {
    for (int count = 1; count <= 60; count++) {
      TriangleLayout layout = new TriangleLayout(280, 320, count);
      assertTrue(layout.columnsPerLabel() * layout.columnWidth() >= 24);
      assertTrue(layout.top(layout.rowsPerLabel()) - layout.top(0) >= 12 || count == 1);
    }
  }
}
