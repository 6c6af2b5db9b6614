package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Unions of ascending arrays, and looking one up. */
class AscendingTest {
  private static final double[] NONE = {};

  @Test
  void eachNumberOfBothComesOnce() {
    assertArrayEquals(
        new double[] {0, 1, 3, 4, 6},
        Ascending.union(new double[] {0, 3, 6}, new double[] {1, 3, 4}));
    assertArrayEquals(
        new double[] {1, 2, 3}, Ascending.union(new double[] {1, 2}, new double[] {2, 3}));
  }

  @Test
  void eitherMayBeEmpty() {
    assertArrayEquals(NONE, Ascending.union(NONE, NONE));
    assertArrayEquals(new double[] {2}, Ascending.union(new double[] {2}, NONE));
    assertArrayEquals(new double[] {2}, Ascending.union(NONE, new double[] {2}));
  }

  @Test
  void theLastUpToALimit() {
    double[] ascending = {0, 3, 6};
    assertEquals(-1, Ascending.lastUpTo(ascending, -1));
    assertEquals(0, Ascending.lastUpTo(ascending, 2.9));
    assertEquals(1, Ascending.lastUpTo(ascending, 3));
    assertEquals(2, Ascending.lastUpTo(ascending, Double.POSITIVE_INFINITY));
    assertEquals(-1, Ascending.lastUpTo(NONE, 1));
  }
}
