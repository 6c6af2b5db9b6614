package io.github.unrolled.math;

/**
 * Points of one space, in a row. The row grows at its end; only with another revision are those
 * before it others than they were.
 */
public interface Points {
  /** How many there are. */
  int size();

  /** A coordinate of a point. */
  double parameter(int point, int index);

  /** Another number whenever points were dropped. */
  int revision();
}
