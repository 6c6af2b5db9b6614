package io.github.unrolled.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Rng;
import io.github.unrolled.math.Vectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clipping bounds what it promises, and by norm it keeps the direction, unlike by component. */
class ClippingTest {
  private static final double[] LOPSIDED = {40, 1, 0.5, 3, 20};

  @Test
  void clippingComponentsTurnsTheGradient() {
    double[] gradient = LOPSIDED.clone();
    assertTrue(clip(Clipping.Kind.ELEMENT_WISE, 5, gradient));
    assertArrayEquals(new double[] {5, 1, 0.5, 3, 5}, gradient);
    assertEquals(27, degreesBetween(LOPSIDED, gradient), 0.5);
  }

  @Test
  void componentsAreBoundedOnBothSides() {
    double[] gradient = {-40, -5, 5, 1e300, -1e300};
    assertTrue(clip(Clipping.Kind.ELEMENT_WISE, 5, gradient));
    assertArrayEquals(new double[] {-5, -5, 5, 5, -5}, gradient);
    assertFalse(clip(Clipping.Kind.ELEMENT_WISE, 5, gradient));
  }

  @Test
  void clippingTheNormKeepsTheDirection() {
    double[] gradient = LOPSIDED.clone();
    assertTrue(clip(Clipping.Kind.GLOBAL_NORM, 5, gradient));
    assertEquals(5, Vectors.norm(gradient), 1e-15);
    assertEquals(0, degreesBetween(LOPSIDED, gradient), 1e-5);
  }

  @Test
  void aGradientNotLongerThanTheLimitStays() {
    double[] gradient = {3, -4};
    assertFalse(clip(Clipping.Kind.GLOBAL_NORM, 5, gradient));
    assertFalse(clip(Clipping.Kind.ELEMENT_WISE, 4, gradient));
    assertArrayEquals(new double[] {3, -4}, gradient);
  }

  @Test
  void offChangesNothing() {
    double[] gradient = {1e300, -1e300};
    assertFalse(clip(Clipping.Kind.OFF, 1, gradient));
    assertArrayEquals(new double[] {1e300, -1e300}, gradient);
  }

  @Test
  void aGradientWhoseNormOverflowsKeepsItsDirection() {
    double[] gradient = {1.5e308, -1.5e308, 0};
    assertEquals(Double.POSITIVE_INFINITY, Vectors.norm(gradient));
    assertTrue(clip(Clipping.Kind.GLOBAL_NORM, 2, gradient));
    assertArrayEquals(new double[] {Math.sqrt(2), -Math.sqrt(2), 0}, gradient, 1e-15);
  }

  @Test
  void theNormAfterClippingIsTheLimitWhateverTheSizes() {
    Rng rng = new Rng(1, 0);
    for (int i = 0; i < 2_000; i++) {
      double size = Math.scalb(1.0, rng.nextInt(2_040) - 1_020);
      double[] gradient = new double[1 + rng.nextInt(6)];
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] = rng.uniform(-1, 1) * size;
      }
      double before = Vectors.norm(gradient);
      double limit = Math.pow(10, rng.uniform(-6, 6));
      boolean acted = clip(Clipping.Kind.GLOBAL_NORM, limit, gradient);
      assertEquals(before > limit, acted);
      assertEquals(Math.min(before, limit), Vectors.norm(gradient), limit * 1e-15);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLimitIsPositiveAndFinite(double limit) {
    assertThrows(
        IllegalArgumentException.class, () -> new Clipping(Clipping.Kind.ELEMENT_WISE, limit));
  }

  @Test
  void kindsHaveNamesForPeople() {
    assertEquals(
        List.of("Element-wise", "Global norm", "Off"),
        Arrays.stream(Clipping.Kind.values()).map(Clipping.Kind::label).toList());
  }

  private static boolean clip(Clipping.Kind kind, double limit, double[] gradient) {
    return new Clipping(kind, limit).clip(gradient, Vectors.norm(gradient));
  }

  private static double degreesBetween(double[] a, double[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    double cosine = dot / Vectors.norm(a) / Vectors.norm(b);
    return Math.toDegrees(Math.acos(Math.min(1, cosine)));
  }
}
