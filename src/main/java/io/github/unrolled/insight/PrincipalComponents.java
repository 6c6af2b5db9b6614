package io.github.unrolled.insight;

/**
 * The two directions in which a cloud of points varies most: eigenvectors of its covariance, by
 * Jacobi's rotations. The rotations are done in sweeps, one at a time, so that a page can do a
 * little in each frame. All buffers are allocated once.
 *
 * <p>Source: Jacobi's cyclic method as in Golub and Van Loan, Matrix computations (2013), section
 * 8.5.
 */
public final class PrincipalComponents {
  /** An off-diagonal element below this part of the total variance counts as zero. */
  private static final double ROUNDING = 1e-15;

  private static final int MOST_SWEEPS = 30;

  private final int size;
  private final double[] mean;
  private final double[] matrix;
  private final double[] vectors;
  private final double[] axes;
  private final double[] variances = new double[2];
  private final double[] shares = {Double.NaN, Double.NaN};
  private double total;
  private int sweeps;
  private boolean done;
  private boolean known;

  /** Allocates the buffers for points with D coordinates, at least 2. */
  public PrincipalComponents(int size) {
    this.size = size;
    mean = new double[size];
    matrix = new double[size * size];
    vectors = new double[size * size];
    axes = new double[2 * size];
  }

  /**
   * Starts with new points. Until they are done, axes, variances and shares stay those of the
   * points before.
   *
   * @param points shape [N, D]. Not modified.
   * @param count number of points N, at least 1
   */
  public void start(double[] points, int count) {
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int n = 0; n < count; n++) {
        sum += points[n * size + i];
      }
      mean[i] = sum / count;
    }
    total = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int n = 0; n < count; n++) {
          sum += (points[n * size + i] - mean[i]) * (points[n * size + j] - mean[j]);
        }
        matrix[i * size + j] = sum / count;
        matrix[j * size + i] = sum / count;
        vectors[i * size + j] = 0;
        vectors[j * size + i] = 0;
      }
      vectors[i * size + i] = 1;
      total += matrix[i * size + i];
    }
    sweeps = 0;
    done = false;
  }

  /** Whether the axes belong to the points that were given last. */
  public boolean isDone() {
    return done;
  }

  /** Does one sweep. */
  public void advance() {
    double off = 0;
    for (int i = 1; i < size; i++) {
      for (int j = 0; j < i; j++) {
        off = Math.max(off, Math.abs(matrix[i * size + j]));
        rotate(j, i);
      }
    }
    sweeps++;
    if (!(off > ROUNDING * total) || sweeps == MOST_SWEEPS) {
      chooseAxes();
      done = true;
    }
  }

  /** Turns two coordinates so that their covariance becomes zero. */
  private void rotate(int p, int q) {
    double covariance = matrix[p * size + q];
    if (!(Math.abs(covariance) > ROUNDING / size * total)) {
      return;
    }
    double theta = (matrix[q * size + q] - matrix[p * size + p]) / (2 * covariance);
    double tangent = 1 / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    if (theta < 0) {
      tangent = -tangent;
    }
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < size; k++) {
      turn(matrix, k * size + p, k * size + q, cosine, sine);
    }
    for (int k = 0; k < size; k++) {
      turn(matrix, p * size + k, q * size + k, cosine, sine);
      turn(vectors, p * size + k, q * size + k, cosine, sine);
    }
  }

  private static void turn(double[] numbers, int p, int q, double cosine, double sine) {
    double first = numbers[p];
    double second = numbers[q];
    numbers[p] = cosine * first - sine * second;
    numbers[q] = sine * first + cosine * second;
  }

  private void chooseAxes() {
    int first = 0;
    int second = 1;
    if (variance(1) > variance(0)) {
      first = 1;
      second = 0;
    }
    for (int i = 2; i < size; i++) {
      if (variance(i) > variance(first)) {
        second = first;
        first = i;
      } else if (variance(i) > variance(second)) {
        second = i;
      }
    }
    takeAxis(0, first);
    takeAxis(1, second);
    known = true;
  }

  private double variance(int index) {
    return matrix[index * size + index];
  }

  /** Sets an axis, pointing the same way as before; at first its largest number is positive. */
  private void takeAxis(int axis, int row) {
    double along = 0;
    double largest = 0;
    for (int k = 0; k < size; k++) {
      double number = vectors[row * size + k];
      along += number * axes[axis * size + k];
      if (Math.abs(number) > Math.abs(largest)) {
        largest = number;
      }
    }
    boolean flipped = known ? along < 0 : largest < 0;
    for (int k = 0; k < size; k++) {
      double number = vectors[row * size + k];
      axes[axis * size + k] = flipped ? -number : number;
    }
    variances[axis] = Math.max(0, variance(row));
    shares[axis] = variances[axis] / total;
  }

  /**
   * Coordinate of a point along an axis, counted from the mean of all points.
   *
   * @param points shape [N, D]. Not modified.
   * @param n index of the point
   * @param axis 0 or 1
   */
  public double coordinate(double[] points, int n, int axis) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += (points[n * size + k] - mean[k]) * axes[axis * size + k];
    }
    return sum;
  }

  /** A component of an axis, which has length 1. */
  public double axis(int axis, int index) {
    return axes[axis * size + index];
  }

  /** Variance along an axis, 0 or 1. */
  public double along(int axis) {
    return variances[axis];
  }

  /** Share of the variance along an axis, 0 or 1; NaN if nothing varies or no axis is known yet. */
  public double share(int axis) {
    return shares[axis];
  }
}
