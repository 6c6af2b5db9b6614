package io.github.unrolled.math;

import java.util.Arrays;

/**
 * Spectral norm and spectral radius of square matrices of one size: the most that a matrix can
 * stretch a vector, and the largest magnitude of its eigenvalues, complex ones included. The
 * buffers are allocated once.
 *
 * <p>The radius is Gelfand's limit of {@code |A^k|^(1/k)} (Horn and Johnson, Matrix Analysis
 * (2013), 5.6.14), with k doubled by squaring and each power scaled, so that none overflows.
 */
public final class Spectrum {
  /**
   * The final k is 2 to this power: a Jordan block's factor k^(n/k) is then 1 up to rounding. Exact
   * Jordan blocks of more than a dozen rows would underflow before that.
   */
  private static final int SQUARINGS = 44;

  private static final int LANCZOS_STEPS = 32;
  private static final int BISECTIONS = 48;
  private static final double SAME = 1e-14;

  private final int size;
  private final double[] x;
  private final double[] y;
  private final double[] last;
  private final double[] next;
  private final double[] diagonal = new double[LANCZOS_STEPS];
  private final double[] offDiagonal = new double[LANCZOS_STEPS];
  private double[] power;
  private double[] square;
  private int squarings;
  private double radius;

  /** Allocates the buffers for matrices of shape [size, size]. */
  public Spectrum(int size) {
    this.size = size;
    x = new double[size];
    y = new double[size];
    last = new double[size];
    next = new double[size];
    power = new double[size * size];
    square = new double[size * size];
  }

  /**
   * The spectral norm, from Lanczos's tridiagonal matrix of A^T A. It may be too small in the
   * fourth digit if several singular values are close to the largest; it is never too large, apart
   * from rounding.
   *
   * @param a shape [size, size], row-major. Not modified.
   * @return the norm; not finite if an element is not
   */
  public double norm(double[] a) {
    final double scale = largest(a);
    if (!(scale > 0) || scale > Double.MAX_VALUE) {
      return scale;
    }
    double start = 0.5;
    for (int i = 0; i < size; i++) {
      // Irregular, so that it is not orthogonal to the direction that the matrix stretches most.
      start = (start + 0.6180339887) % 1;
      x[i] = start - 0.4;
      last[i] = 0;
    }
    Vectors.scale(x, 1 / Vectors.norm(x));
    double beta = 0;
    int count = 0;
    while (count < LANCZOS_STEPS && count < size) {
      Arrays.fill(y, 0);
      Matrices.multiply(a, 0, size, size, x, 0, y, 0);
      Vectors.scale(y, 1 / scale);
      Arrays.fill(next, 0);
      Matrices.multiplyTransposed(a, 0, size, size, y, 0, next, 0);
      double alpha = 0;
      for (int i = 0; i < size; i++) {
        next[i] = next[i] / scale - beta * last[i];
        alpha += next[i] * x[i];
      }
      for (int i = 0; i < size; i++) {
        next[i] -= alpha * x[i];
      }
      beta = Vectors.norm(next);
      diagonal[count] = alpha;
      offDiagonal[count] = beta;
      count++;
      if (beta <= SAME * diagonal[0]) {
        break;
      }
      for (int i = 0; i < size; i++) {
        last[i] = x[i];
        x[i] = next[i] / beta;
      }
    }
    return scale * Math.sqrt(largestEigenvalue(count));
  }

  /** The largest eigenvalue of the tridiagonal matrix, by bisection. */
  private double largestEigenvalue(int count) {
    double low = 0;
    double high = 0;
    for (int i = 0; i < count; i++) {
      low = Math.max(low, diagonal[i]);
      high = Math.max(high, diagonal[i] + offDiagonal[i] + (i > 0 ? offDiagonal[i - 1] : 0));
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      double pivot = diagonal[0] - middle;
      for (int j = 1; j < count && pivot < 0; j++) {
        pivot = diagonal[j] - middle - offDiagonal[j - 1] * offDiagonal[j - 1] / pivot;
      }
      if (pivot < 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /**
   * Begins the spectral radius of a matrix; {@link #square} completes it.
   *
   * @param a shape [size, size], row-major. Not modified.
   */
  public void begin(double[] a) {
    Vectors.copy(a, power);
    squarings = 0;
    radius = takeScale(power);
  }

  /** Squares once, in {@code size^3} multiplications; returns whether the radius is known. */
  public boolean square() {
    if (!(radius > 0) || squarings == SQUARINGS) {
      return true;
    }
    Arrays.fill(square, 0);
    for (int row = 0; row < size; row++) {
      int at = row * size;
      Matrices.multiplyTransposed(power, 0, size, size, power, at, square, at);
    }
    squarings++;
    double root = takeScale(square);
    for (int i = 0; i < squarings; i++) {
      root = Math.sqrt(root);
    }
    radius *= root;
    if (sameAsBefore()) {
      // So are all further powers, and the product of their roots equals this one.
      radius *= root;
      squarings = SQUARINGS;
    }
    double[] swap = power;
    power = square;
    square = swap;
    return !(radius > 0) || squarings == SQUARINGS;
  }

  private boolean sameAsBefore() {
    for (int i = 0; i < power.length; i++) {
      if (!(Math.abs(power[i] - square[i]) <= SAME)) {
        return false;
      }
    }
    return true;
  }

  private static double largest(double[] matrix) {
    double largest = 0;
    for (double value : matrix) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** Divides a matrix by its largest magnitude, which it returns. */
  private static double takeScale(double[] matrix) {
    double largest = largest(matrix);
    if (largest > 0) {
      for (int i = 0; i < matrix.length; i++) {
        matrix[i] /= largest;
      }
    }
    return largest;
  }

  /** The spectral radius once it is known; not finite if an element of the matrix is not. */
  public double radius() {
    return radius;
  }
}
