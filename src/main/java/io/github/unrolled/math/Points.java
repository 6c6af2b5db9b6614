package io.github.unrolled.math;

/**
 * Points of one space, in a row. The row grows at its end, and any of its points may be dropped; a
 * point never changes while it is there.
 */
public interface Points {
  /** How many there are. */
  int size();

  /** A coordinate of a point. */
  double parameter(int point, int index);

  /**
   * A number that no other point has that is or was in the row; it ascends along the row.
   *
   * @return a whole number
   */
  double serial(int point);
}
