package io.github.unrolled.train;

/**
 * Loss over work in bounded memory. It keeps every k-th point offered, and doubles k by dropping
 * every other point when it is full; each point kept is one that was measured.
 */
public final class LossCurve {
  private final double[] work;
  private final double[] loss;
  private final ClipMarks clips;
  private int size;
  private int stride = 1;
  private int untilNext;
  private double lastWork = Double.NEGATIVE_INFINITY;

  /**
   * Allocates an empty curve.
   *
   * @param capacity most points kept, even and at least 2
   * @throws IllegalArgumentException if it is odd or less than 2
   */
  public LossCurve(int capacity) {
    if (capacity < 2 || capacity % 2 != 0) {
      throw new IllegalArgumentException(
          "capacity: expected an even number from 2 on, got " + capacity);
    }
    work = new double[capacity];
    loss = new double[capacity];
    clips = new ClipMarks(capacity);
  }

  /**
   * Offers the next point. One that is not beyond the last, as after a step back, is ignored.
   *
   * @param atWork work done so far; one forward pass is 1
   * @param measured the loss there, finite
   */
  public void append(double atWork, double measured) {
    if (!(atWork > lastWork)) {
      return;
    }
    lastWork = atWork;
    if (untilNext > 0) {
      untilNext--;
      return;
    }
    if (size == work.length) {
      thin();
    }
    work[size] = atWork;
    loss[size] = measured;
    clips.keep(size);
    size++;
    untilNext = stride - 1;
  }

  private void thin() {
    size /= 2;
    for (int i = 0; i < size; i++) {
      work[i] = work[2 * i];
      loss[i] = loss[2 * i];
    }
    clips.thin();
    stride *= 2;
  }

  /** Notes that clipping acts at the point offered last. */
  void noteClipping() {
    clips.note();
  }

  /** Forgets all points but the first so many that were offered and not ignored. */
  void rewind(double offered) {
    int left = (int) Math.ceil(offered / stride);
    if (left < size) {
      clips.rewind(left);
      size = left;
    }
    untilNext = (int) ((double) left * stride - offered);
    lastWork = left == 0 ? Double.NEGATIVE_INFINITY : work[left - 1];
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
   * Work of the points between which and the one before clipping acted; a fresh copy.
   *
   * @param end work done by now, which stands for the point to come
   */
  public double[] clippedWork(double end) {
    int count = clips.actedSince() ? 1 : 0;
    for (int i = 0; i < size; i++) {
      count += clips.at(i) ? 1 : 0;
    }
    double[] clipped = new double[count];
    if (clips.actedSince()) {
      clipped[--count] = end;
    }
    for (int i = size - 1; i >= 0; i--) {
      if (clips.at(i)) {
        clipped[--count] = work[i];
      }
    }
    return clipped;
  }

  private double[] prefix(double[] all) {
    double[] copy = new double[size];
    System.arraycopy(all, 0, copy, 0, size);
    return copy;
  }
}
