package io.github.unrolled.insight;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Parameter;
import java.util.function.IntToDoubleFunction;

/**
 * A plane in the space of a network's parameters, {@code base + a * across + b * up}. It is spanned
 * either by two parameters, whose values are {@code a} and {@code b}, or by two random directions,
 * along which {@code a} and {@code b} count from an origin.
 *
 * <p>Source of the directions: Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape
 * of Neural Nets (2018), section 4: Gaussian, with each filter scaled to the norm of the same
 * filter of the parameters. Here a filter is all weights into one unit of one gate, or into the
 * output; biases stay as they are, as in the authors' code.
 */
public final class ParameterPlane {
  /** The generator's stream, different from those of start weights and random search. */
  private static final int STREAM = 3;

  /** Two directions count as one if the squared sine of their angle is below this. */
  private static final double LEAST_INDEPENDENCE = 1e-4;

  private static final int MOST_DRAWS = 16;

  private final int first;
  private final int second;
  private final double[] origin;
  private final double[] across;
  private final double[] up;
  private final double[] base;

  // Dot products of the directions.
  private double acrossAcross;
  private double acrossUp;
  private double upUp;

  private double locatedAcross;
  private double locatedUp;

  private ParameterPlane(int first, int second, double[] origin) {
    this.first = first;
    this.second = second;
    this.origin = origin;
    across = new double[origin.length];
    up = new double[origin.length];
    base = new double[origin.length];
  }

  /**
   * A plane of two parameters. A parameter that is held at zero still has an axis, but the network
   * does not change along it.
   *
   * @param first index of the parameter across
   * @param second index of the parameter up, another one
   */
  public static ParameterPlane ofParameters(NetworkShape shape, int first, int second) {
    int count = shape.newNetwork().parameterCount();
    ParameterPlane plane = new ParameterPlane(first, second, new double[count]);
    plane.across[first] = shape.holdsAtZero(first) ? 0 : 1;
    plane.up[second] = shape.holdsAtZero(second) ? 0 : 1;
    return plane;
  }

  /**
   * A plane of two random directions.
   *
   * @param origin the parameters that the plane's coordinates count from, shape [P], and whose
   *     filters set the norms of the directions' filters
   */
  public static ParameterPlane random(NetworkShape shape, Numbers origin, int seed) {
    ParameterPlane plane = new ParameterPlane(-1, -1, origin.toArray());
    Network network = shape.newNetwork();
    Rng rng = new Rng(seed, STREAM);
    int draws = 0;
    do {
      draw(plane.across, plane.origin, shape, network, rng);
      draw(plane.up, plane.origin, shape, network, rng);
      plane.acrossAcross = product(plane.across, plane.across);
      plane.acrossUp = product(plane.across, plane.up);
      plane.upUp = product(plane.up, plane.up);
      draws++;
    } while (plane.isFlat() && draws < MOST_DRAWS);
    return plane;
  }

  private boolean isFlat() {
    double squares = acrossAcross * upUp;
    return !(squares - acrossUp * acrossUp > LEAST_INDEPENDENCE * squares);
  }

  private static void draw(
      double[] direction, double[] origin, NetworkShape shape, Network network, Rng rng) {
    for (int i = 0; i < direction.length; i++) {
      // The sum of twelve uniform numbers is nearly Gaussian, with variance 1.
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += rng.nextDouble();
      }
      direction[i] = sum;
    }
    shape.hold(direction);
    int rows = 0;
    for (Parameter array : network.parameters()) {
      int columns = array.columns();
      switch (array.name()) {
        case "weight_ih" -> rows = array.rows();
        case "weight_hh" -> {
          for (int row = 0; row < rows; row++) {
            scale(direction, origin, row, 1, array.offset() + row * columns, columns);
          }
        }
        case "weight_out" -> scale(direction, origin, 0, 0, array.offset(), columns);
        default -> {
          for (int i = 0; i < array.size(); i++) {
            direction[array.offset() + i] = 0;
          }
        }
      }
    }
  }

  /** Scales a filter, which is in two pieces, to the norm of the origin's. */
  private static void scale(
      double[] direction, double[] origin, int at, int length, int more, int moreLength) {
    double wanted = squares(origin, at, length) + squares(origin, more, moreLength);
    double drawn = squares(direction, at, length) + squares(direction, more, moreLength);
    double factor = drawn == 0 ? 0 : Math.sqrt(wanted / drawn);
    for (int i = 0; i < length; i++) {
      direction[at + i] *= factor;
    }
    for (int i = 0; i < moreLength; i++) {
      direction[more + i] *= factor;
    }
  }

  private static double squares(double[] numbers, int at, int length) {
    double sum = 0;
    for (int i = at; i < at + length; i++) {
      sum += numbers[i] * numbers[i];
    }
    return sum;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Whether the plane is spanned by random directions. */
  public boolean isRandom() {
    return first < 0;
  }

  /** Index of the parameter across; -1 if a random direction is across. */
  public int first() {
    return first;
  }

  /** Index of the parameter up; -1 if a random direction is up. */
  public int second() {
    return second;
  }

  /**
   * Moves the plane so that it goes through a point.
   *
   * @param parameters the point, shape [P]
   * @return whether the plane has changed
   */
  public boolean goThrough(Numbers parameters) {
    locate(parameters::get);
    boolean moved = false;
    for (int i = 0; i < base.length; i++) {
      final double rest =
          i == first || i == second
              ? 0
              : parameters.get(i) - locatedAcross * across[i] - locatedUp * up[i];
      moved |= rest != base[i];
      base[i] = rest;
    }
    return moved;
  }

  /**
   * Finds the place in the plane that is nearest to a point; {@link #locatedAcross} and {@link
   * #locatedUp} return it.
   *
   * @param parameters the point's parameters by index
   */
  public void locate(IntToDoubleFunction parameters) {
    if (!isRandom()) {
      locatedAcross = parameters.applyAsDouble(first);
      locatedUp = parameters.applyAsDouble(second);
      return;
    }
    double alongAcross = 0;
    double alongUp = 0;
    for (int i = 0; i < origin.length; i++) {
      final double difference = parameters.applyAsDouble(i) - origin[i];
      alongAcross += difference * across[i];
      alongUp += difference * up[i];
    }
    final double determinant = acrossAcross * upUp - acrossUp * acrossUp;
    final boolean flat = isFlat();
    locatedAcross = flat ? 0 : (alongAcross * upUp - alongUp * acrossUp) / determinant;
    locatedUp = flat ? 0 : (alongUp * acrossAcross - alongAcross * acrossUp) / determinant;
  }

  /** Coordinate across of the point located last. */
  public double locatedAcross() {
    return locatedAcross;
  }

  /** Coordinate up of the point located last. */
  public double locatedUp() {
    return locatedUp;
  }

  /** Slope of a function along the direction across, given its gradient, shape [P]. */
  public double slopeAcross(Numbers gradient) {
    return product(across, gradient.toArray());
  }

  /** Slope of a function along the direction up, given its gradient, shape [P]. */
  public double slopeUp(Numbers gradient) {
    return product(up, gradient.toArray());
  }

  /**
   * A point shifted along the plane by given distances.
   *
   * @param from the point at first, shape [P]
   */
  public Numbers shifted(Numbers from, double byAcross, double byUp) {
    double[] point = from.toArray();
    for (int i = 0; i < point.length; i++) {
      point[i] += byAcross * across[i];
      point[i] += byUp * up[i];
    }
    return Numbers.of(point);
  }

  /**
   * A point moved along the plane to given coordinates; a parameter that is held at zero stays.
   *
   * @param from the point at first, shape [P]
   */
  public Numbers moved(Numbers from, double toAcross, double toUp) {
    locate(from::get);
    if (isRandom()) {
      return shifted(from, toAcross - locatedAcross, toUp - locatedUp);
    }
    Numbers point = across[first] == 0 ? from : from.with(first, toAcross);
    return up[second] == 0 ? point : point.with(second, toUp);
  }

  /** The parameters at coordinates (0, 0), shape [P]; a fresh copy. */
  double[] base() {
    return base.clone();
  }

  /**
   * Writes the parameters at a place.
   *
   * @param from {@link #base} of the plane, perhaps from before it moved, shape [P]
   * @param point a copy of {@code from} at first, shape [P]. Overwritten where it depends on the
   *     place.
   */
  void write(double a, double b, double[] from, double[] point) {
    if (!isRandom()) {
      point[first] = a * across[first];
      point[second] = b * up[second];
      return;
    }
    for (int i = 0; i < point.length; i++) {
      point[i] = a * across[i] + from[i] + b * up[i];
    }
  }
}
