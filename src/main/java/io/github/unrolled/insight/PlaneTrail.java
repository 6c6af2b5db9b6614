package io.github.unrolled.insight;

import io.github.unrolled.math.Points;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where points lie in a plane; each is located once, for a large network has much to add up. */
public final class PlaneTrail {
  private double[] across = new double[16];
  private double[] up = new double[16];
  private int size;
  private @Nullable Points points;
  private @Nullable ParameterPlane plane;
  private int revision;

  /** Locates the points that are not known yet. */
  public void follow(Points row, ParameterPlane in) {
    if (points != row || plane != in || revision != row.revision()) {
      points = row;
      plane = in;
      revision = row.revision();
      size = 0;
    }
    if (across.length < row.size()) {
      across = Arrays.copyOf(across, 2 * row.size());
      up = Arrays.copyOf(up, 2 * row.size());
    }
    for (; size < row.size(); size++) {
      int point = size;
      in.locate(index -> row.parameter(point, index));
      across[size] = in.locatedAcross();
      up[size] = in.locatedUp();
    }
  }

  /** How many points are located. */
  public int size() {
    return size;
  }

  /** Coordinate across of a point. */
  public double across(int point) {
    return across[point];
  }

  /** Coordinate up of a point. */
  public double up(int point) {
    return up[point];
  }
}
