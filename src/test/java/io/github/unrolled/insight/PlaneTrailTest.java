package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Points;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A trail locates each point only once, with the result of locating all at every look. */
class PlaneTrailTest {
  private static final NetworkShape SHAPE =
      new NetworkShape(CellType.ELMAN, 3, Activation.TANH, true);

  private final Random random = new Random(7);

  /** Points that can be added, and that a new revision drops. */
  private final class Row implements Points {
    final List<double[]> points = new ArrayList<>();
    final List<Double> serials = new ArrayList<>();
    int added;
    int asked;

    void add() {
      points.add(random.doubles(SHAPE.newNetwork().parameterCount(), -2, 2).toArray());
      serials.add((double) added);
      added++;
    }

    @Override
    public int size() {
      return points.size();
    }

    @Override
    public double parameter(int point, int index) {
      asked++;
      return points.get(point)[index];
    }

    @Override
    public double serial(int point) {
      return serials.get(point);
    }
  }

  private static void assertFollows(PlaneTrail trail, Row row, ParameterPlane plane) {
    trail.follow(row, plane);
    assertEquals(row.points.size(), trail.size());
    for (int i = 0; i < trail.size(); i++) {
      plane.locate(Numbers.of(row.points.get(i))::get);
      assertEquals(plane.locatedAcross(), trail.across(i));
      assertEquals(plane.locatedUp(), trail.up(i));
    }
  }

  private ParameterPlane plane(int seed) {
    int count = SHAPE.newNetwork().parameterCount();
    return ParameterPlane.random(SHAPE, Numbers.of(random.doubles(count, -1, 1).toArray()), seed);
  }

  @Test
  void itFollowsWhatIsAddedDroppedAndLookedAtOtherwise() {
    PlaneTrail trail = new PlaneTrail();
    Row row = new Row();
    ParameterPlane plane = plane(1);
    for (int round = 0; round < 300; round++) {
      switch (random.nextInt(6)) {
        case 0 -> {
          row.points.subList(row.points.size() / 2, row.points.size()).clear();
          row.serials.subList(row.points.size(), row.serials.size()).clear();
          row.add();
        }
        case 1 -> plane = plane(round);
        case 2 -> row = new Row();
        default -> {
          for (int i = random.nextInt(9); i > 0; i--) {
            row.add();
          }
        }
      }
      assertFollows(trail, row, plane);
    }
  }

  @Test
  void aPointIsLocatedOnce() {
    PlaneTrail trail = new PlaneTrail();
    Row row = new Row();
    ParameterPlane plane = plane(2);
    for (int i = 0; i < 100; i++) {
      row.add();
      trail.follow(row, plane);
    }
    assertEquals(100 * SHAPE.newNetwork().parameterCount(), row.asked);
  }
}
