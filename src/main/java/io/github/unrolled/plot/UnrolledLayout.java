package io.github.unrolled.plot;

/** The layout of an unrolled network of one unit. */
public final class UnrolledLayout extends StepColumns {
  /** Narrowest column: a number of two digits fits into its nodes. */
  public static final double MIN_COLUMN = 54;

  /** Narrowest column of a narrow drawing: a number of one digit fits, and eight steps do. */
  public static final double SLIM_COLUMN = 36.5;

  /** Width below which a drawing is narrow. */
  private static final double NARROW = 480;

  /** Widest column: beyond it, edges would dominate. */
  public static final double MAX_COLUMN = 116;

  private static final double MAX_RADIUS = 25;
  private static final double MIN_RADIUS = 15;

  /** Share of the height that a node's radius takes, so that edges keep their room. */
  private static final double RADIUS_SHARE = 1 / 12.0;

  /** Least length of an edge between two hidden states. */
  private static final double MIN_EDGE = 12;

  private static final double MIN_HEIGHT = 168;

  private final double radius;
  private final double biasOffset;

  /**
   * Lays the network out.
   *
   * @param width visible width; raised to the room for one column if it is less
   * @param height full height; raised to 168 if it is less
   * @param steps number of time steps T, at least 1
   * @throws IllegalArgumentException if there is no step
   */
  public UnrolledLayout(double width, double height, int steps) {
    super(
        width,
        Math.max(height, MIN_HEIGHT),
        steps,
        width < NARROW ? SLIM_COLUMN : MIN_COLUMN,
        MAX_COLUMN);
    double tallest = Math.max(MIN_RADIUS, RADIUS_SHARE * height());
    radius = Math.min(Math.min(MAX_RADIUS, tallest), (columnWidth() - MIN_EDGE) / 2);
    biasOffset = 0.7 * ringRadius() + 5;
  }

  /** Radius of hidden states and outputs. */
  @Override
  public double nodeRadius() {
    return radius;
  }

  @Override
  public double inputX(int step) {
    return center(step);
  }

  @Override
  public double stateX(int step) {
    return center(step);
  }

  @Override
  public double stateLeft(int step) {
    return center(step) - radius;
  }

  @Override
  public double stateRight(int step) {
    return center(step) + radius;
  }

  @Override
  public double stateHalfHeight() {
    return radius;
  }

  @Override
  public double startX() {
    double room = columnWidth() / 2 - radius + LEAD - startRadius() - 2;
    return center(1) - radius - Math.min(36, room);
  }

  @Override
  public double barLeft(int step) {
    return center(step) + radius - 2;
  }

  @Override
  public double barTop() {
    return hiddenY() + 14;
  }

  /** Distance of a bias, to the left and down, from the middle of its node. */
  public double biasOffset() {
    return biasOffset;
  }
}
