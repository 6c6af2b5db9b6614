package io.github.unrolled.train;

/** The two ways to find parameters that the page compares. */
public enum Method {
  /** Backpropagation through time. */
  BPTT,
  /** Random search. */
  RANDOM_SEARCH
}
