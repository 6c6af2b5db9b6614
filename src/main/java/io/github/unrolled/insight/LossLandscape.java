package io.github.unrolled.insight;

import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;

/**
 * The loss over a square piece of a {@link ParameterPlane}: a forward pass at the middle of each of
 * {@link #SIZE} times SIZE cells. It is computed cell by cell, first every eighth cell of every
 * eighth row, then the cells between, so that a page can do a little in each frame and show
 * something soon. A cell still to be computed has the loss of a cell nearby. The buffers are
 * allocated once.
 */
public final class LossLandscape {
  /** Number of cells along each side. */
  public static final int SIZE = 96;

  private static final int COARSEST = 8;

  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final Pass pass;
  private final double[] point;

  /** The plane's base when the picture was started, kept even if the plane moves on. */
  private double[] base;

  private final double[] losses = new double[SIZE * SIZE];
  private ParameterPlane plane;
  private double endAcross;
  private double endUp;
  private int stride = COARSEST;
  private int row;
  private int column;

  /**
   * Allocates the buffers.
   *
   * @param network the network, with its start state
   * @param inputs inputs of the steps that train, in the network's units. Not modified.
   * @param targets expected outputs of those steps. Not modified.
   * @param plane a plane of the parameters of that network
   */
  public LossLandscape(Network network, double[] inputs, double[] targets, ParameterPlane plane) {
    this.network = network;
    this.inputs = inputs;
    this.targets = targets;
    this.plane = plane;
    pass = network.newPass(targets.length);
    base = plane.base();
    point = base.clone();
  }

  /**
   * Starts over.
   *
   * @param next the plane as it is now; cells still to be computed do not follow if it moves
   * @param across end of the picture across, which begins at -across
   * @param up end of the picture upwards, which begins at -up
   */
  public void start(ParameterPlane next, double across, double up) {
    plane = next;
    endAcross = across;
    endUp = up;
    base = plane.base();
    System.arraycopy(base, 0, point, 0, base.length);
    stride = COARSEST;
    row = 0;
    column = 0;
  }

  /** End of the picture across, which begins at minus this; 0 before the first start. */
  public double endAcross() {
    return endAcross;
  }

  /** End of the picture upwards, which begins at minus this; 0 before the first start. */
  public double endUp() {
    return endUp;
  }

  /** The coordinate of the middle of a cell, given the end of the axis. */
  public static double middle(int cell, double end) {
    return ((2 * cell + 1.0) / SIZE - 1) * end;
  }

  /** Computes {@code cells} more cells, or as many as are left. */
  public void work(int cells) {
    int left = cells;
    while (left > 0 && stride > 0) {
      boolean known = stride < COARSEST && row % (2 * stride) == 0 && column % (2 * stride) == 0;
      if (!known) {
        fill(loss(middle(column, endAcross), middle(row, endUp)));
        left--;
      }
      column += stride;
      if (column >= SIZE) {
        column = 0;
        row += stride;
      }
      if (row >= SIZE) {
        row = 0;
        stride /= 2;
      }
    }
  }

  private void fill(double loss) {
    for (int r = row; r < row + stride; r++) {
      for (int c = column; c < column + stride; c++) {
        losses[r * SIZE + c] = loss;
      }
    }
  }

  /** Whether every cell has its own loss. */
  public boolean isDone() {
    return stride == 0;
  }

  /** Whether every cell has at least the loss of a cell nearby. */
  public boolean isShowable() {
    return stride < COARSEST;
  }

  /**
   * The losses, row by row from the lowest, each from the left; not finite where a number
   * overflowed. Live; read only.
   */
  public double[] losses() {
    return losses;
  }

  /** The loss at any place of the plane that the picture was started with. */
  public double loss(double a, double b) {
    plane.write(a, b, base, point);
    return network.forward(point, inputs, targets, pass);
  }
}
