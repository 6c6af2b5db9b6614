package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loss curve stays small and holds only measured values. */
class LossCurveTest {
  @Test
  void upToItsCapacityItKeepsEveryPoint() {
    LossCurve curve = new LossCurve(4);
    for (int i = 0; i < 4; i++) {
      curve.append(3 * i, 10 - i);
    }
    assertArrayEquals(new double[] {0, 3, 6, 9}, curve.work());
    assertArrayEquals(new double[] {10, 9, 8, 7}, curve.loss());
  }

  @Test
  void whenFullItKeepsEveryOtherPoint() {
    LossCurve curve = new LossCurve(4);
    for (int i = 0; i < 9; i++) {
      curve.append(i, -i);
    }
    assertArrayEquals(new double[] {0, 4, 8}, curve.work());
    assertArrayEquals(new double[] {0, -4, -8}, curve.loss());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 10, 64, 1024})
  void manyPointsStayFewTrueAndEvenlySpread(int capacity) {
    LossCurve curve = new LossCurve(capacity);
    for (int i = 0; i < 10_000; i++) {
      curve.append(i, f(i));
      assertEquals(curve.size(), curve.work().length);
      assertTrue(curve.size() >= 1 && curve.size() <= capacity);
      assertTrue(i < capacity || curve.size() >= capacity / 2);
    }
    double[] work = curve.work();
    double[] loss = curve.loss();
    assertEquals(0, work[0]);
    for (int i = 0; i < work.length; i++) {
      assertEquals(f(work[i]), loss[i]);
      assertEquals(i * (work.length > 1 ? work[1] : 0), work[i]);
    }
  }

  @Test
  void eachPointKnowsTheExtremesUpToTheNext() {
    for (int offered = 1; offered < 70; offered++) {
      LossCurve curve = new LossCurve(4);
      for (int i = 0; i < offered; i++) {
        curve.append(i, jumping(i));
      }
      double[] work = curve.work();
      for (int i = 0; i < work.length; i++) {
        int end = i + 1 < work.length ? (int) work[i + 1] : offered;
        double[] between =
            IntStream.range((int) work[i], end).mapToDouble(LossCurveTest::jumping).toArray();
        assertEquals(Arrays.stream(between).min().orElseThrow(), curve.least()[i]);
        assertEquals(Arrays.stream(between).max().orElseThrow(), curve.most()[i]);
      }
    }
  }

  private static double jumping(int i) {
    return 1000 * (i % 2) + i;
  }

  @Test
  void whatIsOfferedAgainAfterRewindingIsAsBefore() {
    for (int offered = 0; offered < 40; offered++) {
      for (int back = 0; back <= offered; back++) {
        LossCurve straight = new LossCurve(4);
        LossCurve rewound = new LossCurve(4);
        for (int i = 0; i < offered; i++) {
          straight.append(i, f(i));
          rewound.append(i, f(i));
        }
        rewound.rewind(back);
        assertTrue(rewound.work().length <= back);
        for (int i = back; i < offered; i++) {
          rewound.append(i, f(i));
        }
        assertArrayEquals(straight.work(), rewound.work());
        assertArrayEquals(straight.loss(), rewound.loss());
        assertArrayEquals(straight.least(), rewound.least());
        assertArrayEquals(straight.most(), rewound.most());
      }
    }
  }

  @Test
  void clippingIsFoundBetweenThePointsAroundIt() {
    for (int at = 0; at < 64; at++) {
      LossCurve curve = new LossCurve(8);
      for (int i = 0; i <= 64; i++) {
        curve.append(i, f(i));
        if (i == at) {
          curve.noteClipping();
        }
      }
      double[] work = curve.work();
      for (int i = 1; i < work.length; i++) {
        boolean around = work[i - 1] <= at && at < work[i];
        assertEquals(around, curve.clippedBetween(work[i - 1], work[i]));
        assertEquals(at < work[i], curve.clippedBetween(0, work[i]));
      }
      assertEquals(1, curve.clippedWork(65).length);
    }
  }

  @Test
  void arraysHandedOutAreCopies() {
    LossCurve curve = new LossCurve(2);
    curve.append(1, 5);
    curve.work()[0] = 9;
    curve.loss()[0] = 9;
    assertArrayEquals(new double[] {1}, curve.work());
    assertArrayEquals(new double[] {5}, curve.loss());
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 1, 3})
  void theCapacityIsEven(int capacity) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new LossCurve(capacity));
    assertEquals("capacity: expected an even number from 2 on, got " + capacity, e.getMessage());
  }

  private static double f(double work) {
    return 1 / (1 + work * work);
  }
}
