package io.github.unrolled.insight;

import io.github.unrolled.math.Points;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A few numbers for each point of a row, such as each checkpoint of training: each point is
 * measured once, in slices, and its numbers are kept while it is in the row. Dropping every other
 * point of a row costs nothing; a point that is rewound and comes again is another point and is
 * measured anew.
 */
public final class PointNumbers {
  private static final int FIRST_CAPACITY = 16;

  private final int count;
  private final Measure measure;
  private final double[] measured;

  /** The numbers point by point, shape [size, count], with spare room. */
  private double[] numbers;

  /** The serial numbers of the measured points, ascending. */
  private double[] serials = new double[FIRST_CAPACITY];

  /** Number of points measured, from the first of the row. */
  private int size;

  private @Nullable Points row;

  /** Measures points. */
  public interface Measure {
    /**
     * Measures a point.
     *
     * @param point its coordinates by index
     * @param numbers shape [count]. Overwritten with the measured numbers.
     */
    void take(IntToDoubleFunction point, double[] numbers);
  }

  /**
   * Prepares for any row.
   *
   * @param count count of numbers for each point
   * @param measure always gives the same numbers for the same point
   */
  public PointNumbers(int count, Measure measure) {
    this.count = count;
    this.measure = measure;
    measured = new double[count];
    numbers = new double[count * FIRST_CAPACITY];
  }

  /**
   * Forgets the points that are gone and measures the missing ones, in the order of the row, at
   * least one of them; starts anew for a different row.
   *
   * @param goesOn asked after each point whether there is time for another
   * @return whether every point of the row is measured
   */
  public boolean follow(Points of, BooleanSupplier goesOn) {
    if (row != of) {
      row = of;
      size = 0;
    }
    dropWhatIsGone(of);
    boolean going = true;
    while (going && size < of.size()) {
      add(of, size);
      going = goesOn.getAsBoolean();
    }
    return size == of.size();
  }

  private void dropWhatIsGone(Points of) {
    // Serial numbers ascend: if the last one known is in its place, so are all before it.
    if (size == 0 || (of.size() >= size && of.serial(size - 1) == serials[size - 1])) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < size && kept < of.size(); i++) {
      if (serials[i] == of.serial(kept)) {
        serials[kept] = serials[i];
        System.arraycopy(numbers, i * count, numbers, kept * count, count);
        kept++;
      }
    }
    size = kept;
  }

  private void add(Points of, int point) {
    if (size == serials.length) {
      serials = Arrays.copyOf(serials, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size * count);
    }
    measure.take(index -> of.parameter(point, index), measured);
    System.arraycopy(measured, 0, numbers, size * count, count);
    serials[size] = of.serial(point);
    size++;
  }

  /** Number of points measured, from the first of the row. */
  public int size() {
    return size;
  }

  /**
   * A number of a point.
   *
   * @param point index in the row, below {@link #size}
   * @param which 0 to count - 1
   */
  public double number(int point, int which) {
    return numbers[point * count + which];
  }
}
