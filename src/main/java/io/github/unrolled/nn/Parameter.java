package io.github.unrolled.nn;

/**
 * A named array of a network's parameters and its place in the flat parameter array.
 *
 * @param name PyTorch's name without its layer suffix: {@code weight_ih}, {@code weight_hh}, ...
 * @param offset index of its first number in the flat array
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1; a bias is one column
 */
public record Parameter(String name, int offset, int rows, int columns) {

  /** Number of elements. */
  public int size() {
    return rows * columns;
  }
}
