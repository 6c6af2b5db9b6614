package io.github.unrolled.insight;

import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import java.util.Arrays;

/**
 * The effect of one step on the state of a single Elman or GRU unit at a fixed input, {@code h ->
 * F(h)}, and its fixed points, {@code h = F(h)}. Near a fixed point, each step multiplies a
 * difference in the state by the slope of F: the point is stable if the slope is less than 1 in
 * magnitude.
 *
 * <p>All fixed points of an Elman unit are found. Those of a GRU, which lie between -1 and 1, are
 * sought on a grid, which may miss pairs of them within {@value #CELL}.
 *
 * <p>Source: Strogatz, Nonlinear dynamics and chaos (1994), chapter 10.
 */
public final class StateMap {
  /** A slope this close to 1 or -1 counts as marginal, neither stable nor unstable. */
  private static final double MARGIN = 1e-9;

  private static final int CELLS = 512;
  private static final double CELL = 2.0 / CELLS;

  /** Indexes of the gates z and n of a GRU, where F(h) - h is (1 - z)(n - h). */
  private static final int UPDATE = 1;

  private static final int CANDIDATE = 2;

  /** Largest |n - h| that counts as touching zero. */
  private static final double TOUCH = 1e-14;

  private final StepMap step;
  private final boolean elman;
  private final boolean memory;
  private final UnitEquation equation;
  private final double[] state = new double[1];
  private final double[] slope = new double[1];
  private double[] points = new double[UnitEquation.MOST];
  private double[] slopes = new double[UnitEquation.MOST];
  private final double[] excess;
  private double offset;
  private int count;
  private double everyFrom;
  private double everyTo;

  /**
   * Allocates the buffers.
   *
   * @param shape shape of one Elman or GRU unit
   * @throws IllegalArgumentException if its state is not one number
   */
  public StateMap(NetworkShape shape) {
    step = new StepMap(shape);
    if (step.size() != 1) {
      throw new IllegalArgumentException("shape: expected a state of 1 number, got " + step.size());
    }
    elman = shape.cell() == CellType.ELMAN;
    memory = shape.memory();
    equation = new UnitEquation(shape.activation());
    excess = new double[elman ? 0 : CELLS + 1];
  }

  /**
   * Chooses the map and finds its fixed points.
   *
   * @param parameters flat parameters, shape [P]; kept. Not modified.
   * @param input x, in the network's units
   */
  public void set(double[] parameters, double input) {
    step.set(parameters, input);
    everyFrom = Double.NaN;
    everyTo = Double.NaN;
    count = 0;
    if (elman) {
      offset = parameters[ElmanUnit.INPUT_WEIGHT] * input + parameters[ElmanUnit.HIDDEN_BIAS];
      equation.solve(offset, parameters[ElmanUnit.HIDDEN_WEIGHT]);
      count = equation.count;
      System.arraycopy(equation.points, 0, points, 0, count);
      System.arraycopy(equation.slopes, 0, slopes, 0, count);
      everyFrom = equation.everyFrom;
      everyTo = Double.isNaN(everyFrom) ? Double.NaN : Double.POSITIVE_INFINITY;
    } else if (memory) {
      search();
    } else {
      add(next(0));
    }
  }

  /** The state one step after a state; not finite after an overflow. */
  public double next(double h) {
    state[0] = h;
    step.apply(state, state);
    return state[0];
  }

  /** Pre-activation of an Elman unit at h = 0. */
  public double offset() {
    return offset;
  }

  /** Number of fixed points besides an interval of them, in ascending order. */
  public int count() {
    return count;
  }

  /** A fixed point. */
  public double point(int index) {
    return points[index];
  }

  /** Slope of the map at a fixed point. */
  public double slope(int index) {
    return slopes[index];
  }

  /** Whether differences shrink near a fixed point with the given slope. */
  public static boolean isStable(double slope) {
    return Math.abs(slope) < 1 - MARGIN;
  }

  /** Whether stability cannot be told from the slope alone. */
  public static boolean isMarginal(double slope) {
    return Math.abs(Math.abs(slope) - 1) <= MARGIN;
  }

  /**
   * Lower end of the interval of fixed points, every h in which is one; NaN if there is none. In a
   * GRU, it is where z is 1 in double precision; it is found to within {@value #CELL} and is cut
   * off at -1 and 1.
   */
  public double everyFrom() {
    return everyFrom;
  }

  /** Upper end of the interval of fixed points. */
  public double everyTo() {
    return everyTo;
  }

  private void search() {
    for (int i = 0; i <= CELLS; i++) {
      excess[i] = excess(at(i));
      if (keeps()) {
        everyFrom = Double.isNaN(everyFrom) ? at(i) : everyFrom;
        everyTo = at(i);
      }
    }
    for (int i = 0; i <= CELLS; i++) {
      double here = excess[i];
      if (here == 0) {
        add(at(i));
      } else if (i < CELLS && here * excess[i + 1] < 0) {
        addZero(at(i), at(i + 1), here < 0);
      } else if (i > 0
          && i < CELLS
          && here * excess[i - 1] > 0
          && Math.abs(here) <= Math.abs(excess[i - 1])
          && Math.abs(here) <= Math.abs(excess[i + 1])) {
        seekTouch(at(i - 1), at(i + 1), here < 0);
      }
    }
  }

  private static double at(int index) {
    return index * CELL - 1;
  }

  /**
   * n - h, which has the sign of F(h) - h without its rounding error: where z is nearly 1, rounding
   * would turn every other h into a fixed point.
   */
  private double excess(double h) {
    next(h);
    return step.gate(CANDIDATE) - h;
  }

  /** Whether z was 1 in the last step, which keeps any state. */
  private boolean keeps() {
    return step.gate(UPDATE) == 1;
  }

  /** Adds the fixed points, if any, near the minimum of |n - h| between two places. */
  private void seekTouch(double from, double to, boolean negative) {
    double low = from;
    double high = to;
    double sign = negative ? -1 : 1;
    for (int i = 0; i < 100; i++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (sign * excess(left) < sign * excess(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    double least = sign * excess(low);
    if (Math.abs(least) <= TOUCH) {
      add(low);
    } else if (least < 0) {
      addZero(from, low, negative);
      addZero(low, to, !negative);
    }
  }

  private void addZero(double from, double to, boolean rising) {
    double low = from;
    double high = to;
    while (true) {
      double middle = (low + high) / 2;
      double there = excess(middle);
      if (there == 0 || middle <= low || middle >= high) {
        add(middle);
        return;
      }
      if (there < 0 == rising) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private void add(double h) {
    state[0] = h;
    step.jacobian(state, slope);
    if (memory && keeps()) {
      // It is in the interval of fixed points.
      return;
    }
    if (count == points.length) {
      points = Arrays.copyOf(points, 2 * count);
      slopes = Arrays.copyOf(slopes, 2 * count);
    }
    points[count] = h;
    slopes[count] = slope[0];
    count++;
  }
}
