package io.github.unrolled.plot;

/**
 * The layout of a lower-triangular matrix over time steps with a strip of bars under its columns,
 * in whole CSS pixels. Rows and columns count from 0; columns share the width, rows the height that
 * the bars leave them, and rows are no higher than columns are wide.
 */
public final class TriangleLayout {
  /** Width left of the cells, for the numbers of the rows. */
  public static final int LEFT = 34;

  /** Height of the numbers between the matrix and the bars. */
  public static final int LABELS = 18;

  private static final int RIGHT = 2;
  private static final int TOP = 6;
  private static final int MAX_ROW = 26;
  private static final int FOOT = 6;
  private static final int LEAST_BARS = 32;
  private static final int MOST_BARS = 56;

  /** Share of the height that the bars take, between those bounds. */
  private static final double BARS_SHARE = 0.2;

  /** Widest label of a step. */
  private static final int LABEL_WIDTH = 24;

  private static final int LABEL_HEIGHT = 14;

  private final int width;
  private final int count;
  private final int bars;
  private final double rowHeight;

  /**
   * Lays the matrix out.
   *
   * @param width full width
   * @param height full height, which is kept unless there is less than a pixel for each row
   * @param count number of rows and of columns, at least 1
   */
  public TriangleLayout(int width, int height, int count) {
    this.width = width;
    this.count = count;
    bars = Math.max(LEAST_BARS, Math.min(MOST_BARS, (int) (height * BARS_SHARE)));
    double fair = (height - TOP - LABELS - bars - FOOT) / (double) count;
    rowHeight = Math.max(1, Math.min(Math.min(MAX_ROW, columnWidth()), fair));
  }

  /** Number of rows and of columns. */
  public int count() {
    return count;
  }

  /** Width of a column, which {@link #left} rounds. */
  public double columnWidth() {
    return Math.max(1, (width - LEFT - RIGHT) / (double) count);
  }

  /** Left border of a column. */
  public int left(int column) {
    return (int) (LEFT + column * columnWidth());
  }

  /** Upper border of a row. */
  public int top(int row) {
    return (int) (TOP + row * rowHeight);
  }

  /** The column at a place; -1 or {@link #count} outside. */
  public int columnAt(double x) {
    return clamp((int) Math.floor((x - LEFT) / columnWidth()));
  }

  /** The row at a place; -1 or {@link #count} outside. */
  public int rowAt(double y) {
    return clamp((int) Math.floor((y - TOP) / rowHeight));
  }

  private int clamp(int place) {
    return Math.max(-1, Math.min(count, place));
  }

  /** Upper border of the bars. */
  public int barsTop() {
    return top(count) + LABELS;
  }

  /** Height of the bars. */
  public int bars() {
    return bars;
  }

  /** Height in use. */
  public int height() {
    return barsTop() + bars + FOOT;
  }

  /** Number of columns per label, so that labels do not overlap. */
  public int columnsPerLabel() {
    return 1 + (int) (LABEL_WIDTH / columnWidth());
  }

  /** Number of rows per label, so that labels do not overlap. */
  public int rowsPerLabel() {
    return 1 + (int) (LABEL_HEIGHT / rowHeight);
  }
}
