package io.github.unrolled.ui.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.ui.chart.LinePicture;
import io.github.unrolled.ui.chart.LogScale;
import io.github.unrolled.ui.chart.Tables;
import io.github.unrolled.ui.words.Fans;
import org.junit.jupiter.api.Test;

class HorizonLinesTest {
  private final HorizonLines lines =
      new HorizonLines(
          new LogScale(HorizonLines.FLOOR, Math::log10), new NumberFormat(new JvmDecimals()));

  @Test
  void withoutAFanNothingIsDrawn() {
    lines.take(null, 4, false);
    assertNull(lines.picture());
    assertTrue(Double.isNaN(lines.error(1)));
    assertEquals(0, lines.count(1));
  }

  @Test
  void theErrorAtEachHorizonIsDrawn() {
    // The network puts out 0; expected is 0.1 up to the end, and 1 after it.
    lines.take(Fans.silent(0.1, 0.1, 1, 1), 2, false);
    LinePicture picture = lines.picture();
    assertNotNull(picture);
    assertEquals(2, lines.size());
    assertEquals(0.1, lines.error(1), 1e-15);
    assertEquals(Math.sqrt((0.01 + 1) / 2), lines.error(2), 1e-15);
    assertEquals(2, lines.count(2));
    assertEquals(-1, picture.lowest(), 1e-12);
  }

  @Test
  void noErrorIsAtTheFloor() {
    lines.take(Fans.silent(0, 0, 0, 0), 2, false);
    LinePicture picture = lines.picture();
    assertNotNull(picture);
    assertEquals(HorizonLines.FLOOR, picture.lowest());
  }

  @Test
  void theTableHasARowPerHorizon() {
    lines.take(Fans.silent(0.5, 0.5, Double.NaN, Double.NaN), 2, false);
    assertArrayEquals(new String[] {"1", "0.500", "2"}, Tables.rows(lines).get(0));
    assertArrayEquals(new String[] {"2", "0.500", "1"}, Tables.rows(lines).get(1));
  }
}
