package io.github.unrolled.train;

/**
 * Loss over work in bounded memory, and where clipping acted. It keeps every k-th point offered;
 * when it is full, it drops every other point and doubles k. Every point kept was measured, and
 * with it the least and the most loss from there up to the next point kept.
 */
public final class LossCurve {
  private final double[] work;
  private final double[] loss;

  /** Least and most loss of the points offered from each point kept up to the next. */
  private final double[] least;

  private final double[] most;

  /** Whether clipping has acted since the point before. */
  private final boolean[] clipped;

  private boolean clippedSince;
  private int size;
  private int stride = 1;
  private int untilNext;

  /**
   * Allocates an empty curve.
   *
   * @param capacity largest number of points kept, even and at least 2
   * @throws IllegalArgumentException if it is odd or less than 2
   */
  public LossCurve(int capacity) {
    if (capacity < 2 || capacity % 2 != 0) {
      throw new IllegalArgumentException(
          "capacity: expected an even number from 2 on, got " + capacity);
    }
    work = new double[capacity];
    loss = new double[capacity];
    least = new double[capacity];
    most = new double[capacity];
    clipped = new boolean[capacity];
  }

  /**
   * Offers the next point.
   *
   * @param atWork work done so far, more than at the point before; one forward pass is 1
   * @param measured the loss there, finite
   * @return whether the point is kept
   */
  public boolean append(double atWork, double measured) {
    if (untilNext > 0) {
      untilNext--;
      least[size - 1] = Math.min(least[size - 1], measured);
      most[size - 1] = Math.max(most[size - 1], measured);
      return false;
    }
    if (size == work.length) {
      thin();
    }
    work[size] = atWork;
    loss[size] = measured;
    least[size] = measured;
    most[size] = measured;
    clipped[size] = clippedSince;
    clippedSince = false;
    size++;
    untilNext = stride - 1;
    return true;
  }

  private void thin() {
    size /= 2;
    clippedSince |= clipped[2 * size - 1];
    for (int i = 0; i < size; i++) {
      work[i] = work[2 * i];
      loss[i] = loss[2 * i];
      least[i] = Math.min(least[2 * i], least[2 * i + 1]);
      most[i] = Math.max(most[2 * i], most[2 * i + 1]);
      clipped[i] = clipped[2 * i] || (i > 0 && clipped[2 * i - 1]);
    }
    stride *= 2;
  }

  /** Notes that clipping acted at the point offered last. */
  void noteClipping() {
    clippedSince = true;
  }

  /**
   * Whether clipping acted between two points that are kept.
   *
   * @param from number of points offered before the first
   * @param to number of points offered before the last
   */
  boolean clippedBetween(double from, double to) {
    boolean acted = false;
    for (int i = (int) (from / stride) + 1; i <= to / stride; i++) {
      acted |= clipped[i];
    }
    return acted;
  }

  /**
   * Forgets all but the first {@code offered} of the points offered. The least and the most loss
   * since the last point that is kept stay.
   */
  void rewind(double offered) {
    int left = (int) Math.ceil(offered / stride);
    if (left < size) {
      clippedSince = clipped[left];
      size = left;
    }
    untilNext = (int) ((double) left * stride - offered);
  }

  /** How many points are kept. */
  public int size() {
    return size;
  }

  /** Work of each point, shape [{@link #size}]; a fresh copy. */
  public double[] work() {
    return prefix(work);
  }

  /** Loss of each point, shape [{@link #size}]; a fresh copy. */
  public double[] loss() {
    return prefix(loss);
  }

  /**
   * Least loss from each point up to the next, or up to the last point offered; shape [{@link
   * #size}]; a fresh copy.
   */
  public double[] least() {
    return prefix(least);
  }

  /**
   * Most loss from each point up to the next, or up to the last point offered; shape [{@link
   * #size}]; a fresh copy.
   */
  public double[] most() {
    return prefix(most);
  }

  /**
   * Work of each point for which clipping acted since the point before; a fresh copy.
   *
   * @param end work done so far, in place of that of the next point
   */
  public double[] clippedWork(double end) {
    int count = clippedSince ? 1 : 0;
    for (int i = 0; i < size; i++) {
      count += clipped[i] ? 1 : 0;
    }
    double[] works = new double[count];
    if (clippedSince) {
      works[--count] = end;
    }
    for (int i = size - 1; i >= 0; i--) {
      if (clipped[i]) {
        works[--count] = work[i];
      }
    }
    return works;
  }

  private double[] prefix(double[] all) {
    double[] copy = new double[size];
    System.arraycopy(all, 0, copy, 0, size);
    return copy;
  }
}
