package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Every product, of every small shape and at any place in its arrays, matches plain loops. */
class MatricesTest {
  private static final int LARGEST = 9;

  /** Numbers before and after a kernel's part of an array, which it must leave alone. */
  private static final int[] MARGINS = {0, 1, 7};

  /** Sums of the same products in another order differ only by rounding. */
  private static final double TOLERANCE = 1e-14;

  private final Rng rng = new Rng(1, 0);

  private interface Check {
    void check(int rows, int columns, int margin);
  }

  private static void atAllShapes(Check check) {
    for (int rows = 1; rows <= LARGEST; rows++) {
      for (int columns = 1; columns <= LARGEST; columns++) {
        for (int margin : MARGINS) {
          check.check(rows, columns, margin);
        }
      }
    }
  }

  @Test
  void multiplyAddsTheProductAndWritesNothingElse() {
    atAllShapes(
        (rows, columns, margin) -> {
          double[] w = random(rows * columns + margin + 3);
          double[] x = random(columns + 2 * margin);
          double[] y = random(rows + margin + 5);
          double[] expected = y.clone();
          for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
              expected[5 + row] += w[margin + row * columns + column] * x[2 * margin + column];
            }
          }
          double[] wBefore = w.clone();
          double[] xBefore = x.clone();
          Matrices.multiply(w, margin, rows, columns, x, 2 * margin, y, 5);
          assertArrayEquals(expected, y, TOLERANCE, rows + " x " + columns);
          assertSame(expected, y, 0, 5);
          assertSame(expected, y, 5 + rows, y.length);
          assertArrayEquals(wBefore, w);
          assertArrayEquals(xBefore, x);
        });
  }

  @Test
  void multiplyTransposedAddsTheProductAndWritesNothingElse() {
    atAllShapes(
        (rows, columns, margin) -> {
          double[] w = random(rows * columns + margin + 3);
          double[] y = random(rows + 2 * margin);
          double[] x = random(columns + margin + 5);
          double[] expected = x.clone();
          for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
              expected[5 + column] += w[margin + row * columns + column] * y[2 * margin + row];
            }
          }
          double[] wBefore = w.clone();
          double[] yBefore = y.clone();
          Matrices.multiplyTransposed(w, margin, rows, columns, y, 2 * margin, x, 5);
          assertArrayEquals(expected, x, TOLERANCE, rows + " x " + columns);
          assertSame(expected, x, 0, 5);
          assertSame(expected, x, 5 + columns, x.length);
          assertArrayEquals(wBefore, w);
          assertArrayEquals(yBefore, y);
        });
  }

  @Test
  void addOuterProductsAddsThemAllAndWritesNothingElse() {
    for (int steps = 0; steps <= LARGEST; steps++) {
      int times = steps;
      atAllShapes(
          (rows, columns, margin) -> {
            double[] y = random(times * rows + margin);
            double[] x = random(times * columns + 2 * margin);
            double[] w = random(rows * columns + margin + 5);
            double[] expected = w.clone();
            for (int t = 0; t < times; t++) {
              for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                  expected[5 + row * columns + column] +=
                      y[margin + t * rows + row] * x[2 * margin + t * columns + column];
                }
              }
            }
            double[] yBefore = y.clone();
            double[] xBefore = x.clone();
            Matrices.addOuterProducts(y, margin, rows, x, 2 * margin, columns, times, w, 5);
            assertArrayEquals(expected, w, TOLERANCE, rows + " x " + columns + " x " + times);
            assertSame(expected, w, 0, 5);
            assertSame(expected, w, 5 + rows * columns, w.length);
            assertArrayEquals(yBefore, y);
            assertArrayEquals(xBefore, x);
          });
    }
  }

  @Test
  void addAllAddsAllStepsAndWritesNothingElse() {
    atAllShapes(
        (rows, steps, margin) -> {
          double[] y = random(steps * rows + margin);
          double[] sum = random(rows + margin + 5);
          double[] expected = sum.clone();
          for (int t = 0; t < steps; t++) {
            for (int row = 0; row < rows; row++) {
              expected[5 + row] += y[margin + t * rows + row];
            }
          }
          double[] yBefore = y.clone();
          Matrices.addAll(y, margin, rows, steps, sum, 5);
          assertArrayEquals(expected, sum, TOLERANCE, rows + " x " + steps);
          assertSame(expected, sum, 0, 5);
          assertSame(expected, sum, 5 + rows, sum.length);
          assertArrayEquals(yBefore, y);
        });
  }

  @Test
  void multiplyTransposedUndoesWhatMultiplyDoesWithAnOrthogonalMatrix() {
    double c = 0.6;
    double s = 0.8;
    double[] rotation = {c, -s, s, c};
    double[] turned = new double[2];
    double[] back = new double[2];
    Matrices.multiply(rotation, 0, 2, 2, new double[] {3, -4}, 0, turned, 0);
    Matrices.multiplyTransposed(rotation, 0, 2, 2, turned, 0, back, 0);
    assertArrayEquals(new double[] {5, 0}, turned, TOLERANCE);
    assertArrayEquals(new double[] {3, -4}, back, TOLERANCE);
  }

  private double[] random(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = rng.uniform(-1, 1);
    }
    return values;
  }

  private static void assertSame(double[] expected, double[] actual, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Double.compare(expected[i], actual[i]) != 0) {
        throw new AssertionError("written at " + i + ", where nothing is to be written");
      }
    }
  }
}
