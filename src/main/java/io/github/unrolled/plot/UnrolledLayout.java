package io.github.unrolled.plot;

/** The layout of an unrolled network of one unit. */
public final class UnrolledLayout extends StepColumns {
  /** Narrowest column: a number of two digits fits into its nodes. */
  public static final double MIN_COLUMN = 54;

  /** Widest column: beyond it, edges would dominate. */
  public static final double MAX_COLUMN = 116;

  private static final double MAX_RADIUS = 25;

  /** Least length of an edge between two hidden states. */
  private static final double MIN_EDGE = 14;

  private static final double MIN_HEIGHT = 240;

  private final double radius;
  private final double biasOffset;

  /**
   * Lays the network out.
   *
   * @param width visible width; raised to the room for one column if it is less
   * @param height full height; raised to 240 if it is less
   * @param steps number of time steps T, at least 1
   * @throws IllegalArgumentException if there is no step
   */
  public UnrolledLayout(double width, double height, int steps) {
    super(width, Math.max(height, MIN_HEIGHT), steps, MIN_COLUMN, MAX_COLUMN);
    radius = Math.min(MAX_RADIUS, (columnWidth() - MIN_EDGE) / 2);
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
