package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import org.junit.jupiter.api.Test;

class StateMapTest {
  private static final double EXACT = 1e-10;

  private static StateMap unit(Activation activation, double inputWeight, double w, double bias) {
    StateMap map = new StateMap(NetworkShape.unit(activation));
    map.set(new double[] {inputWeight, w, bias, 1, 0}, 1);
    return map;
  }

  private static void assertPoints(StateMap map, double... expected) {
    assertEquals(expected.length, map.count());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], map.point(i), 1e-12);
    }
  }

  /** Each is a fixed point, its slope matches a difference, and a grid finds no others. */
  private static void assertRight(StateMap map, double reach) {
    for (int i = 0; i < map.count(); i++) {
      double h = map.point(i);
      double size = Math.max(1, Math.abs(h));
      assertEquals(h, map.next(h), EXACT * size);
      double difference = 1e-6 * size;
      double quotient = (map.next(h + difference) - map.next(h - difference)) / (2 * difference);
      assertEquals(quotient, map.slope(i), 1e-6 * Math.max(1, Math.abs(quotient)));
    }
    int turns = 0;
    double before = map.next(-reach) + reach;
    for (int k = 1; k <= 4000; k++) {
      double h = reach * k / 2000 - reach;
      double excess = map.next(h) - h;
      if (excess * before < 0) {
        turns++;
        boolean found = false;
        for (int i = 0; i < map.count(); i++) {
          found |= Math.abs(map.point(i) - h) <= reach / 1000;
        }
        assertTrue(found, "a fixed point near " + h + " was missed");
      }
      before = excess;
    }
    assertTrue(turns <= map.count());
  }

  @Test
  void fixedPointsOfSquashingUnitsAreFixedAndAllOfThem() {
    Rng rng = new Rng(4, 0);
    for (int n = 0; n < 300; n++) {
      Activation activation = n % 2 == 0 ? Activation.TANH : Activation.SIGMOID;
      double w = 16 * rng.nextDouble() - 8;
      assertRight(unit(activation, 3 * rng.nextDouble() - 1.5, w, rng.nextDouble() - 0.5), 1.1);
    }
  }

  @Test
  void fixedPointsOfStraightUnitsAreFixedAndAllOfThem() {
    Rng rng = new Rng(5, 0);
    for (int n = 0; n < 300; n++) {
      Activation activation = n % 2 == 0 ? Activation.RELU : Activation.LINEAR;
      double w = 6 * rng.nextDouble() - 3;
      assertRight(unit(activation, 3 * rng.nextDouble() - 1.5, w, rng.nextDouble() - 0.5), 50);
    }
  }

  @Test
  void fixedPointsOfGatedUnitsAreFixedAndAllOfThem() {
    Rng rng = new Rng(6, 0);
    int several = 0;
    for (int n = 0; n < 300; n++) {
      double[] parameters = new double[12];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = 8 * rng.nextDouble() - 4;
      }
      StateMap map = new StateMap(new NetworkShape(CellType.GRU, 1, Activation.TANH, true));
      map.set(parameters, rng.nextDouble());
      assertTrue(map.count() > 0);
      assertRight(map, 1);
      several += map.count() > 1 ? 1 : 0;
    }
    assertTrue(several > 3, "only " + several + " with several fixed points");
  }

  @Test
  void aStrongTanhUnitIsALatch() {
    StateMap map = unit(Activation.TANH, 0, 2, 0);
    assertPoints(map, -0.957504024077268, 0, 0.957504024077268);
    assertEquals(2, map.slope(1), 1e-15);
    assertFalse(StateMap.isStable(map.slope(1)));
    assertTrue(StateMap.isStable(map.slope(0)));
    assertEquals(2 * (1 - 0.957504024077268 * 0.957504024077268), map.slope(2), 1e-12);
  }

  @Test
  void thePitchforkOfTanhIsAtOne() {
    assertPoints(unit(Activation.TANH, 0, 0.99, 0), 0);
    StateMap at = unit(Activation.TANH, 0, 1, 0);
    assertPoints(at, 0);
    assertTrue(StateMap.isMarginal(at.slope(0)));
    StateMap above = unit(Activation.TANH, 0, 1.01, 0);
    assertEquals(3, above.count());
    // Near it the outer two are sqrt(3 (w - 1)) from 0.
    assertEquals(Math.sqrt(0.03), above.point(2), 2e-3);
  }

  @Test
  void aFoldIsOneMarginalFixedPoint() {
    // At the turn, w f'(a) = 1; c is chosen so that the curve just touches the diagonal there.
    double w = 2;
    double h = Math.sqrt(1 - 1 / w);
    double a = Math.log((1 + h) / (1 - h)) / 2;
    StateMap map = unit(Activation.TANH, 0, w, a - w * h);
    assertEquals(2, map.count());
    assertEquals(h, map.point(1), 1e-7);
    assertTrue(StateMap.isMarginal(map.slope(1)));
    assertTrue(StateMap.isStable(map.slope(0)));
    assertEquals(1, unit(Activation.TANH, 0, w, a - w * h - 1e-3).count());
    assertEquals(3, unit(Activation.TANH, 0, w, a - w * h + 1e-6).count());
  }

  @Test
  void aLinearUnitHasOneNoneOrAll() {
    StateMap one = unit(Activation.LINEAR, 0.3, 0.5, 0.2);
    assertPoints(one, 1);
    assertEquals(0.5, one.slope(0));
    assertPoints(unit(Activation.LINEAR, 0.3, 1, 0.2));
    assertTrue(Double.isNaN(unit(Activation.LINEAR, 0.3, 1, 0.2).everyFrom()));
    StateMap all = unit(Activation.LINEAR, 0, 1, 0);
    assertPoints(all);
    assertEquals(Double.NEGATIVE_INFINITY, all.everyFrom());
    assertEquals(Double.POSITIVE_INFINITY, all.everyTo());
    assertTrue(StateMap.isMarginal(unit(Activation.LINEAR, 1, -1, 0).slope(0)));
  }

  @Test
  void aRectifiedUnitRestsAtZeroOrNot() {
    assertPoints(unit(Activation.RELU, 0, 0.5, 1), 2);
    assertPoints(unit(Activation.RELU, 0, 0.5, -1), 0);
    StateMap two = unit(Activation.RELU, 0, 2, -1);
    assertPoints(two, 0, 1);
    assertEquals(0, two.slope(0));
    assertEquals(2, two.slope(1));
    assertPoints(unit(Activation.RELU, 0, 2, 1));
    assertPoints(unit(Activation.RELU, 0, 1, -1), 0);
    assertPoints(unit(Activation.RELU, 0, 1, 1));
    assertEquals(0, unit(Activation.RELU, 0, 1, 0).everyFrom());
    assertEquals(1.5, unit(Activation.RELU, 0, 1.5, 0).slope(0));
    assertEquals(0, unit(Activation.RELU, 0, -1.5, 0).slope(0));
  }

  @Test
  void withoutMemoryThereIsOneFixedPointOfSlopeZero() {
    NetworkShape gru = new NetworkShape(CellType.GRU, 1, Activation.TANH, false);
    StateMap map = new StateMap(gru);
    map.set(new double[] {1, 2, 3, 0, 0, 0, 0.1, 0.2, 0.3, 0.4, 1, 0}, 0.5);
    assertPoints(map, map.next(0.7));
    assertEquals(0, map.slope(0));
    assertPoints(unit(Activation.TANH, 0.5, 0, 0), Math.tanh(0.5));
  }

  @Test
  void aGateThatKeepsEverythingMakesEveryStateFixed() {
    StateMap map = new StateMap(new NetworkShape(CellType.GRU, 1, Activation.TANH, true));
    map.set(new double[] {0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 1, 0}, 1);
    assertEquals(0, map.count());
    assertEquals(-1, map.everyFrom());
    assertEquals(1, map.everyTo());
  }

  @Test
  void aGateThatKeepsOnlyPartOfTheStatesHasThatIntervalAndOtherPoints() {
    StateMap map = new StateMap(new NetworkShape(CellType.GRU, 1, Activation.TANH, true));
    // n = tanh(1.5 h) has the fixed points -0.859, 0 and 0.859; z is 1 from about 0 on, or up to
    // it.
    for (int side = -1; side <= 1; side += 2) {
      map.set(new double[] {0, 0, 0, 0, 40 * side, 3, 0, 38, 0, 0, 1, 0}, 1);
      assertEquals(side > 0 ? 0 : -1, map.everyFrom(), 0.04);
      assertEquals(side > 0 ? 1 : 0, map.everyTo(), 0.04);
      assertEquals(1, map.count());
      assertEquals(-0.858559636640110 * side, map.point(0), 1e-9);
      assertTrue(StateMap.isStable(map.slope(0)));
    }
  }

  @Test
  void aGateThatHardlyLetsAnythingInHasNoFixedPointsOfRounding() {
    StateMap map = new StateMap(new NetworkShape(CellType.GRU, 1, Activation.TANH, true));
    for (double bias = 10; bias < 37; bias++) {
      map.set(new double[] {0, 0, 0, 0, 0, 0.5, 0, bias, 0.8, 0, 1, 0}, 1);
      assertEquals(1, map.count(), "with b_z = " + bias);
      assertTrue(Double.isNaN(map.everyFrom()) || bias > 36.5);
    }
  }

  /** With z = 0 and r = 1 a GRU is a tanh unit: its folds are known. */
  @Test
  void aGatedUnitsFoldsWithinACellAreFound() {
    double w = 2;
    double h = Math.sqrt(1 - 1 / w);
    double a = Math.log((1 + h) / (1 - h)) / 2;
    int found = 0;
    for (int shift = -40; shift <= 40; shift++) {
      double[] parameters = {0, 0, 0, 0, 0, w, 100, -100, a - w * h + 1e-8 * shift, 0, 1, 0};
      StateMap map = new StateMap(new NetworkShape(CellType.GRU, 1, Activation.TANH, true));
      map.set(parameters, 0);
      assertRight(map, 1);
      if (Math.abs(shift) > 1) {
        assertEquals(shift < 0 ? 1 : 3, map.count());
      }
      found += map.count();
    }
    assertTrue(found >= 40 + 120);
  }

  @Test
  void hugeWeightsBreakNothing() {
    for (Activation activation : Activation.values()) {
      for (double w : new double[] {1e6, -1e6, 1e300, -1e300}) {
        StateMap map = unit(activation, 1e6, w, -1e300);
        for (int i = 0; i < map.count(); i++) {
          assertTrue(Double.isFinite(map.point(i)));
          assertFalse(Double.isNaN(map.slope(i)));
        }
      }
    }
  }

  @Test
  void refusesAStateOfMoreNumbers() {
    NetworkShape shape = new NetworkShape(CellType.LSTM, 1, Activation.TANH, true);
    assertThrows(IllegalArgumentException.class, () -> new StateMap(shape));
  }
}
