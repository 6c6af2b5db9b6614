package io.github.unrolled.insight;

import io.github.unrolled.math.Points;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Positions of points in a plane; each is located once, as a large network takes long to sum up.
 */
public final class PlaneTrail {
  private static final int ACROSS = 0;
  private static final int UP = 1;

  private @Nullable ParameterPlane plane;
  private @Nullable PointNumbers places;

  /** Locates the points that are not yet known. */
  public void follow(Points row, ParameterPlane in) {
    PointNumbers known = places;
    if (known == null || plane != in) {
      plane = in;
      known = new PointNumbers(2, (point, numbers) -> locate(in, point, numbers));
      places = known;
    }
    known.follow(row, () -> true);
  }

  private static void locate(ParameterPlane in, IntToDoubleFunction point, double[] numbers) {
    in.locate(point);
    numbers[ACROSS] = in.locatedAcross();
    numbers[UP] = in.locatedUp();
  }

  /** Number of points located. */
  public int size() {
    PointNumbers known = places;
    return known == null ? 0 : known.size();
  }

  /** Horizontal coordinate of a point. */
  public double across(int point) {
    return place(point, ACROSS);
  }

  /** Vertical coordinate of a point. */
  public double up(int point) {
    return place(point, UP);
  }

  private double place(int point, int which) {
    PointNumbers known = places;
    return known == null ? Double.NaN : known.number(point, which);
  }
}
