package io.github.unrolled.plot;

/**
 * Where the parts of an unrolled network stand, in CSS pixels: one column for each time step, 1 to
 * T from left to right, with the input at the bottom, the hidden state in the middle and the output
 * on top. All columns are alike.
 *
 * <p>Columns share the width until they are {@value #MIN_COLUMN} wide; from there on the drawing is
 * wider than what is seen of it and scrolls under row labels that stay. Its x coordinates are those
 * of the whole drawing.
 */
public final class UnrolledLayout {
  /** Narrowest column: a number of two digits fits into its nodes. */
  public static final double MIN_COLUMN = 54;

  /** Widest column: beyond it, edges would be all one sees. */
  public static final double MAX_COLUMN = 116;

  /** From this width on, row labels are words. */
  private static final double WIDE = 560;

  private static final double MAX_RADIUS = 25;

  /** Least length of an edge between two hidden states. */
  private static final double MIN_EDGE = 14;

  private static final double RING = 6;
  private static final double RIGHT_MARGIN = 8;

  /** Room for the state before the first step. */
  private static final double LEAD = 22;

  private static final double MIN_HEIGHT = 240;
  private static final double MIN_EDGE_WIDTH = 1;
  private static final double MAX_EDGE_WIDTH = 6;

  private final double width;
  private final double height;
  private final int steps;
  private final boolean wide;
  private final double columnWidth;
  private final double firstColumn;
  private final double radius;

  /**
   * Lays the network out.
   *
   * @param width what is seen at once; less than room for one column counts as that
   * @param height all of it; at least 240 is taken
   * @param steps number of time steps T, at least 1
   * @throws IllegalArgumentException if there is no step
   */
  public UnrolledLayout(double width, double height, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps: expected at least 1, got " + steps);
    }
    this.steps = steps;
    wide = width >= WIDE;
    double besides = gutter() + LEAD + RIGHT_MARGIN;
    this.width = Math.max(width, besides + MIN_COLUMN);
    this.height = Math.max(height, MIN_HEIGHT);
    double share = (this.width - besides) / steps;
    columnWidth = Math.max(MIN_COLUMN, Math.min(MAX_COLUMN, share));
    radius = Math.min(MAX_RADIUS, (columnWidth - MIN_EDGE) / 2);
    // A short sequence stands in the middle.
    firstColumn = gutter() + LEAD + Math.max(0, (share - columnWidth) * steps / 2);
  }

  /** Number of time steps T. */
  public int steps() {
    return steps;
  }

  /** Width of what is seen at once. */
  public double width() {
    return width;
  }

  /** Height of the drawing. */
  public double height() {
    return height;
  }

  /** Width of the whole drawing, at least {@link #width}. */
  public double contentWidth() {
    return Math.max(width, columnLeft(steps + 1) + RIGHT_MARGIN);
  }

  /** Whether row labels have room for words. */
  public boolean isWide() {
    return wide;
  }

  /** Width of the row labels' part at the left. */
  public double gutter() {
    return wide ? 68 : 36;
  }

  /** Right end of the row labels: near the columns, but never scrolled away. */
  public double rowLabelRight(double scroll) {
    return Math.max(gutter(), firstColumn - LEAD - scroll) - 7;
  }

  /** Width of a column. */
  public double columnWidth() {
    return columnWidth;
  }

  /** Left border of a step's column. */
  public double columnLeft(int step) {
    return firstColumn + (step - 1) * columnWidth;
  }

  /** Middle of a step's column, where its nodes stand. */
  public double center(int step) {
    return columnLeft(step) + columnWidth / 2;
  }

  /** First step of which something is seen. */
  public int firstVisible(double scroll) {
    return clampStep((int) ((scroll - firstColumn) / columnWidth) + 1);
  }

  /** Last step of which something is seen. */
  public int lastVisible(double scroll) {
    return clampStep((int) ((scroll + width - firstColumn) / columnWidth) + 1);
  }

  private int clampStep(int step) {
    return Math.max(1, Math.min(steps, step));
  }

  /**
   * The scroll position next to the present one that shows a step with a neighbour on either side.
   *
   * @param scroll the present one
   */
  public double scrollToShow(int step, double scroll) {
    double right = columnLeft(step + 2) + RIGHT_MARGIN - width;
    double left = columnLeft(step - 1) - gutter();
    double wanted = Math.min(Math.max(scroll, right), left);
    return Math.max(0, Math.min(contentWidth() - width, wanted));
  }

  /** Radius of hidden states and outputs. */
  public double nodeRadius() {
    return radius;
  }

  /** Radius of the ring of the expected value around an output. */
  public double ringRadius() {
    return radius + RING;
  }

  /** Half the side of an input's square. */
  public double inputHalfSide() {
    return radius - 1.5;
  }

  /** Middle of the expected values' line of text. */
  public double expectedY() {
    return 14;
  }

  /** Middle of the outputs. */
  public double outputY() {
    return expectedY() + 11 + ringRadius();
  }

  /** Middle of the hidden states: edges below and above are equally long. */
  public double hiddenY() {
    double from = outputY() + ringRadius();
    double to = inputY() - inputHalfSide();
    return (from + to) / 2;
  }

  /** Middle of the inputs. */
  public double inputY() {
    return labelY() - 14 - inputHalfSide();
  }

  /** Middle of the steps' line of text. */
  public double labelY() {
    return height - 14;
  }

  /** Middle of the state before the first step. */
  public double startX() {
    return center(1) - radius - Math.min(36, columnWidth / 2 - radius + LEAD - startRadius() - 2);
  }

  /** Radius of the state before the first step. */
  public double startRadius() {
    return 9;
  }

  /** Left side of a step's gradient bar, below its hidden state at the right. */
  public double barLeft(int step) {
    return center(step) + radius - 2;
  }

  /** Width of a gradient bar. */
  public double barWidth() {
    return 7;
  }

  /** Upper end of the gradient bars. */
  public double barTop() {
    return hiddenY() + 14;
  }

  /** Lower end of the gradient bars. */
  public double barBottom() {
    return inputY() - inputHalfSide() - 15;
  }

  /** Middle of the gradients' signs, below the bars. */
  public double barSignY() {
    return barBottom() + 8;
  }

  /** Distance of a bias, to the left and down, from the middle of its node. */
  public double biasOffset() {
    return 0.7 * ringRadius() + 5;
  }

  /**
   * Width of an edge: 1 for a weight of 0, 3.5 for a weight of 1, never more than 6.
   *
   * @param weight its sign is ignored
   */
  public static double edgeWidth(double weight) {
    double magnitude = Math.abs(weight);
    // Written so that an infinite weight is the widest.
    double share = 1 - 1 / (1 + magnitude);
    return MIN_EDGE_WIDTH + (MAX_EDGE_WIDTH - MIN_EDGE_WIDTH) * share;
  }
}
