package io.github.unrolled.experiment;

/** Tells the time. */
public interface Clock {
  /** Milliseconds since some fixed moment; never decreases. */
  double now();
}
