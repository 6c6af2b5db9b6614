package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those that a measuring of every point at every look gives, and come cheaper. */
class PointNumbersTest {
  private final Random random = new Random(3);
  private final Map<Double, Integer> timesMeasured = new HashMap<>();
  private final PointNumbers numbers = new PointNumbers(3, this::measure);

  /** A point of one coordinate, which tells what point it is. */
  private record Point(double serial, double coordinate) {}

  private final class Row implements Points {
    final List<Point> points = new ArrayList<>();
    double added;

    void add() {
      points.add(new Point(added, random.nextDouble()));
      added++;
    }

    void dropEveryOther() {
      for (int i = points.size() - 1; i > 0; i--) {
        if (i % 2 == 1) {
          points.remove(i);
        }
      }
    }

    void rewindTo(int size) {
      points.subList(size, points.size()).clear();
    }

    @Override
    public int size() {
      return points.size();
    }

    @Override
    public double parameter(int point, int index) {
      return points.get(point).coordinate() + index;
    }

    @Override
    public double serial(int point) {
      return points.get(point).serial();
    }
  }

  private void measure(IntToDoubleFunction point, double[] to) {
    timesMeasured.merge(point.applyAsDouble(0), 1, Integer::sum);
    write(point, to);
  }

  private static void write(IntToDoubleFunction point, double[] to) {
    to[0] = point.applyAsDouble(0);
    to[1] = Math.sqrt(point.applyAsDouble(1));
    to[2] = point.applyAsDouble(2) * point.applyAsDouble(0);
  }

  private void assertAreOf(Row row) {
    double[] expected = new double[3];
    for (int i = 0; i < numbers.size(); i++) {
      int point = i;
      write(index -> row.parameter(point, index), expected);
      for (int which = 0; which < 3; which++) {
        assertEquals(expected[which], numbers.number(i, which), "point " + i);
      }
    }
  }

  private int measurings() {
    return timesMeasured.values().stream().mapToInt(times -> times).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 1000})
  void theyAreThoseOfAMeasuringFromScratch(int mostPerCall) {
    Row row = new Row();
    for (int round = 0; round < 5000; round++) {
      switch (random.nextInt(12)) {
        case 0 -> row.dropEveryOther();
        case 1 -> row.rewindTo(random.nextInt(row.size() + 1));
        case 2 -> {
          row.rewindTo(random.nextInt(row.size() + 1));
          row.dropEveryOther();
          row.add();
          row.dropEveryOther();
        }
        case 3 -> row = random.nextInt(10) == 0 ? new Row() : row;
        default -> {
          for (int i = random.nextInt(6); i > 0; i--) {
            row.add();
          }
        }
      }
      if (random.nextBoolean()) {
        int before = measurings();
        int[] left = {mostPerCall};
        boolean complete = numbers.follow(row, () -> --left[0] > 0);
        assertEquals(complete, numbers.size() == row.size());
        assertTrue(measurings() - before <= mostPerCall, "so many in one call");
        assertTrue(complete || measurings() - before == mostPerCall, "it uses its time");
        assertAreOf(row);
      }
    }
    assertTrue(timesMeasured.size() > 1000);
    timesMeasured.forEach((point, times) -> assertEquals(1, times));
  }

  @Test
  void aRowThatMakesRoomCostsNothing() {
    Row row = new Row();
    for (int i = 0; i < 64; i++) {
      row.add();
    }
    assertTrue(numbers.follow(row, () -> true));
    row.dropEveryOther();
    row.dropEveryOther();
    assertTrue(numbers.follow(row, () -> true));
    assertEquals(16, numbers.size());
    assertAreOf(row);
    assertEquals(64, measurings());
  }

  @Test
  void whatComesAgainAfterARewindIsAnotherPoint() {
    Row row = new Row();
    for (int i = 0; i < 8; i++) {
      row.add();
    }
    assertTrue(numbers.follow(row, () -> true));
    row.rewindTo(5);
    for (int i = 0; i < 3; i++) {
      row.add();
    }
    assertTrue(numbers.follow(row, () -> true));
    assertAreOf(row);
    assertEquals(8 + 3, measurings());
  }

  @Test
  void aCallMeasuresOneAtLeast() {
    Row row = new Row();
    row.add();
    row.add();
    assertFalse(numbers.follow(row, () -> false));
    assertEquals(1, numbers.size());
    assertTrue(numbers.follow(row, () -> false));
    assertTrue(numbers.follow(row, () -> false), "an empty slice of a complete row");
    assertEquals(2, measurings());
  }

  @Test
  void anotherRowIsBegunAnewThoughItsSerialNumbersAreTheSame() {
    Row one = new Row();
    one.add();
    Row other = new Row();
    other.add();
    numbers.follow(one, () -> true);
    numbers.follow(other, () -> true);
    assertAreOf(other);
    assertEquals(2, measurings());
  }
}
