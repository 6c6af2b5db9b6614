package io.github.unrolled.plot;

/**
 * Lines of equal value over a grid, by marching squares. A square's four corners are the middles of
 * neighbouring cells; the lines cross its sides where linear interpolation finds the value.
 *
 * <p>Source: Lorensen and Cline, Marching cubes, SIGGRAPH 1987, in two dimensions.
 */
public final class Contours {
  private final double[] grid;
  private final int columns;
  private final int rows;

  /** Coordinates of the segments, four numbers each. */
  private final double[] segments;

  private int size;

  /**
   * Prepares for a grid.
   *
   * @param grid values row by row, shape [rows, columns]; squares with a value that is not finite
   *     have no line. Not modified; read at each {@link #add}.
   * @param capacity largest number of segments kept
   */
  public Contours(double[] grid, int columns, int rows, int capacity) {
    this.grid = grid;
    this.columns = columns;
    this.rows = rows;
    segments = new double[4 * capacity];
  }

  /** Drops all lines. */
  public void clear() {
    size = 0;
  }

  /** How many segments there are. */
  public int size() {
    return size / 4;
  }

  /**
   * A coordinate of a segment, in cells from the grid's edge.
   *
   * @param which 0 and 1 are x and y of one end, 2 and 3 of the other
   */
  public double coordinate(int segment, int which) {
    return segments[4 * segment + which];
  }

  /** Adds the lines where the grid has a value. */
  public void add(double level) {
    for (int row = 0; row + 1 < rows; row++) {
      for (int column = 0; column + 1 < columns; column++) {
        addSquare(row, column, level);
      }
    }
  }

  private void addSquare(int row, int column, double level) {
    final int at = row * columns + column;
    final double sw = grid[at] - level;
    final double se = grid[at + 1] - level;
    final double nw = grid[at + columns] - level;
    final double ne = grid[at + columns + 1] - level;
    final double middle = (sw + se + nw + ne) / 4;
    if (!(Math.abs(middle) <= Double.MAX_VALUE)) {
      return;
    }
    final double x = column + 0.5;
    final double y = row + 0.5;
    final boolean south = sw < 0 != se < 0;
    final boolean north = nw < 0 != ne < 0;
    final boolean west = sw < 0 != nw < 0;
    final boolean east = se < 0 != ne < 0;
    if (south && north && west && east) {
      // A saddle: the corners on the same side of the level as the middle are joined.
      boolean joinsSouthWest = sw < 0 == middle < 0;
      south(x, y, sw, se);
      side(joinsSouthWest ? x + 1 : x, y, joinsSouthWest ? se : sw, joinsSouthWest ? ne : nw);
      south(x, y + 1, nw, ne);
      side(joinsSouthWest ? x : x + 1, y, joinsSouthWest ? sw : se, joinsSouthWest ? nw : ne);
      return;
    }
    if (south) {
      south(x, y, sw, se);
    }
    if (west) {
      side(x, y, sw, nw);
    }
    if (east) {
      side(x + 1, y, se, ne);
    }
    if (north) {
      south(x, y + 1, nw, ne);
    }
  }

  /** A point on a side that runs along the rows. */
  private void south(double x, double y, double from, double to) {
    point(from / (from - to) + x, y);
  }

  /** A point on a side that runs along the columns. */
  private void side(double x, double y, double from, double to) {
    point(x, from / (from - to) + y);
  }

  private void point(double x, double y) {
    if (size < segments.length) {
      segments[size] = x;
      segments[size + 1] = y;
      size += 2;
    }
  }
}
