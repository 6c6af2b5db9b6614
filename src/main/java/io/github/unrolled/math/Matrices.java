package io.github.unrolled.math;

/**
 * Products of row-major matrices and vectors stored anywhere in flat arrays. Several rows or time
 * steps are computed at once: their sums do not wait for each other, and shared values are read
 * once. Nothing is checked or allocated; the caller makes sure that all indexes exist.
 */
public final class Matrices {
  private Matrices() {}

  /**
   * Accumulates a matrix-vector product, {@code y += W x}.
   *
   * @param w holds the matrix, shape [rows, columns], from {@code wFrom} on. Not modified.
   * @param x holds the vector, shape [columns], from {@code xFrom} on. Not modified.
   * @param y holds the result, shape [rows], from {@code yFrom} on, apart from the other two.
   *     Accumulated into.
   */
  public static void multiply(
      double[] w, int wFrom, int rows, int columns, double[] x, int xFrom, double[] y, int yFrom) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      int i0 = wFrom + row * columns;
      int i1 = i0 + columns;
      int i2 = i1 + columns;
      int i3 = i2 + columns;
      double y0 = y[yFrom + row];
      double y1 = y[yFrom + row + 1];
      double y2 = y[yFrom + row + 2];
      double y3 = y[yFrom + row + 3];
      for (int column = 0; column < columns; column++) {
        final double v = x[xFrom + column];
        y0 += w[i0 + column] * v;
        y1 += w[i1 + column] * v;
        y2 += w[i2 + column] * v;
        y3 += w[i3 + column] * v;
      }
      y[yFrom + row] = y0;
      y[yFrom + row + 1] = y1;
      y[yFrom + row + 2] = y2;
      y[yFrom + row + 3] = y3;
    }
    for (; row < rows; row++) {
      int i = wFrom + row * columns;
      double sum = y[yFrom + row];
      for (int column = 0; column < columns; column++) {
        sum += w[i + column] * x[xFrom + column];
      }
      y[yFrom + row] = sum;
    }
  }

  /**
   * Accumulates a product with the transposed matrix, {@code x += W^T y}.
   *
   * @param w holds the matrix, shape [rows, columns], from {@code wFrom} on. Not modified.
   * @param y holds the vector, shape [rows], from {@code yFrom} on. Not modified.
   * @param x holds the result, shape [columns], from {@code xFrom} on, apart from the other two.
   *     Accumulated into.
   */
  public static void multiplyTransposed(
      double[] w, int wFrom, int rows, int columns, double[] y, int yFrom, double[] x, int xFrom) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      int i0 = wFrom + row * columns;
      int i1 = i0 + columns;
      int i2 = i1 + columns;
      int i3 = i2 + columns;
      final double y0 = y[yFrom + row];
      final double y1 = y[yFrom + row + 1];
      final double y2 = y[yFrom + row + 2];
      final double y3 = y[yFrom + row + 3];
      for (int column = 0; column < columns; column++) {
        x[xFrom + column] =
            x[xFrom + column]
                + w[i0 + column] * y0
                + w[i1 + column] * y1
                + w[i2 + column] * y2
                + w[i3 + column] * y3;
      }
    }
    for (; row < rows; row++) {
      int i = wFrom + row * columns;
      final double v = y[yFrom + row];
      for (int column = 0; column < columns; column++) {
        x[xFrom + column] += w[i + column] * v;
      }
    }
  }

  /**
   * Accumulates the outer products of two sequences of vectors, {@code W += sum over t of y_t
   * x_t^T}.
   *
   * @param y holds the y_t, shape [steps, rows], from {@code yFrom} on. Not modified.
   * @param x holds the x_t, shape [steps, columns], from {@code xFrom} on. Not modified.
   * @param steps number of vectors in each sequence
   * @param w holds the matrix, shape [rows, columns], from {@code wFrom} on, apart from the other
   *     two. Accumulated into.
   */
  public static void addOuterProducts(
      double[] y,
      int yFrom,
      int rows,
      double[] x,
      int xFrom,
      int columns,
      int steps,
      double[] w,
      int wFrom) {
    int row = 0;
    for (; row + 2 <= rows; row += 2) {
      int i0 = wFrom + row * columns;
      int i1 = i0 + columns;
      int t = 0;
      for (; t + 4 <= steps; t += 4) {
        int k0 = yFrom + t * rows + row;
        int k1 = k0 + rows;
        int k2 = k1 + rows;
        int k3 = k2 + rows;
        final double a0 = y[k0];
        final double a1 = y[k1];
        final double a2 = y[k2];
        final double a3 = y[k3];
        final double b0 = y[k0 + 1];
        final double b1 = y[k1 + 1];
        final double b2 = y[k2 + 1];
        final double b3 = y[k3 + 1];
        int j0 = xFrom + t * columns;
        int j1 = j0 + columns;
        int j2 = j1 + columns;
        int j3 = j2 + columns;
        for (int column = 0; column < columns; column++) {
          final double x0 = x[j0 + column];
          final double x1 = x[j1 + column];
          final double x2 = x[j2 + column];
          final double x3 = x[j3 + column];
          w[i0 + column] = w[i0 + column] + a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
          w[i1 + column] = w[i1 + column] + b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
        }
      }
      for (; t < steps; t++) {
        int k = yFrom + t * rows + row;
        final double a = y[k];
        final double b = y[k + 1];
        int j = xFrom + t * columns;
        for (int column = 0; column < columns; column++) {
          w[i0 + column] += a * x[j + column];
          w[i1 + column] += b * x[j + column];
        }
      }
    }
    for (; row < rows; row++) {
      int i = wFrom + row * columns;
      for (int t = 0; t < steps; t++) {
        final double v = y[yFrom + t * rows + row];
        int j = xFrom + t * columns;
        for (int column = 0; column < columns; column++) {
          w[i + column] += v * x[j + column];
        }
      }
    }
  }

  /**
   * Accumulates a sequence of vectors, {@code sum += sum over t of y_t}.
   *
   * @param y holds the y_t, shape [steps, rows], from {@code yFrom} on. Not modified.
   * @param sum holds the result, shape [rows], from {@code sumFrom} on. Accumulated into.
   */
  public static void addAll(double[] y, int yFrom, int rows, int steps, double[] sum, int sumFrom) {
    for (int t = 0; t < steps; t++) {
      int from = yFrom + t * rows;
      for (int row = 0; row < rows; row++) {
        sum[sumFrom + row] += y[from + row];
      }
    }
  }
}
