package io.github.unrolled.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTableTest {
  private static List<String> heads(int most, double... xs) {
    return new LineTable(() -> xs, most)
        .column("x", x -> Integer.toString((int) x)).rows().stream().map(row -> row[0]).toList();
  }

  @Test
  void aRowHasATextPerColumn() {
    LineTable table =
        new LineTable(() -> new double[] {1, 2}, 50)
            .column("x", x -> Integer.toString((int) x))
            .column("twice", x -> Integer.toString((int) (2 * x)));
    assertEquals(List.of("x", "twice"), table.headers());
    assertArrayEquals(new String[] {"1", "2"}, table.rows().get(0));
    assertArrayEquals(new String[] {"2", "4"}, table.rows().get(1));
  }

  @Test
  void ofManyRowsTheFirstTheLastAndSomeBetweenAreShown() {
    assertEquals(List.of("0", "2", "5"), heads(3, 0, 1, 2, 3, 4, 5));
    assertEquals(List.of("0", "1", "2"), heads(3, 0, 1, 2));
    assertEquals(List.of("0"), heads(1, 0, 1, 2));
    assertEquals(List.of("7"), heads(50, 7));
    assertEquals(List.of(), heads(50));
  }
}
