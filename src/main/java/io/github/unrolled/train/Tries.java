package io.github.unrolled.train;

import io.github.unrolled.math.Points;

/** A sample of the tries of random search, evenly spread over all of them, and the best of all. */
public interface Tries extends Points {
  /** Whether any try has had a finite loss so far. */
  boolean hasBest();

  /** A parameter of the best try so far; 0 if there is none. */
  double best(int index);
}
