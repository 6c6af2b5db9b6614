package io.github.unrolled.train;

/** A sample of the tries of random search, evenly spread over all of them, and the best of all. */
public interface Tries {
  /** How many tries the sample has. */
  int sampleSize();

  /** A parameter of a try of the sample. */
  double sampled(int number, int index);

  /** Whether any try had a finite loss yet. */
  boolean hasBest();

  /** A parameter of the best try so far; 0 if there is none. */
  double best(int index);
}
