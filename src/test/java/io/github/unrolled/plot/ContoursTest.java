package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Lines of equal value are where the values say. */
class ContoursTest {
  private static String lines(int columns, double level, double... grid) {
    Contours contours = new Contours(grid, columns, grid.length / columns, 100);
    contours.add(level);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < contours.size(); i++) {
      for (int k = 0; k < 4; k++) {
        text.append(contours.coordinate(i, k)).append(k < 3 ? ' ' : ';');
      }
    }
    return text.toString();
  }

  @Test
  void oneCornerIsCutOff() {
    assertEquals("1.0 0.5 0.5 1.0;", lines(2, 5, 0, 10, 10, 10));
    assertEquals("0.75 0.5 0.5 0.75;", lines(2, 2.5, 0, 10, 10, 10));
    assertEquals("1.0 0.5 1.5 1.0;", lines(2, 5, 10, 0, 10, 10));
    assertEquals("0.5 1.0 1.0 1.5;", lines(2, 5, 10, 10, 0, 10));
    assertEquals("1.5 1.0 1.0 1.5;", lines(2, 5, 10, 10, 10, 0));
  }

  @Test
  void aHalfIsCutAcrossOrAlong() {
    assertEquals("1.0 0.5 1.0 1.5;", lines(2, 5, 0, 10, 0, 10));
    assertEquals("0.5 1.0 1.5 1.0;", lines(2, 5, 0, 0, 10, 10));
  }

  @Test
  void aSaddleIsJoinedOnTheSideOfItsMiddle() {
    assertEquals("0.9 0.5 0.5 0.9;1.1 1.5 1.5 1.1;", lines(2, 4, 0, 10, 10, 0));
    assertEquals("1.1 0.5 1.5 0.9;0.9 1.5 0.5 1.1;", lines(2, 6, 0, 10, 10, 0));
  }

  @Test
  void whereNothingCrossesOrSomethingIsNotFiniteThereIsNoLine() {
    assertEquals("", lines(2, 5, 0, 0, 0, 0));
    assertEquals("", lines(2, 5, 0, Double.NaN, 10, 10));
    assertEquals("", lines(2, 5, 0, Double.POSITIVE_INFINITY, 10, 10));
    assertEquals("1.0 0.5 0.5 1.0;", lines(3, 5, 0, 10, Double.NaN, 10, 10, Double.NaN));
  }

  @Test
  void theContourOfABowlIsClosedAndOnItsCircle() {
    int size = 96;
    double[] grid = new double[size * size];
    for (int i = 0; i < grid.length; i++) {
      double x = (i % size + 0.5) / size - 0.5;
      int row = i / size;
      double y = (row + 0.5) / size - 0.5;
      grid[i] = x * x + y * y;
    }
    Contours contours = new Contours(grid, size, size, 4_000);
    contours.add(0.09);
    double length = 0;
    for (int i = 0; i < contours.size(); i++) {
      double x = contours.coordinate(i, 0) - size / 2.0;
      double y = contours.coordinate(i, 1) - size / 2.0;
      assertEquals(0.3, Math.hypot(x, y) / size, 1e-3);
      length +=
          Math.hypot(
              contours.coordinate(i, 2) - size / 2.0 - x,
              contours.coordinate(i, 3) - size / 2.0 - y);
    }
    assertEquals(0.6 * Math.PI, length / size, 1e-3);
    contours.clear();
    assertEquals(0, contours.size());
  }

  @Test
  void whatDoesNotFitIsLeftOut() {
    Contours contours = new Contours(new double[] {0, 1, 0, 1, 0, 1, 0, 1}, 4, 2, 2);
    contours.add(0.5);
    assertEquals(2, contours.size());
    assertTrue(contours.coordinate(1, 0) > 0);
  }
}
