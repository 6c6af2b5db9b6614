package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the expected texts a true minus sign is written as −, a narrow no-break space as _. */
class NumberFormatTest {

  private final NumberFormat format = new NumberFormat(new JvmDecimals());

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "-0.0, 0.00",
    "1, 1.00",
    "1.5, 1.50",
    "-1.5, −1.50",
    "0.5, 0.500",
    "12.345, 12.3",
    "123.45, 123",
    "1234.5, 1235",
    "12345.6, 12_346",
    "-12345.6, −12_346",
    "123456.7, 123_457",
    "0.0123456, 0.0123",
    "0.001, 0.00100",
    "0.000999, 9.99e−4",
    "0.00099996, 0.00100",
    "0.00099949, 9.99e−4",
    "-0.0000456, −4.56e−5",
    "9.994, 9.99",
    "9.996, 10.0",
    "99.96, 100",
    "999.96, 1000",
    "9999.6, 10_000",
    "99999.6, 100_000",
    "999999.4, 999_999",
    "999999.5, 1.00e6",
    "-999999.5, −1.00e6",
    "1e6, 1.00e6",
    "1234567, 1.23e6",
    "9996000, 1.00e7",
    "-1e-300, −1.00e−300",
    "5e-324, 4.94e−324",
    "1.7976931348623157e308, 1.80e308",
  })
  void writesThreeSignificantDigits(double v, String expected) {
    assertEquals(expected, readable(format.significant(v)));
  }

  @ParameterizedTest
  @CsvSource({
    "1.001, 1, 1.001",
    "1, 1.001, 1.000",
    "1, 1, 1.00",
    "0.5, 1, 0.500",
    "0.99999999, 1, 0.99999999",
    "1234567, 1234568, 1.234567e6",
    "1e-9, 1.0001e-9, 1.0000e−9",
    "12345.6, 12345.7, 12_345.6",
    "0, 1e-300, 0.00",
    "NaN, NaN, overflow",
    "NaN, 1, overflow",
  })
  void comparedNumbersShowTheDigitsThatDecide(double v, double other, String expected) {
    assertEquals(expected, readable(format.significantBeside(v, other)));
  }

  @Test
  void comparedNumbersThatDifferNeverLookTheSame() {
    Rng rng = new Rng(2, 0);
    for (int i = 0; i < 2_000; i++) {
      double v = (rng.nextDouble() - 0.5) * Math.pow(10, 20 * rng.nextDouble() - 10);
      double other = v + Math.ulp(v) * (1 + rng.nextInt(1000));
      assertNotEquals(format.significantBeside(v, other), format.significantBeside(other, v));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void writesOverflowForWhatIsNotFinite(double v) {
    assertEquals("overflow", format.significant(v));
    assertEquals("overflow", format.full(v));
    assertEquals("overflow", format.forSeries(new double[] {1, v}).apply(v));
    assertEquals("overflow", format.forSeries(new double[] {1}).apply(v));
  }

  @Test
  void significantStaysWithinHalfAUnitOfTheThirdDigit() {
    Rng rng = new Rng(1, 0);
    NumberReader reader = new NumberReader(new JvmDecimals());
    for (int i = 0; i < 5_000; i++) {
      double v = i % 2 == 0 ? Doubles.anyFinite(rng) : rng.uniform(-2e6, 2e6) * rng.nextDouble();
      double size = Math.abs(v);
      if (size < 1e-305 || size > 1.79e308) {
        continue;
      }
      String text = format.significant(v);
      double shown = reader.read(text.replace("\u202f", "")).value();
      assertTrue(Math.abs(shown - v) <= size * 0.005000001, () -> v + " as " + text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.1, −0.1",
    "-0.0, 0",
    "1e21, 1e21",
    "-1.5e-7, −1.5e−7",
    "123456789, 123456789",
  })
  void writesAllDigits(double v, String expected) {
    assertEquals(expected, readable(format.full(v)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1240, 1_240",
    "-1240, −1_240",
    "-999, −999",
    "1000000, 1_000_000",
    "9007199254740992, 9_007_199_254_740_992",
  })
  void groupsCounts(double count, String expected) {
    assertEquals(expected, readable(format.integer(count)));
  }

  @Test
  void writesASeriesOfIntegersWithoutPoint() {
    DoubleFunction<String> text = format.forSeries(new double[] {-3, 0, 1234, 12345, -0.0});
    assertEquals("−3", text.apply(-3));
    assertEquals("0", text.apply(-0.0));
    assertEquals("1234", text.apply(1234));
    assertEquals("12_345", readable(text.apply(12345)));
    assertEquals("0.500", text.apply(0.5));
    assertEquals("1.00e6", text.apply(1e6));
    assertEquals("3", format.forSeries(new double[] {3, 1e6}).apply(3));
  }

  @Test
  void writesAnyOtherSeriesWithSignificantDigits() {
    assertEquals("3.00", format.forSeries(new double[] {3, 0.5}).apply(3));
    assertEquals("3.00", format.forSeries(new double[] {3, Double.NaN}).apply(3));
  }

  private static String readable(String text) {
    return text.replace('\u202f', '_');
  }
}
