package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import org.junit.jupiter.api.Test;

class BifurcationStripTest {
  private static boolean passes(BifurcationStrip strip, double weight, double state) {
    for (int i = 1; i < strip.size(); i++) {
      double from = strip.weight(i - 1);
      double to = strip.weight(i);
      if (Math.min(from, to) <= weight && Math.max(from, to) >= weight && Math.abs(from - to) < 1) {
        double share = from == to ? 0.5 : (weight - from) / (to - from);
        double there = strip.state(i - 1) + share * (strip.state(i) - strip.state(i - 1));
        if (Math.abs(there - state) < 0.01 * Math.max(1, Math.abs(state))) {
          return true;
        }
      }
    }
    return strip.hasLevel() && state == 0;
  }

  @Test
  void theCurvePassesThroughAllFixedPoints() {
    Rng rng = new Rng(8, 0);
    for (Activation activation : Activation.values()) {
      BifurcationStrip strip = new BifurcationStrip();
      UnitEquation equation = new UnitEquation(activation);
      for (int n = 0; n < 100; n++) {
        double c = n == 0 ? 0 : 2 * rng.nextDouble() - 1;
        strip.compute(activation, c, 100);
        double w = 6 * rng.nextDouble() - 3;
        equation.solve(c, w);
        for (int i = 0; i < equation.count; i++) {
          if (Math.abs(equation.points[i]) <= 100) {
            String what = activation + " c = " + c + " w = " + w + " h = " + equation.points[i];
            assertTrue(passes(strip, w, equation.points[i]), what);
          }
        }
      }
    }
  }

  @Test
  void everyPointOfTheCurveIsAFixedPoint() {
    BifurcationStrip strip = new BifurcationStrip();
    for (Activation activation : Activation.values()) {
      strip.compute(activation, 0.3, 1);
      for (int i = 0; i < strip.size(); i++) {
        double w = strip.weight(i);
        if (Math.abs(w) <= BifurcationStrip.REACH) {
          double h = strip.state(i);
          assertEquals(h, activation.value(w * h + 0.3), 1e-12 * Math.max(1, Math.abs(h)));
          double slope = w * activation.derivative(w * h + 0.3);
          assertEquals(Math.abs(slope) < 1, strip.isStable(i));
        }
      }
    }
  }

  @Test
  void aTanhUnitCyclesBelowMinusOne() {
    BifurcationStrip strip = new BifurcationStrip();
    strip.compute(Activation.TANH, 0, 1);
    assertTrue(strip.hasLevel());
    assertEquals(-1, strip.restsFrom());
    assertEquals(1, strip.restsUpTo());
    int at = 50;
    assertEquals(-2, BifurcationStrip.cycleWeight(at), 1e-12);
    assertEquals(0.957504024077268, strip.cycleHigh(at), 1e-9);
    assertEquals(-0.957504024077268, strip.cycleLow(at), 1e-9);
    for (int i = 0; i < BifurcationStrip.CYCLES; i++) {
      double high = strip.cycleHigh(i);
      if (!Double.isNaN(high)) {
        double w = BifurcationStrip.cycleWeight(i);
        assertEquals(strip.cycleLow(i), Math.tanh(w * high), 1e-3);
        assertEquals(high, Math.tanh(w * strip.cycleLow(i)), 1e-3);
      }
    }
    assertFalse(Double.isNaN(strip.cycleHigh(85)));
  }

  @Test
  void aRectifiedUnitCyclesBetweenZeroAndItsOffset() {
    BifurcationStrip strip = new BifurcationStrip();
    strip.compute(Activation.RELU, 0.5, 1);
    assertFalse(strip.hasLevel());
    assertEquals(0.5, strip.cycleHigh(10));
    assertEquals(0, strip.cycleLow(10));
    strip.compute(Activation.RELU, -0.5, 1);
    assertTrue(strip.hasLevel());
    assertEquals(BifurcationStrip.REACH, strip.restsUpTo());
    assertTrue(Double.isNaN(strip.cycleHigh(10)));
  }

  @Test
  void aLinearUnitNeverCycles() {
    BifurcationStrip strip = new BifurcationStrip();
    strip.compute(Activation.LINEAR, 0.5, 1);
    for (int i = 0; i < BifurcationStrip.CYCLES; i++) {
      assertTrue(Double.isNaN(strip.cycleHigh(i)));
    }
  }
}
