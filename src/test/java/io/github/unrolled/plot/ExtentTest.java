package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** An extent holds finite values, and grows no more than it may. */
class ExtentTest {
  private static Extent of(double... numbers) {
    Extent extent = new Extent();
    extent.add(numbers);
    return extent;
  }

  private static void assertExtent(double low, double high, Extent extent) {
    assertEquals(low, extent.low());
    assertEquals(high, extent.high());
  }

  @Test
  void whatIsNotFiniteIsPassedOver() {
    assertExtent(
        -1, 3, of(Double.NaN, 3, Double.POSITIVE_INFINITY, -1, 2, Double.NEGATIVE_INFINITY));
  }

  @Test
  void whatIsNearIsTakenInWhole() {
    Extent extent = of(0, 2);
    assertTrue(extent.widenTo(of(-3, 5), 1.5));
    assertExtent(-3, 5, extent);
  }

  @Test
  void whatIsWithinChangesNothing() {
    Extent extent = of(0, 2);
    assertTrue(extent.widenTo(of(1), 1.5));
    assertExtent(0, 2, extent);
  }

  @Test
  void whatExplodesIsCutOff() {
    Extent extent = of(0, 2);
    assertFalse(extent.widenTo(of(-1, 1e300), 1.5));
    assertExtent(-1, 5, extent);
  }

  @Test
  void aConstantGrowsByItsSizeOrByOne() {
    Extent large = of(-4);
    assertFalse(large.widenTo(of(-100, 100), 1));
    assertExtent(-8, 0, large);
    Extent zero = of(0);
    assertFalse(zero.widenTo(of(-100, 100), 2));
    assertExtent(-2, 2, zero);
  }

  @Test
  void aConstantIsSpreadByATenthOfItsSize() {
    assertSpread(0.9, 1.1, 1, 1);
    assertSpread(-2.2, -1.8, -2);
    assertSpread(-0.1, 0.1, 0, 0);
    assertSpread(1, 1.001, 1, 1.001);
  }

  private static void assertSpread(double low, double high, double... numbers) {
    Extent extent = of(numbers);
    extent.spread();
    assertExtent(low, high, extent);
  }
}
