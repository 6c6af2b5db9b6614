package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Rng;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The baselines match the normal equations, solved with 60 digits. */
class BaselinesTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** Sums over two sequences, and what follows from them. */
  private static final class Exact {
    final BigDecimal count;
    final BigDecimal[] x;
    final BigDecimal[] y;

    Exact(double[] x, double[] y) {
      count = BigDecimal.valueOf(x.length);
      this.x = Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
      this.y = Arrays.stream(y).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static BigDecimal sum(BigDecimal[] a) {
      return Arrays.stream(a).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal dot(BigDecimal[] a, BigDecimal[] b) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int t = 0; t < a.length; t++) {
        sum = sum.add(a[t].multiply(b[t]));
      }
      return sum;
    }

    BigDecimal slope() {
      BigDecimal over = count.multiply(dot(x, y)).subtract(sum(x).multiply(sum(y)));
      BigDecimal under = count.multiply(dot(x, x)).subtract(sum(x).multiply(sum(x)));
      return under.signum() == 0 ? BigDecimal.ZERO : over.divide(under, DIGITS);
    }

    BigDecimal intercept(BigDecimal slope) {
      return sum(y).subtract(slope.multiply(sum(x))).divide(count, DIGITS);
    }

    double loss(BigDecimal slope, BigDecimal intercept) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int t = 0; t < x.length; t++) {
        BigDecimal error = slope.multiply(x[t]).add(intercept).subtract(y[t]);
        sum = sum.add(error.multiply(error));
      }
      return sum.divide(count, DIGITS).doubleValue();
    }
  }

  private static void assertExact(double[] x, double[] y, double tolerance) {
    Baselines found = Baselines.of(x, y);
    Exact exact = new Exact(x, y);
    BigDecimal slope = exact.slope();
    BigDecimal intercept = exact.intercept(slope);
    assertClose(slope.doubleValue(), found.slope(), tolerance);
    double size = Math.abs(intercept.doubleValue()) + Math.abs(slope.doubleValue() * x[0]);
    assertEquals(intercept.doubleValue(), found.intercept(), tolerance * size);
    assertClose(exact.loss(slope, intercept), found.line(), tolerance);
    BigDecimal none = BigDecimal.ZERO;
    assertClose(exact.loss(none, exact.intercept(none)), found.mean(), tolerance);
    assertClose(exact.loss(BigDecimal.ONE, none), found.copy(), tolerance);
  }

  private static void assertClose(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "0, 1e150, 1e150",
    "0, 1e-120, 1e-120",
    "1e6, 1, 1",
    "-1e6, 1e-3, 1e-3",
    "0, 1e-3, 1e6"
  })
  void theyAreThoseOfTheNormalEquations(double offset, double inputScale, double targetScale) {
    Rng rng = new Rng(5, 0);
    for (int steps = 3; steps < 60; steps++) {
      double[] x = new double[steps];
      double[] y = new double[steps];
      for (int t = 0; t < steps; t++) {
        x[t] = offset + inputScale * rng.uniform(-1, 1);
        y[t] = offset + targetScale * rng.uniform(-1, 1);
      }
      assertExact(x, y, 1e-9);
    }
  }

  @Test
  void numbersOfAlmostTheRootOfTheLargestDoNotOverflow() {
    double[] x = {1e154, -1e154, 1e154, -1e154, 0};
    double[] y = {-1e153, 1e154, 5e153, 1e154, 2e153};
    assertExact(x, y, 1e-12);
    assertTrue(Double.isFinite(Baselines.of(x, y).mean()));
  }

  @Test
  void whatExceedsDoublesIsNotFiniteAndNothingBreaks() {
    Baselines found =
        Baselines.of(new double[] {1e308, -1e308, 0}, new double[] {1, -1e308, 1e308});
    assertFalse(Double.isFinite(found.mean()));
    assertFalse(Double.isFinite(found.copy()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -7e-9, 3e20})
  void constantInputsLeaveTheMean(double input) {
    double[] x = {input, input, input};
    double[] y = {0.1, 0.7, -0.3};
    Baselines found = Baselines.of(x, y);
    assertEquals(0, found.slope());
    assertEquals(0.5 / 3, found.intercept(), 1e-15);
    assertEquals(found.mean(), found.line());
    assertExact(x, y, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -7e-9, 3e20})
  void constantTargetsAreMetExactly(double target) {
    Baselines found =
        Baselines.of(new double[] {0.1, 0.7, -0.3}, new double[] {target, target, target});
    assertEquals(0, found.mean());
    assertEquals(0, found.line());
    assertEquals(target, found.intercept());
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.3", "-3, 1e5", "1e-9, 0", "1e100, -1e99"})
  void aLineIsMetExactlyThoughItsNumbersAreRounded(double slope, double intercept) {
    double[] x = new double[50];
    double[] y = new double[50];
    for (int t = 0; t < x.length; t++) {
      x[t] = 0.1 * t * t - 7;
      y[t] = slope * x[t] + intercept;
    }
    Baselines found = Baselines.of(x, y);
    assertClose(slope, found.slope(), 1e-6);
    assertEquals(0, slope == -3 || slope == 1e-9 ? 0 : found.line());
    assertTrue(found.line() <= 1e-19 * found.mean());
  }

  @Test
  void aLossThatIsSmallButRealIsNotTakenForRounding() {
    double[] x = {-1, 0, 1, 2};
    double[] y = {-1, 1e-9, 1, 2};
    assertExact(x, y, 1e-6);
    assertTrue(Baselines.of(x, y).line() > 1e-19);
  }

  @Test
  void copyingIsExactWhereTheTargetIsTheInput() {
    double[] x = {3, 1, 4, 1, 5};
    assertEquals(0, Baselines.of(x, x).copy());
    assertEquals(1, Baselines.of(new double[] {1, 2, 3}, new double[] {2, 3, 4}).copy());
  }

  @Test
  void oneStepIsMetByItsMean() {
    assertEquals(new Baselines(0, 9, 0, 0, 5), Baselines.of(new double[] {2}, new double[] {5}));
  }

  @Test
  void whatTestsIsMeasuredByWhatWasFittedToTheRest() {
    // y = 2 x + 1 with the mean 5 on the first three steps, then errors of 1 and 3.
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {3, 5, 7, 10, 8};
    Baselines tested = Baselines.tested(x, y, 3);
    assertEquals((5 * 5 + 3 * 3) / 2.0, tested.mean(), 1e-12);
    assertEquals((6 * 6 + 3 * 3) / 2.0, tested.copy(), 1e-12);
    assertEquals((1 * 1 + 3 * 3) / 2.0, tested.line(), 1e-12);
    assertEquals(2, tested.slope(), 1e-12);
    assertEquals(1, tested.intercept(), 1e-12);
  }

  @Test
  void theArraysGivenStayAsTheyAre() {
    double[] x = {1, 2, 4};
    double[] y = {3, 1, 2};
    Baselines.of(x, y);
    assertEquals(7, Arrays.stream(x).sum());
    assertEquals(6, Arrays.stream(y).sum());
  }

  @Test
  void twoValuesAreTwoOrFewer() {
    assertTrue(Baselines.haveTwoValues(new double[] {1}));
    assertTrue(Baselines.haveTwoValues(new double[] {1, 1, 1}));
    assertTrue(Baselines.haveTwoValues(new double[] {1, -1, -1, 1}));
    assertFalse(Baselines.haveTwoValues(new double[] {1, 1, -1, 0}));
    assertFalse(Baselines.haveTwoValues(new double[] {3, 2, 1}));
  }
}
