package io.github.unrolled.plot;

/**
 * The layout that all pictures of an unrolled network share, in CSS pixels: one column for each
 * time step, 1 to T from left to right, with the input at the bottom, the hidden state in the
 * middle and the output on top. All columns are alike.
 *
 * <p>Columns share the width until they are as narrow as they can be; beyond that, the drawing is
 * wider than its visible part and scrolls under fixed row labels. All x coordinates are those of
 * the whole drawing.
 */
public abstract class StepColumns {
  /** From this width on, row labels are words. */
  private static final double WIDE = 560;

  private static final double RING = 6;
  private static final double RIGHT_MARGIN = 8;

  /** Room for the state before the first step. */
  static final double LEAD = 22;

  private static final double MIN_EDGE_WIDTH = 1;
  private static final double MAX_EDGE_WIDTH = 6;

  private final double width;
  private final double height;
  private final int steps;
  private final boolean wide;
  private final double columnWidth;
  private final double firstColumn;

  /**
   * Lays the columns out.
   *
   * @param width visible width; raised to the room for one column if it is less
   * @param height full height
   * @param steps number of time steps T, at least 1
   * @param minColumn width of the narrowest column
   * @param maxColumn width of the widest column
   * @throws IllegalArgumentException if there is no step
   */
  StepColumns(double width, double height, int steps, double minColumn, double maxColumn) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps: expected at least 1, got " + steps);
    }
    this.steps = steps;
    this.height = height;
    wide = width >= WIDE;
    double reserved = gutter() + LEAD + RIGHT_MARGIN;
    this.width = Math.max(width, reserved + minColumn);
    double share = (this.width - reserved) / steps;
    columnWidth = Math.max(minColumn, Math.min(maxColumn, share));
    // A short sequence is centred.
    firstColumn = gutter() + LEAD + Math.max(0, (share - columnWidth) * steps / 2);
  }

  /** Number of time steps T. */
  public final int steps() {
    return steps;
  }

  /** Visible width. */
  public final double width() {
    return width;
  }

  /** Height of the drawing. */
  public final double height() {
    return height;
  }

  /** Width of the whole drawing, at least {@link #width}. */
  public final double contentWidth() {
    return Math.max(width, columnLeft(steps + 1) + RIGHT_MARGIN);
  }

  /** Whether row labels have room for words. */
  public final boolean isWide() {
    return wide;
  }

  /** Width of the row labels' area at the left. */
  public final double gutter() {
    return wide ? 68 : 36;
  }

  /** Right end of the row labels: near the columns, but never scrolled away. */
  public final double rowLabelRight(double scroll) {
    return Math.max(gutter(), firstColumn - LEAD - scroll) - 7;
  }

  /** Width of a column. */
  public final double columnWidth() {
    return columnWidth;
  }

  /** Left border of a step's column. */
  public final double columnLeft(int step) {
    return firstColumn + (step - 1) * columnWidth;
  }

  /** Middle of a step's column. */
  public final double center(int step) {
    return columnLeft(step) + columnWidth / 2;
  }

  /** First step that is at least partly visible. */
  public final int firstVisible(double scroll) {
    return clampStep((int) ((scroll - firstColumn) / columnWidth) + 1);
  }

  /** Last step that is at least partly visible. */
  public final int lastVisible(double scroll) {
    return clampStep((int) ((scroll + width - firstColumn) / columnWidth) + 1);
  }

  private int clampStep(int step) {
    return Math.max(1, Math.min(steps, step));
  }

  /**
   * The scroll position nearest to the present one that shows a step with a neighbour on either
   * side, or as much of the neighbours as fits.
   *
   * @param scroll the present one
   */
  public final double scrollToShow(int step, double scroll) {
    double room = (width - gutter() - RIGHT_MARGIN - columnWidth) / 2;
    double beside = Math.max(0, Math.min(columnWidth, room));
    double right = columnLeft(step + 1) + beside + RIGHT_MARGIN - width;
    double left = columnLeft(step) - beside - gutter();
    double wanted = Math.min(Math.max(scroll, right), left);
    return Math.max(0, Math.min(contentWidth() - width, wanted));
  }

  /** Radius of outputs. */
  public abstract double nodeRadius();

  /** Radius of the ring of the expected value around an output. */
  public final double ringRadius() {
    return nodeRadius() + RING;
  }

  /** Half the side of an input's square. */
  public final double inputHalfSide() {
    return nodeRadius() - 1.5;
  }

  /** Middle of a step's input. */
  public abstract double inputX(int step);

  /** Middle of a step's hidden state and output. */
  public abstract double stateX(int step);

  /** Left end of the parts that make a step's new state, where the edge from the last one ends. */
  public abstract double stateLeft(int step);

  /** Right end of a step's hidden state, where the edge to the next one begins. */
  public abstract double stateRight(int step);

  /** Half the height of a hidden state. */
  public abstract double stateHalfHeight();

  /** Middle of the text line of expected values. */
  public final double expectedY() {
    return 14;
  }

  /** Middle of the outputs. */
  public final double outputY() {
    return outputBottom() - ringRadius();
  }

  /** Lower end of the ring around an output. */
  public final double outputBottom() {
    return 2 * ringRadius() + 11 + expectedY();
  }

  /** Middle of the hidden states: edges below and above are equally long. */
  public final double hiddenY() {
    return middle(outputBottom(), inputY() - inputHalfSide());
  }

  /** Middle of the inputs. */
  public final double inputY() {
    return labelY() - 14 - inputHalfSide();
  }

  /** Middle of the text line of steps. */
  public final double labelY() {
    return height - 14;
  }

  /** Middle of the state before the first step. */
  public abstract double startX();

  /** Radius of the state before the first step. */
  public final double startRadius() {
    return 9;
  }

  /** Left side of a step's gradient bar, below its hidden state at the right. */
  public abstract double barLeft(int step);

  /** Width of a gradient bar. */
  public final double barWidth() {
    return 7;
  }

  /** Upper end of the gradient bars. */
  public abstract double barTop();

  /** Lower end of the gradient bars, with room for a sign below. */
  public final double barBottom() {
    return inputY() - inputHalfSide() - 15;
  }

  /** Middle of the gradients' signs, below the bars. */
  public final double barSignY() {
    return barBottom() + 8;
  }

  /** The middle between two places. */
  public static double middle(double from, double to) {
    return (to - from) / 2 + from;
  }

  /**
   * Width of an edge: 1 for a weight of 0, 3.5 for a weight of 1, never more than 6.
   *
   * @param weight its sign is ignored
   */
  public static double edgeWidth(double weight) {
    double magnitude = Math.abs(weight);
    // Written so that an infinite weight gets the widest edge.
    double share = 1 - 1 / (1 + magnitude);
    return MIN_EDGE_WIDTH + (MAX_EDGE_WIDTH - MIN_EDGE_WIDTH) * share;
  }
}
