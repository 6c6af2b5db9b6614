package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static final double TOLERANCE = 1e-9;

  private static double radius(double... matrix) {
    Spectrum spectrum = new Spectrum((int) Math.sqrt(matrix.length));
    spectrum.begin(matrix);
    while (!spectrum.square()) {
      // Runs until the spectrum is known.
    }
    return spectrum.radius();
  }

  private static double norm(double... matrix) {
    return new Spectrum((int) Math.sqrt(matrix.length)).norm(matrix);
  }

  @Test
  void ofOneNumberBothAreItsMagnitude() {
    for (double value : new double[] {0.5, -0.5, 1, -3, 0, 1e-200, -1e200}) {
      assertEquals(Math.abs(value), radius(value));
      assertEquals(Math.abs(value), norm(value), 1e-13 * Math.abs(value));
    }
  }

  @Test
  void rotationsNeitherStretchNorShrink() {
    for (double angle : new double[] {0.1, Math.PI / 4, Math.PI / 2, 1, 3}) {
      for (double scale : new double[] {1, 0.9, 1.1, 1e-3, 100}) {
        double c = scale * Math.cos(angle);
        double s = scale * Math.sin(angle);
        assertEquals(scale, radius(c, -s, s, c), TOLERANCE * scale);
        assertEquals(scale, norm(c, -s, s, c), TOLERANCE * scale);
      }
    }
  }

  @Test
  void nilpotentMatricesHaveRadiusZeroButNotNormZero() {
    assertEquals(0, radius(0, 1, 0, 0));
    assertEquals(0, radius(0, 5, 7, 0, 0, 3, 0, 0, 0));
    assertEquals(0, radius(new double[16]));
    assertEquals(0, norm(new double[16]));
    assertEquals(1, norm(0, 1, 0, 0), TOLERANCE);
  }

  @Test
  void defectiveMatricesConvergeTo() {
    assertEquals(0.9, radius(0.9, 1, 0, 0.9), TOLERANCE);
    assertEquals(1, radius(1, 1, 0, 0, 1, 1, 0, 0, 1), TOLERANCE);
    assertEquals(2, radius(-2, 100, 0, 0, -2, 100, 0, 0, -2), TOLERANCE);
    double[] block = new double[10 * 10];
    for (int i = 0; i < 10; i++) {
      block[i * 11] = 0.5;
      if (i < 9) {
        block[i * 11 + 1] = 3;
      }
    }
    assertEquals(0.5, radius(block), TOLERANCE);
  }

  @Test
  void signsAndTiesDoNotMatter() {
    assertEquals(2, radius(2, 0, 0, -2), TOLERANCE);
    assertEquals(2, radius(0, 4, 1, 0), TOLERANCE);
    assertEquals(3, radius(-3, 0, 0, 2.999999), TOLERANCE);
    assertEquals(1, radius(0, 0, 1, 1, 0, 0, 0, 1, 0), TOLERANCE);
  }

  /** A block-diagonal matrix with known eigenvalues, hidden by a change of basis. */
  @Test
  void knownEigenvaluesAreFoundInAnyBasis() {
    Rng rng = new Rng(5, 0);
    for (int i = 0; i < 100; i++) {
      int size = 4 + 2 * rng.nextInt(6);
      double[] blocks = new double[size * size];
      double largest = 0;
      for (int at = 0; at < size; at += 2) {
        double re = rng.uniform(-1, 1);
        double im = rng.uniform(-1, 1);
        int j = at * (size + 1);
        blocks[j] = re;
        blocks[j + 1] = -im;
        blocks[j + size] = im;
        blocks[j + size + 1] = re;
        largest = Math.max(largest, Math.sqrt(re * re + im * im));
      }
      // Reflected by I - 2vv^T and sheared by I + uw^T, with w at right angles to u.
      double[] v = new double[size];
      for (int k = 0; k < size; k++) {
        v[k] = rng.uniform(-1, 1);
      }
      double length = Vectors.norm(v);
      Vectors.scale(v, 1 / length);
      double[] reflection = new double[size * size];
      double[] shear = new double[size * size];
      double[] back = new double[size * size];
      for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
          double same = r == c ? 1 : 0;
          reflection[r * size + c] = same - 2 * v[r] * v[c];
          shear[r * size + c] = same + (r == 0 && c == 1 ? 2 : 0);
          back[r * size + c] = same - (r == 0 && c == 1 ? 2 : 0);
        }
      }
      double[] orthogonal = product(product(reflection, blocks, size), reflection, size);
      assertEquals(largest, radius(orthogonal), TOLERANCE);
      assertEquals(largest, norm(orthogonal), TOLERANCE, "normal, so its norm is its radius");
      double[] sheared = product(product(shear, orthogonal, size), back, size);
      assertEquals(largest, radius(sheared), TOLERANCE);
    }
  }

  @Test
  void theNormIsTheLargestStretch() {
    // Singular values of [[3, 0], [4, 5]] are sqrt(45) and sqrt(5).
    assertEquals(Math.sqrt(45), norm(3, 0, 4, 5), TOLERANCE);
    assertEquals(1e200 * Math.sqrt(45), norm(3e200, 0, 4e200, 5e200), 1e193);
    // It stretches a direction at right angles to that of equal components.
    assertEquals(2, norm(1, -1, -1, 1), TOLERANCE);
  }

  @Test
  void ofManySingularValuesTheNormIsRightToFourDigits() {
    Rng rng = new Rng(6, 0);
    for (int size : new int[] {32, 64}) {
      double[] a = new double[size * size];
      for (int i = 0; i < a.length; i++) {
        a[i] = rng.uniform(-1, 1);
      }
      double[] squares = new double[a.length];
      for (int i = 0; i < size; i++) {
        Matrices.addOuterProducts(a, i * size, size, a, i * size, size, 1, squares, 0);
      }
      double norm = norm(a);
      assertEquals(Math.sqrt(radius(squares)), norm, 1e-4 * norm);
    }
  }

  @Test
  void whatIsNotFiniteIsNotHidden() {
    assertFalse(Double.isFinite(radius(Double.NaN, 1, 1, 1)));
    assertFalse(Double.isFinite(radius(1, 1, Double.POSITIVE_INFINITY, 1)));
    assertFalse(Double.isFinite(norm(1, Double.NaN, 1, 1)));
    assertFalse(Double.isFinite(norm(Double.POSITIVE_INFINITY, 1, 1, 1)));
  }

  private static double[] product(double[] a, double[] b, int size) {
    double[] product = new double[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += a[row * size + k] * b[k * size + column];
        }
        product[row * size + column] = sum;
      }
    }
    return product;
  }
}
