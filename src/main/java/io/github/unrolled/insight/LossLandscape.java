package io.github.unrolled.insight;

import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/**
 * The loss over a square piece of a {@link ParameterPlane}: a forward pass in the middle of each of
 * {@link #SIZE} times SIZE cells. It is worked out cell by cell, first every eighth of every eighth
 * row, then those between, so that a page can do a little in each frame and soon show something. A
 * cell that is yet to come has the loss of one near by. Nothing is allocated but at first.
 */
public final class LossLandscape {
  /** Cells to each side. */
  public static final int SIZE = 96;

  private static final int COARSEST = 8;

  private final Network network;
  private final double[] inputs;
  private final double[] targets;
  private final Pass pass;
  private final double[] point;

  /** What the points of the picture have in common, also after the plane has moved on. */
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
   * @param inputs of the steps that train, in the network's units. Not modified.
   * @param targets expected outputs of those steps. Not modified.
   * @param plane of networks of that shape
   */
  public LossLandscape(
      NetworkShape shape, double[] inputs, double[] targets, ParameterPlane plane) {
    network = shape.newNetwork();
    this.inputs = inputs;
    this.targets = targets;
    this.plane = plane;
    pass = network.newPass(targets.length);
    base = plane.base();
    point = base.clone();
  }

  /**
   * Starts anew.
   *
   * @param next the plane as it is now; if it moves, what is yet to come stays where it was
   * @param across it is shown from -across to across
   * @param up and from -up to up
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

  /** It is shown from minus this across to this; 0 before the first start. */
  public double endAcross() {
    return endAcross;
  }

  /** It is shown from minus this up to this. */
  public double endUp() {
    return endUp;
  }

  /** The coordinate of the middle of a cell, given where the axis ends. */
  public static double middle(int cell, double end) {
    return ((2 * cell + 1.0) / SIZE - 1) * end;
  }

  /** Does so many cells, or as many as are left. */
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

  /** Whether every cell has at least the loss of one near by. */
  public boolean isShowable() {
    return stride < COARSEST;
  }

  /**
   * The losses, row by row from the lowest, each from the left; not finite where a number
   * overflowed. Live, to be read.
   */
  public double[] losses() {
    return losses;
  }

  /** The loss at any place of the plane that it was started with. */
  public double loss(double a, double b) {
    plane.write(a, b, base, point);
    return network.forward(point, inputs, targets, pass);
  }
}
