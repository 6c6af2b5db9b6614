package io.github.unrolled.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Numbers;
import org.junit.jupiter.api.Test;

/** The effect of clipping on a gradient is reported without changing the gradient. */
class ClippingEffectTest {
  private static final Numbers LOPSIDED = Numbers.of(40, 1, 0.5, 3, 20);

  @Test
  void elementWiseClippingTurnsTheGradient() {
    ClippingEffect effect =
        ClippingEffect.of(new Clipping(Clipping.Kind.ELEMENT_WISE, 5), LOPSIDED);
    assertTrue(effect.acted());
    assertEquals(Numbers.of(5, 1, 0.5, 3, 5), effect.clipped());
    assertEquals(Math.sqrt(60.25), effect.norm(), 1e-14);
    double product = 40 * 5 + 1 + 0.25 + 9 + 20 * 5;
    double lengths = Math.sqrt(1600 + 1 + 0.25 + 9 + 400) * Math.sqrt(60.25);
    assertEquals(Math.toDegrees(Math.acos(product / lengths)), effect.angle(), 1e-12);
    assertEquals(27, effect.angle(), 0.5);
  }

  @Test
  void clippingTheNormOnlyShortensIt() {
    ClippingEffect effect = ClippingEffect.of(new Clipping(Clipping.Kind.GLOBAL_NORM, 5), LOPSIDED);
    assertTrue(effect.acted());
    assertEquals(5, effect.norm(), 1e-14);
    assertEquals(0, effect.angle(), 1e-13);
  }

  @Test
  void whatIsWithinTheLimitStays() {
    ClippingEffect effect =
        ClippingEffect.of(new Clipping(Clipping.Kind.ELEMENT_WISE, 50), LOPSIDED);
    assertFalse(effect.acted());
    assertEquals(LOPSIDED, effect.clipped());
    assertEquals(0, effect.angle());
  }

  @Test
  void aZeroGradientIsNotTurned() {
    ClippingEffect effect =
        ClippingEffect.of(new Clipping(Clipping.Kind.ELEMENT_WISE, 5), Numbers.of(0, 0));
    assertEquals(0, effect.angle());
    assertEquals(0, effect.norm());
  }
}
