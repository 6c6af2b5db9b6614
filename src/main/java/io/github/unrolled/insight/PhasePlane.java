package io.github.unrolled.insight;

import io.github.unrolled.nn.NetworkShape;

/**
 * The effect of one step on a state of two numbers at a fixed input: the change of each number on a
 * grid, and the fixed points, found by Newton's method from many states. Near a fixed point, each
 * step multiplies differences in the state by its Jacobian; the point is stable if both eigenvalues
 * of the Jacobian are less than 1 in magnitude.
 *
 * <p>Source: Strogatz, Nonlinear dynamics and chaos (1994), chapters 5 and 6, here for maps.
 */
public final class PhasePlane {
  /** Grid points along each axis. */
  public static final int GRID = 33;

  /** Largest number of fixed points kept: if there are more, they may form a line. */
  public static final int MOST = 12;

  /** An eigenvalue with a magnitude this close to 1 counts as 1. */
  private static final double MARGIN = 1e-7;

  /** Largest change by a step from a fixed point, besides the rounding of large states. */
  private static final double EXACT = 1e-12;

  /** Largest rounding error of a step from a fixed point, relative to the size of the state. */
  private static final double ROUNDED = 1e-15;

  /**
   * A determinant counts as zero below this part of the terms that it is the difference of. The
   * part is larger than {@link #ROUNDED}: where a step drifts and no state is fixed, drift divided
   * by a rounding error would lead to states so large that the drift is lost in their rounding.
   */
  private static final double SINGULAR = 4e-15;

  /** Fixed points closer to each other than this are one. */
  private static final double SAME = 1e-6;

  private static final int ITERATIONS = 40;
  private static final int HALVINGS = 12;

  private final StepMap step;
  private final double[] changesOfFirst = new double[GRID * GRID];
  private final double[] changesOfSecond = new double[GRID * GRID];
  private final double[] found = new double[2 * MOST];
  private final double[] jacobians = new double[4 * MOST];
  private final double[] jacobian = new double[4];
  private final double[] state = new double[2];
  private final double[] next = new double[2];
  private final double[] ahead = new double[2];
  private int count;
  private boolean more;

  /**
   * Allocates the buffers.
   *
   * @throws IllegalArgumentException if the state of the network does not have two numbers
   */
  public PhasePlane(NetworkShape shape) {
    step = new StepMap(shape);
    if (step.size() != 2) {
      throw new IllegalArgumentException("shape: expected a state of 2, got " + step.size());
    }
  }

  /**
   * Chooses the map, of which no fixed points are known yet.
   *
   * @param parameters flat parameters, shape [P]; kept. Not modified.
   * @param input x, in the network's units
   */
  public void set(double[] parameters, double input) {
    step.set(parameters, input);
    count = 0;
    more = false;
  }

  /**
   * Samples the change by a step on a grid of states between two corners.
   *
   * @param left smallest first number of the state
   * @param right largest first number
   * @param bottom smallest second number
   * @param top largest second number
   */
  public void sample(double left, double right, double bottom, double top) {
    int to = 0;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        state[0] = left + (right - left) * column / (GRID - 1);
        state[1] = bottom + (top - bottom) * row / (GRID - 1);
        step.apply(state, next);
        changesOfFirst[to] = next[0] - state[0];
        changesOfSecond[to] = next[1] - state[1];
        to++;
      }
    }
  }

  /** Change of a number of the state, 0 or 1, at a grid point; not finite after an overflow. */
  public double change(int row, int column, int number) {
    return changes(number)[row * GRID + column];
  }

  /**
   * Changes of a number of the state, 0 or 1, on the grid, shape [GRID, GRID]; always the same
   * array; read only.
   */
  public double[] changes(int number) {
    return number == 0 ? changesOfFirst : changesOfSecond;
  }

  /** Seeks fixed points from wherever the sampled changes of both numbers change sign. */
  public void seekWhereSampled(double left, double right, double bottom, double top) {
    for (int row = 1; row < GRID; row++) {
      for (int column = 1; column < GRID; column++) {
        if (changesSign(row, column, 0) && changesSign(row, column, 1)) {
          seek(
              left + (right - left) * (column - 0.5) / (GRID - 1),
              bottom + (top - bottom) * (row - 0.5) / (GRID - 1));
        }
      }
    }
  }

  private boolean changesSign(int row, int column, int number) {
    boolean first = change(row, column, number) < 0;
    return first != change(row - 1, column, number) < 0
        || first != change(row, column - 1, number) < 0
        || first != change(row - 1, column - 1, number) < 0;
  }

  /** Seeks a fixed point from a state by Newton's method, halving steps that do not help. */
  public void seek(double u, double v) {
    state[0] = u;
    state[1] = v;
    double error = errorAt(state, next);
    for (int i = 0; i < ITERATIONS && error > 0; i++) {
      step.jacobian(state, jacobian);
      double a = jacobian[0] - 1;
      double b = jacobian[1];
      double c = jacobian[2];
      double d = jacobian[3] - 1;
      double du = state[0] - next[0];
      double dv = state[1] - next[1];
      double determinant = a * d - b * c;
      double parts = (1 + Math.abs(a)) * Math.abs(d) + (1 + Math.abs(d)) * Math.abs(a);
      double stepU = d * du - b * dv;
      double stepV = a * dv - c * du;
      if (Math.abs(determinant) <= SINGULAR * (parts + Math.abs(b * c))) {
        // The shortest least squares solution, which leads to a line of fixed points.
        determinant = a * a + b * b + c * c + d * d;
        stepU = a * du + c * dv;
        stepV = b * du + d * dv;
      }
      double share = 1;
      double trial = Double.NaN;
      for (int k = 0; k < HALVINGS && !(trial < error); k++) {
        ahead[0] = state[0] + share * stepU / determinant;
        ahead[1] = state[1] + share * stepV / determinant;
        trial = errorAt(ahead, next);
        share /= 2;
      }
      if (!(trial < error)) {
        break;
      }
      state[0] = ahead[0];
      state[1] = ahead[1];
      error = trial;
    }
    if (error <= EXACT + ROUNDED * size(state)) {
      keep();
    }
  }

  private static double size(double[] vector) {
    return Math.max(Math.abs(vector[0]), Math.abs(vector[1]));
  }

  /** Distance that a step moves a state; NaN after an overflow. */
  private double errorAt(double[] from, double[] to) {
    step.apply(from, to);
    return Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
  }

  private void keep() {
    double close = SAME * Math.max(1, size(state));
    for (int i = 0; i < count; i++) {
      if (Math.abs(found[2 * i] - state[0]) <= close
          && Math.abs(found[2 * i + 1] - state[1]) <= close) {
        return;
      }
    }
    if (count == MOST) {
      more = true;
      return;
    }
    step.jacobian(state, jacobian);
    // Sorted from left to right, so that points keep their places while training moves them.
    int at = count++;
    while (at > 0 && found[2 * at - 2] > state[0]) {
      at--;
      System.arraycopy(found, 2 * at, found, 2 * at + 2, 2);
      System.arraycopy(jacobians, 4 * at, jacobians, 4 * at + 4, 4);
    }
    System.arraycopy(state, 0, found, 2 * at, 2);
    System.arraycopy(jacobian, 0, jacobians, 4 * at, 4);
  }

  /** How many fixed points were found. */
  public int count() {
    return count;
  }

  /** Whether there are more than were kept, as where a line consists of fixed points. */
  public boolean hasMore() {
    return more;
  }

  /** One of the two numbers of a fixed point. */
  public double point(int index, int number) {
    return found[2 * index + number];
  }

  /** Whether states spiral about a fixed point: the eigenvalues there are complex. */
  public boolean isSpiral(int index) {
    return discriminant(index) < 0;
  }

  private double discriminant(int index) {
    int at = 4 * index;
    double half = (jacobians[at] - jacobians[at + 3]) / 2;
    return half * half + jacobians[at + 1] * jacobians[at + 2];
  }

  /**
   * Magnitude of the larger eigenvalue of the Jacobian at a fixed point, its spectral radius; NaN
   * if the step has no derivative there.
   */
  public double larger(int index) {
    double root = discriminant(index);
    double mean = mean(index);
    return root < 0 ? Math.sqrt(mean * mean - root) : Math.abs(mean) + Math.sqrt(root);
  }

  /** Magnitude of the smaller eigenvalue. */
  public double smaller(int index) {
    double root = discriminant(index);
    return root < 0 ? larger(index) : Math.abs(Math.abs(mean(index)) - Math.sqrt(root));
  }

  private double mean(int index) {
    return (jacobians[4 * index] + jacobians[4 * index + 3]) / 2;
  }

  /** Whether both eigenvalues are less than 1 in magnitude. */
  public boolean isStable(int index) {
    return larger(index) < 1 - MARGIN;
  }

  /** Whether the eigenvalues leave stability open: one has magnitude 1, or there are none. */
  public boolean isMarginal(int index) {
    return !(Math.abs(larger(index) - 1) > MARGIN && Math.abs(smaller(index) - 1) > MARGIN);
  }

  /** Whether differences grow in one direction and shrink in another. */
  public boolean isSaddle(int index) {
    return larger(index) > 1 + MARGIN && smaller(index) < 1 - MARGIN;
  }
}
