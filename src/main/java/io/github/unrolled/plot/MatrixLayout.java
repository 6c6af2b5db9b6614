package io.github.unrolled.plot;

/**
 * The layout of the cells for a network's weights. There is a block for each gate and one for the
 * output; all have the same columns: the input's weights, those of the H units, and one or two
 * columns of biases. Blocks stand side by side if that makes the cells larger without making the
 * whole too tall, so that 1 unit and 32 units take about the same room. Sizes are whole CSS pixels.
 */
public final class MatrixLayout {
  /** Room between blocks that stand side by side. */
  public static final int BLOCK_GAP = 8;

  /** Largest height of the blocks of gates, as long as they can be read. */
  private static final int MAX_HEIGHT = 420;

  /** Heights above the cells of a block: its title, and the labels of its columns. */
  private static final int TITLE = 24;

  private static final int HEADER = 14;
  private static final int GUTTER = 15;
  private static final int PART_GAP = 3;

  /** Smallest width of a column that stands alone, so that it can be seen and hit. */
  private static final int MIN_SIDE = 9;

  private static final int MIN_CELL = 2;
  private static final int MAX_WIDTH = 44;
  private static final int MAX_CELL_HEIGHT = 24;

  /** From these sizes on, numbers with two decimals fit. */
  private static final int NUMBER_WIDTH = 32;

  private static final int NUMBER_HEIGHT = 14;

  /** From this size on, the sign of a number can be marked and cells stand apart. */
  private static final int MARK_SIZE = 5;

  private static final int ROW_LABEL_DISTANCE = 10;
  private static final int COLUMN_LABEL_DISTANCE = 18;

  private final int units;
  private final int biases;
  private final int perRow;
  private final int lines;
  private final int cellWidth;
  private final int cellHeight;
  private final int gutter;

  private MatrixLayout(int width, int units, int gates, int biases, int perRow) {
    this.units = units;
    this.biases = biases;
    this.perRow = perRow;
    lines = (gates + perRow - 1) / perRow;
    int room = (width - (perRow - 1) * BLOCK_GAP) / perRow;
    int labelled = widest(room - GUTTER);
    // Row numbers matter less than cells that can be told apart.
    boolean labels = labelled >= MARK_SIZE || labelled == widest(room);
    gutter = labels ? GUTTER : 0;
    cellWidth = labels ? labelled : widest(room);
    int high = (MAX_HEIGHT - lines * (TITLE + HEADER)) / (lines * units);
    cellHeight = Math.max(MIN_CELL, Math.min(high, Math.min(cellWidth, MAX_CELL_HEIGHT)));
  }

  /**
   * Lays the blocks out.
   *
   * @param width width available to all of them
   * @param units number of hidden units H, at least 1
   * @param gates number of gates G, at least 1
   * @param biases columns of biases, 1 or 2
   */
  public static MatrixLayout of(int width, int units, int gates, int biases) {
    MatrixLayout best = new MatrixLayout(width, units, gates, biases, 1);
    for (int perRow = 2; perRow <= gates; perRow++) {
      MatrixLayout other = new MatrixLayout(width, units, gates, biases, perRow);
      boolean sameSize =
          other.cellSize() == best.cellSize() && other.hasNumbers() == best.hasNumbers();
      boolean fits = other.perRow * (other.width() + BLOCK_GAP) <= width + BLOCK_GAP;
      if (fits && (other.cellSize() > best.cellSize() || (sameSize && other.lines < best.lines))) {
        best = other;
      }
    }
    return best;
  }

  private int cellSize() {
    return Math.min(cellWidth, cellHeight);
  }

  /** The widest cells that fit; columns that stand alone are at least MIN_SIDE wide. */
  private int widest(int room) {
    int sides = 1 + biases;
    int left = room - 2 * PART_GAP;
    int even = left / (units + sides);
    int cell = even >= MIN_SIDE ? even : (left - sides * MIN_SIDE) / units;
    return Math.max(MIN_CELL, Math.min(MAX_WIDTH, cell));
  }

  /** How many blocks stand side by side. */
  public int perRow() {
    return perRow;
  }

  /** Width of a unit's cell. */
  public int cellWidth() {
    return cellWidth;
  }

  /** Height of a cell. */
  public int cellHeight() {
    return cellHeight;
  }

  /** Whether a number with two decimals fits into a cell. */
  public boolean hasNumbers() {
    return cellWidth >= NUMBER_WIDTH && cellHeight >= NUMBER_HEIGHT;
  }

  /** Whether cells are large enough to stand apart and show the sign of their number. */
  public boolean hasMarks() {
    return cellSize() >= MARK_SIZE;
  }

  /** Width of a block with its labels. */
  public int width() {
    return left(units + biases + 1);
  }

  /** Height of a block with {@code rows} rows, without its title. */
  public int height(int rows) {
    return top(0) + rows * rowHeight(rows);
  }

  /** Left border of a column: 0 is the input's, 1 to H are the units', the others the biases'. */
  public int left(int column) {
    if (column == 0) {
      return gutter;
    }
    int first = gutter + columnWidth(0) + PART_GAP;
    if (column <= units) {
      return first + (column - 1) * cellWidth;
    }
    return first + units * cellWidth + PART_GAP + (column - units - 1) * columnWidth(column);
  }

  /** Width of a column. */
  public int columnWidth(int column) {
    return column >= 1 && column <= units ? cellWidth : Math.max(MIN_SIDE, cellWidth);
  }

  /** Upper border of a row, counted from 0. */
  public int top(int row) {
    return HEADER + row * cellHeight;
  }

  /** Height of a row in a block with {@code rows} rows; a single row is at least MIN_SIDE high. */
  public int rowHeight(int rows) {
    return rows == 1 ? Math.max(MIN_SIDE, cellHeight) : cellHeight;
  }

  /** The column nearest to a place. */
  public int columnAt(double x) {
    int column = 0;
    while (column < units + biases && x >= left(column + 1)) {
      column++;
    }
    return column;
  }

  /** The row at a place in a block with {@code rows} rows; negative above, may be past the last. */
  public int rowAt(double y, int rows) {
    return (int) Math.floor((y - HEADER) / rowHeight(rows));
  }

  /** Whether a unit's column has its number above it. */
  public boolean isColumnLabelled(int unit) {
    int step = labelStep(cellWidth, COLUMN_LABEL_DISTANCE);
    int toBias = left(units + 1) + columnWidth(units + 1) / 2 - left(unit) - cellWidth / 2;
    return unit % step == 0 && toBias >= COLUMN_LABEL_DISTANCE;
  }

  /** Whether a unit's row, counted from 1, has its number beside it. */
  public boolean isRowLabelled(int unit) {
    return gutter > 0 && unit % labelStep(cellHeight, ROW_LABEL_DISTANCE) == 0;
  }

  private static int labelStep(int size, int distance) {
    int step = 1;
    while (step * size < distance) {
      step *= 2;
    }
    return step;
  }
}
