package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RngTest {

  private static final int MANY = 200_000;

  /** From an independent implementation that also gives the authors' numbers for 1, 2, 3, 4. */
  @Test
  void givesTheNumbersOfThePublishedAlgorithm() {
    assertNext(new Rng(0, 0), 0x184fa7a7, 0xa0ac1e82, 0xc1e31293, 0xdd471a74, 0x91067532);
    assertNext(new Rng(42, 1), 0xa344decf, 0x47a61e0e, 0xced50369, 0xa08437cb, 0xd5b4acef);
    assertNext(new Rng(-1, -7), 0x091f85eb, 0xa9c5bb42, 0x44c0c507, 0x9bd81ce9, 0xcdfaafaf);
  }

  @Test
  void nextDoubleHas53Bits() {
    Rng rng = new Rng(42, 1);
    assertEquals(0.637769626676131, rng.nextDouble());
    assertEquals(0.8079378279076329, rng.nextDouble());
    assertEquals(0.8347881372609659, rng.nextDouble());
  }

  @Test
  void nextDoubleIsUniform() {
    Rng rng = new Rng(3, 0);
    double sum = 0;
    double squares = 0;
    double products = 0;
    double previous = 0.5;
    for (int i = 0; i < MANY; i++) {
      double v = rng.nextDouble();
      assertTrue(v >= 0 && v < 1);
      sum += v;
      squares += (v - 0.5) * (v - 0.5);
      products += (v - 0.5) * (previous - 0.5);
      previous = v;
    }
    // Five standard deviations of each mean.
    double n = Math.sqrt(MANY);
    assertEquals(0.5, sum / MANY, 5 * 0.289 / n);
    assertEquals(1.0 / 12, squares / MANY, 5 * 0.075 / n);
    assertEquals(0, products / MANY, 5 * 0.084 / n);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "7", "10", "1000"})
  void nextIntIsUniform(int bound) {
    Rng rng = new Rng(4, 0);
    int[] counts = new int[bound];
    for (int i = 0; i < MANY; i++) {
      counts[rng.nextInt(bound)]++;
    }
    double expected = (double) MANY / bound;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    double freedom = bound - 1;
    assertTrue(chiSquare <= freedom + 5 * Math.sqrt(2 * freedom), "chi-square " + chiSquare);
  }

  @Test
  void nextIntDoesNotFavourSmallIndexesOfALargeBound() {
    // With 2^31 numbers modulo 3 * 2^29, a third of the indexes would come twice as often.
    int bound = 3 << 29;
    Rng rng = new Rng(5, 0);
    int small = 0;
    for (int i = 0; i < MANY; i++) {
      if (rng.nextInt(bound) < bound / 3) {
        small++;
      }
    }
    assertEquals(1.0 / 3, (double) small / MANY, 5 * 0.48 / Math.sqrt(MANY));
  }

  @Test
  void uniformStaysBelowItsUpperEnd() {
    Rng rng = new Rng(6, 0);
    double next = Math.nextUp(1.0);
    for (int i = 0; i < 100; i++) {
      assertEquals(1.0, rng.uniform(1, next));
      double v = rng.uniform(-3, -1);
      assertTrue(v >= -3 && v < -1);
    }
  }

  @Test
  void seedsAndStreamsAllDiffer() {
    Set<Long> starts = new HashSet<>();
    for (int seed = -50; seed < 50; seed++) {
      for (int stream = -5; stream < 5; stream++) {
        Rng rng = new Rng(seed, stream);
        starts.add(((long) rng.nextInt() << 32) | (rng.nextInt() & 0xffffffffL));
      }
    }
    assertEquals(1000, starts.size());
  }

  @Test
  void streamsOfNeighbouringSeedsAreUncorrelated() {
    for (int other = 1; other < 4; other++) {
      Rng a = new Rng(7, 0);
      Rng b = new Rng(7 + (other & 1), other >> 1);
      double products = 0;
      for (int i = 0; i < MANY; i++) {
        products += (a.nextDouble() - 0.5) * (b.nextDouble() - 0.5);
      }
      assertEquals(0, products / MANY, 5 * 0.084 / Math.sqrt(MANY));
    }
  }

  @Test
  void copyContinuesOnItsOwn() {
    Rng rng = new Rng(8, 0);
    int unused = rng.nextInt();
    Rng copy = rng.copy();
    int first = rng.nextInt();
    int second = rng.nextInt();
    assertEquals(first, copy.nextInt());
    assertEquals(second, copy.nextInt());
    assertNotEquals(unused, first);
  }

  @Test
  void refusesEmptyRanges() {
    Rng rng = new Rng(9, 0);
    Exception e = assertThrows(IllegalArgumentException.class, () -> rng.nextInt(0));
    assertEquals("bound: expected at least 1, got 0", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> rng.uniform(1, 1));
    assertThrows(IllegalArgumentException.class, () -> rng.uniform(2, 1));
    assertThrows(IllegalArgumentException.class, () -> rng.uniform(Double.NaN, 1));
    assertThrows(
        IllegalArgumentException.class, () -> rng.uniform(-Double.MAX_VALUE, Double.MAX_VALUE));
  }

  private static void assertNext(Rng rng, int... expected) {
    for (int e : expected) {
      assertEquals(e, rng.nextInt());
    }
  }
}
