package io.github.unrolled.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTicksTest {

  private static String labels(AxisTicks ticks) {
    return String.join(" ", ticks.labels());
  }

  @Test
  void theTicksOfALinearAxisHaveEquallyManyDecimals() {
    AxisTicks ticks = AxisTicks.linear(new AxisRange(-1.2, 1.2), 5);
    assertEquals("−1.0 −0.5 0.0 0.5 1.0", labels(ticks));
    assertArrayEquals(
        new double[] {1.0 / 12, 3.5 / 12, 0.5, 8.5 / 12, 11.0 / 12},
        ticks.places(new AxisRange(-1.2, 1.2)),
        1e-15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-0.2 | 40 | 5 | 0 10 20 30 40",
        "0 | 60000 | 4 | 0 20\u202f000 40\u202f000 60\u202f000",
        "0 | 2e6 | 4 | 0 5e5 1e6 1.5e6 2e6",
        "-3e-5 | 0 | 3 | −3e−5 −2e−5 −1e−5 0",
        "-1.2e300 | 1.2e300 | 5 | −1e300 −5e299 0 5e299 1e300",
        "101 | 101.4 | 4 | 101.0 101.1 101.2 101.3 101.4",
        "0.002 | 0.0081 | 4 | 0.002 0.004 0.006 0.008"
      })
  void linearLabels(double min, double max, int most, String expected) {
    assertEquals(expected, labels(AxisTicks.linear(new AxisRange(min, max), most)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | 4 | 0 5 10",
        "3 | 6 | 0 1 2 3",
        "3720 | 4 | 0 1000 2000 3000",
        "60000 | 5 | 0 20\u202f000 40\u202f000 60\u202f000",
        "1.6e6 | 4 | 0 0.5M 1.0M 1.5M",
        "6.4e9 | 4 | 0 2G 4G 6G"
      })
  void counts(double max, int most, String expected) {
    assertEquals(expected, labels(AxisTicks.counts(new AxisRange(0, max), most)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 9 | 1 2 3",
        "8 | 8 | 1 2 3 4 5 6 7 8",
        "16 | 9 | 2 4 6 8 10 12 14 16",
        "60 | 12 | 1 5 10 15 20 25 30 35 40 45 50 55 60",
        "499 | 5 | 1 100 200 300 400"
      })
  void stepsAreWholeNumbers(int steps, int most, String expected) {
    assertEquals(expected, labels(AxisTicks.steps(steps, most)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-2.2 | 0.2 | 6 | 0.01 0.1 1",
        "-3 | -1.6 | 6 | 1e−3 2e−3 5e−3 0.01 0.02",
        "-0.9 | -0.1 | 6 | 0.2 0.5",
        "0.2 | 1.4 | 6 | 2 5 10 20",
        "-18 | 0.5 | 5 | 1e−16 1e−12 1e−8 1e−4 1",
        "4.5 | 7.2 | 5 | 100\u202f000 1e6 1e7"
      })
  void decades(double min, double max, int most, String expected) {
    assertEquals(expected, labels(AxisTicks.log10(new AxisRange(min, max), most)));
  }

  @Test
  void aLogarithmicAxisOfTheLeastSpanHasTwoTicks() {
    for (double min = -19; min < 20; min += 0.01) {
      AxisRange range = new AxisRange(min, min + 0.8);
      assertTrue(AxisTicks.log10(range, 5).labels().length >= 2, "from " + min);
    }
  }
}
