package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Norms are right over the whole range of a double. */
class VectorsTest {
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-10, 0x1p-500, 1e-170, 1e-300, 1e10, 0x1p500, 1e160, 3e307})
  void normIsRightWhateverTheSize(double size) {
    double[] x = {3 * size, 0, -4 * size};
    assertEquals(5 * size, Vectors.norm(x), 2 * Math.ulp(5 * size));
    assertArrayEquals(new double[] {3 * size, 0, -4 * size}, x);
  }

  @Test
  void normOfNothingAndOfZerosIsZero() {
    assertEquals(0, Vectors.norm(new double[0]));
    assertEquals(0, Vectors.norm(new double[] {0, -0.0}));
    assertEquals(Double.MIN_VALUE, Vectors.norm(new double[] {-Double.MIN_VALUE}));
  }

  @Test
  void normTellsWhatIsNotFinite() {
    double max = Double.MAX_VALUE;
    assertEquals(max, Vectors.norm(new double[] {-max}));
    assertEquals(Double.POSITIVE_INFINITY, Vectors.norm(new double[] {max, max}));
    assertEquals(
        Double.POSITIVE_INFINITY, Vectors.norm(new double[] {1, Double.NEGATIVE_INFINITY}));
    assertEquals(Double.NaN, Vectors.norm(new double[] {1, Double.NaN}));
    assertEquals(Double.NaN, Vectors.norm(new double[] {Double.NaN, max, max}));
  }

  @Test
  void finiteIsWhatIsNeitherInfiniteNorNan() {
    assertTrue(Vectors.isFinite(-Double.MAX_VALUE));
    assertFalse(Vectors.isFinite(Double.NEGATIVE_INFINITY));
    assertFalse(Vectors.isFinite(Double.NaN));
    assertTrue(Vectors.allFinite(new double[] {0, 1e308}));
    assertTrue(Vectors.allFinite(new double[0]));
    assertFalse(Vectors.allFinite(new double[] {0, Double.NaN}));
    assertFalse(Vectors.allFinite(new double[] {Double.POSITIVE_INFINITY, 0}));
  }

  @Test
  void scaleMultipliesEveryComponent() {
    double[] x = {1, -2, 0};
    Vectors.scale(x, -0.5);
    assertArrayEquals(new double[] {-0.5, 1, -0.0}, x);
  }

  @Test
  void anglesAreRightFromZeroToAHalfTurn() {
    double[] axis = {1, 0};
    for (double degrees = 0; degrees <= 180; degrees += 0.25) {
      double radians = Math.toRadians(degrees);
      double[] turned = {7 * Math.cos(radians), 7 * Math.sin(radians)};
      assertEquals(degrees, Vectors.angle(axis, turned), 1e-12);
    }
    assertEquals(1e-9, Vectors.angle(axis, new double[] {1, Math.toRadians(1e-9)}), 1e-15);
    assertEquals(45, Vectors.angle(new double[] {1e300, 0}, new double[] {1e-300, 1e-300}), 1e-12);
    assertTrue(Double.isNaN(Vectors.angle(axis, new double[2])));
  }
}
