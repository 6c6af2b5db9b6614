package io.github.unrolled.train;

/**
 * Points that a method came by, in their order. The row grows at its end; only with another
 * revision are those before it others than they were.
 */
public interface Points {
  /** How many there are. */
  int size();

  /** A parameter of a point. */
  double parameter(int point, int index);

  /** Another number whenever points were dropped. */
  int revision();
}
