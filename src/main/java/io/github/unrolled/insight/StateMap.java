package io.github.unrolled.insight;

import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import java.util.Arrays;

/**
 * What one step makes of the state of a single Elman or GRU unit at a fixed input, {@code h ->
 * F(h)}, and its fixed points, {@code h = F(h)}. Near one, a difference in the state grows by the
 * slope of F with each step: it is stable if that is less than 1 in size.
 *
 * <p>Those of an Elman unit are all there are; those of a GRU, which lie between -1 and 1, are
 * sought on a grid, which pairs of them within {@value #CELL} could escape.
 *
 * <p>Source: Strogatz, Nonlinear dynamics and chaos (1994), chapter 10.
 */
public final class StateMap {
  /** A slope this near to 1 or -1 counts as that: the fixed point is neither stable nor not. */
  private static final double MARGIN = 1e-9;

  private static final int CELLS = 512;
  private static final double CELL = 2.0 / CELLS;

  /** Indexes of the gates z and n of a GRU, for which F(h) - h is (1 - z)(n - h). */
  private static final int UPDATE = 1;

  private static final int CANDIDATE = 2;

  /** What n - h is at most where it touches zero. */
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
   * @param shape of one Elman or GRU unit
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

  /** What one step makes of a state; not finite after an overflow. */
  public double next(double h) {
    state[0] = h;
    step.apply(state, state);
    return state[0];
  }

  /** Pre-activation of an Elman unit at h = 0. */
  public double offset() {
    return offset;
  }

  /** How many fixed points there are beside an interval of them, ascending. */
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

  /** Whether differences shrink near a fixed point of a slope. */
  public static boolean isStable(double slope) {
    return Math.abs(slope) < 1 - MARGIN;
  }

  /** Whether that cannot be told of the slope alone. */
  public static boolean isMarginal(double slope) {
    return Math.abs(Math.abs(slope) - 1) <= MARGIN;
  }

  /**
   * Every h from here up to {@link #everyTo} is a fixed point; NaN if there is no interval. A
   * GRU's, where z is 1 in double precision, is found up to {@value #CELL}, and ends at -1 and 1.
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
   * n - h, which has the sign of F(h) - h without its rounding: where z is nearly 1, that would
   * make a fixed point of every other h.
   */
  private double excess(double h) {
    next(h);
    return step.gate(CANDIDATE) - h;
  }

  /** Whether z of the last step was 1, so that it kept any state. */
  private boolean keeps() {
    return step.gate(UPDATE) == 1;
  }

  /** Where |n - h| is least, between two places beyond which it is larger. */
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
      // One of the interval.
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
