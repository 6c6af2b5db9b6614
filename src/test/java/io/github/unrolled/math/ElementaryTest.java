package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {

  private static final int MANY = 200_000;

  /** Few, because {@link Exact} is slow. */
  private static final int SOME = 1_000;

  private static final double[] EDGES = {
    0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-300,
    1e-17,
    1e-9,
    Math.log(2) / 256,
    0.5,
    0.55,
    1,
    18,
    19.06,
    22,
    36.7,
    40,
    300,
    354,
    354.2,
    360,
    372.5,
    373,
    400,
    708,
    708.4,
    709.7,
    740,
    745.1,
    746,
    1000,
    1e300,
    Double.MAX_VALUE
  };

  @Test
  void expIsWithinOneUlpOfStrictMath() {
    DoubleUnaryOperator exp = Elementary::exp;
    assertNear(1, exp, StrictMath::exp, random(-746, 710));
    assertNear(1, exp, StrictMath::exp, random(-1, 1));
    assertNear(1, exp, StrictMath::exp, random(-746, -708));
    assertNear(1, exp, StrictMath::exp, random(708, 709.8));
    assertNear(1, exp, StrictMath::exp, grid(-20, 20));
    assertNear(1, exp, StrictMath::exp, finite());
    assertNear(1, exp, StrictMath::exp, aroundEdges());
  }

  @Test
  void tanhIsWithinTwoUlpsOfStrictMath() {
    DoubleUnaryOperator tanh = Elementary::tanh;
    assertNear(2, tanh, StrictMath::tanh, random(-0.6, 0.6));
    assertNear(2, tanh, StrictMath::tanh, random(-22, 22));
    assertNear(2, tanh, StrictMath::tanh, grid(-5, 5));
    assertNear(2, tanh, StrictMath::tanh, finite());
    assertNear(2, tanh, StrictMath::tanh, aroundEdges());
  }

  @Test
  void valuesAreCloseToTheExactOnes() {
    assertExact(0.51, Elementary::exp, Exact::exp, random(-700, 700));
    assertExact(0.51, Elementary::exp, Exact::exp, random(-1, 1));
    assertExact(1.3, Elementary::tanh, Exact::tanh, random(-0.55, 0.55));
    assertExact(1.3, Elementary::tanh, Exact::tanh, random(-2, 2));
    assertExact(1.3, Elementary::tanh, Exact::tanh, random(-25, 25));
    assertExact(1.7, Elementary::sigmoid, Exact::sigmoid, random(-5, 5));
    assertExact(1.7, Elementary::sigmoid, Exact::sigmoid, random(-750, 750));
    assertExact(0.8, Elementary::sin, Exact::sin, random(-4, 4));
    assertExact(0.8, Elementary::sin, Exact::sin, random(-1000, 1000));
    assertExact(0.8, Elementary::sin, Exact::sin, random(-1048576, 1048576));
  }

  @Test
  void derivativesAreCloseToTheExactOnesAlsoWhereSaturated() {
    assertExact(3, Elementary::tanhDerivative, Exact::tanhDerivative, random(-3, 3));
    assertExact(3, Elementary::tanhDerivative, Exact::tanhDerivative, random(-375, 375));
    assertExact(3, Elementary::tanhDerivative, Exact::tanhDerivative, random(352, 374));
    assertExact(3, Elementary::sigmoidDerivative, Exact::sigmoidDerivative, random(-5, 5));
    assertExact(3, Elementary::sigmoidDerivative, Exact::sigmoidDerivative, random(-748, 748));
    assertExact(3, Elementary::sigmoidDerivative, Exact::sigmoidDerivative, random(-748, -705));
  }

  @Test
  void sinIsWithinOneUlpOfStrictMath() {
    DoubleUnaryOperator sin = Elementary::sin;
    double limit = Elementary.SIN_LIMIT;
    assertNear(1, sin, StrictMath::sin, random(-limit, limit));
    assertNear(1, sin, StrictMath::sin, random(-7, 7));
    assertNear(1, sin, StrictMath::sin, grid(-10, 10));
    assertNear(1, sin, StrictMath::sin, finite().filter(x -> smaller(x, limit)));
    assertNear(1, sin, StrictMath::sin, DoubleStream.of(limit, -limit, 0, Double.MIN_VALUE));
  }

  @Test
  void sinIsWithinOneUlpNextToMultiplesOfHalfPi() {
    DoubleStream multiples =
        DoubleStream.iterate(0, n -> n + 1)
            .limit(667_544)
            .map(n -> n * (Math.PI / 2))
            .flatMap(x -> DoubleStream.of(x, Math.nextUp(x), -Math.nextDown(x)));
    assertNear(1, Elementary::sin, StrictMath::sin, multiples);
  }

  /** Computed by mpmath with 90 digits. */
  @ParameterizedTest
  @CsvSource({
    "exp, -745, 5e-324",
    "exp, 1, 2.718281828459045",
    "exp, 709.5, 1.3549863193146328e+308",
    "tanh, 0.125, 0.12435300177159621",
    "tanh, 0.75, 0.6351489523872873",
    "tanh, -5, -0.9999092042625951",
    "sigmoid, -0.25, 0.4378234991142019",
    "sigmoid, 1, 0.7310585786300049",
    "sigmoid, -40, 4.248354255291589e-18",
    "sigmoid, -740, 4.2e-322",
    "sin, 0.5, 0.479425538604203",
    "sin, 3, 0.1411200080598672",
    "sin, -22, 0.008851309290403876",
    "sin, 355, -3.014435335948845e-05",
    "sin, 1e6, -0.34999350217129294",
    "sin, 1048576, 0.3304931400217347",
    "tanh', 0.25, 0.940014848806378",
    "tanh', 0.5, 0.7864477329659274",
    "tanh', 3, 0.00986603716544019",
    "tanh', 20, 1.6993417021166355e-17",
    "tanh', -300, 1.0601586212017243e-260",
    "tanh', 360, 8.12892320967e-313",
    "tanh', 372, 3e-323",
    "sigmoid', -0.5, 0.2350037122015945",
    "sigmoid', 2, 0.10499358540350652",
    "sigmoid', -40, 4.248354255291589e-18",
    "sigmoid', 40, 4.248354255291589e-18",
    "sigmoid', -740, 4.2e-322",
  })
  void agreesWithAnotherImplementation(String function, double x, double expected) {
    double actual =
        switch (function) {
          case "exp" -> Elementary.exp(x);
          case "tanh" -> Elementary.tanh(x);
          case "tanh'" -> Elementary.tanhDerivative(x);
          case "sigmoid" -> Elementary.sigmoid(x);
          case "sigmoid'" -> Elementary.sigmoidDerivative(x);
          case "sin" -> Elementary.sin(x);
          default -> throw new AssertionError(function);
        };
    assertEquals(expected, actual, 3 * Math.ulp(expected));
  }

  @Test
  void noFiniteArgumentGivesNan() {
    DoubleStream.concat(finite(), aroundEdges())
        .forEach(
            x -> {
              double sum =
                  Math.min(Elementary.exp(x), 1)
                      + Elementary.tanh(x)
                      + Elementary.tanhDerivative(x)
                      + Elementary.sigmoid(x)
                      + Elementary.sigmoidDerivative(x);
              assertFalse(Double.isNaN(sum), () -> "at " + x);
            });
  }

  @Test
  void keepsNanAndTakesTheLimitsAtInfinity() {
    double nan = Double.NaN;
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(nan, Elementary.exp(nan));
    assertEquals(nan, Elementary.tanh(nan));
    assertEquals(nan, Elementary.tanhDerivative(nan));
    assertEquals(nan, Elementary.sigmoid(nan));
    assertEquals(nan, Elementary.sigmoidDerivative(nan));
    assertEquals(infinity, Elementary.exp(infinity));
    assertEquals(0, Elementary.exp(-infinity));
    assertEquals(1, Elementary.tanh(infinity));
    assertEquals(-1, Elementary.tanh(-infinity));
    assertEquals(0, Elementary.tanhDerivative(infinity));
    assertEquals(1, Elementary.sigmoid(infinity));
    assertEquals(0, Elementary.sigmoid(-infinity));
    assertEquals(0, Elementary.sigmoidDerivative(infinity));
  }

  @Test
  void overflowsAndUnderflowsWhereExpDoes() {
    double last = 709.782712893384;
    assertEquals(StrictMath.exp(last), Elementary.exp(last), Math.ulp(Double.MAX_VALUE));
    assertEquals(Double.POSITIVE_INFINITY, Elementary.exp(709.7827128933841));
    assertEquals(Double.MIN_VALUE, Elementary.exp(-745.13));
    assertEquals(0, Elementary.exp(-745.14));
    assertTrue(Elementary.tanhDerivative(372.8) > 0);
    assertEquals(0, Elementary.tanhDerivative(373.3));
    assertTrue(Elementary.sigmoidDerivative(745.1) > 0);
    assertEquals(0, Elementary.sigmoidDerivative(746));
  }

  @Test
  void tanhAndSinAreOddAndTheDerivativesEven() {
    DoubleStream.concat(random(-30, 30), aroundEdges())
        .forEach(
            a -> {
              assertTrue(Elementary.tanh(-a) == -Elementary.tanh(a), () -> "tanh at " + a);
              assertTrue(Elementary.tanhDerivative(-a) == Elementary.tanhDerivative(a));
              assertTrue(Elementary.sigmoidDerivative(-a) == Elementary.sigmoidDerivative(a));
              if (Math.abs(a) <= Elementary.SIN_LIMIT) {
                assertTrue(Elementary.sin(-a) == -Elementary.sin(a), () -> "sin at " + a);
              }
            });
  }

  @Test
  void growsWithItsArgument() {
    double step = 1e-4;
    for (double a = -40; a < 40; a += step) {
      double at = a;
      assertTrue(Elementary.exp(a) < Elementary.exp(a + step), () -> "exp at " + at);
      assertTrue(Elementary.tanh(a) <= Elementary.tanh(a + step), () -> "tanh at " + at);
      assertTrue(Elementary.sigmoid(a) <= Elementary.sigmoid(a + step), () -> "sigmoid at " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1048577, -1e300, Double.POSITIVE_INFINITY, Double.NaN})
  void sinRefusesWhatItCannotReduce(double x) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Elementary.sin(x));
    assertEquals(
        "x: expected an angle of at most 2^20 radians in magnitude, got "
            + (Double.isNaN(x) ? "NaN" : "a larger one"),
        e.getMessage());
  }

  private static void assertNear(
      double ulps, DoubleUnaryOperator actual, DoubleUnaryOperator expected, DoubleStream points) {
    points.forEach(
        x -> {
          double e = expected.applyAsDouble(x);
          double a = actual.applyAsDouble(x);
          assertTrue(
              Doubles.ulpsBetween(a, e) <= ulps,
              () -> "at " + x + ": expected " + e + " within " + ulps + " ulp, got " + a);
        });
  }

  private static void assertExact(
      double ulps,
      DoubleUnaryOperator actual,
      DoubleFunction<BigDecimal> expected,
      DoubleStream points) {
    points
        .limit(SOME)
        .forEach(
            x -> {
              double a = actual.applyAsDouble(x);
              double distance = Doubles.ulpsBetween(a, expected.apply(x));
              assertTrue(distance <= ulps, () -> "at " + x + ": off by " + distance + " ulp");
            });
  }

  private static DoubleStream random(double lo, double hi) {
    Rng rng = new Rng(1, 0);
    return DoubleStream.generate(() -> rng.uniform(lo, hi)).limit(MANY);
  }

  private static DoubleStream grid(double lo, double hi) {
    return DoubleStream.iterate(0, i -> i + 1).limit(MANY + 1).map(i -> lo + (hi - lo) * i / MANY);
  }

  private static DoubleStream finite() {
    Rng rng = new Rng(2, 0);
    return DoubleStream.generate(() -> Doubles.anyFinite(rng)).limit(MANY);
  }

  /** The edges, a hundred doubles on both sides of each, and their negatives. */
  private static DoubleStream aroundEdges() {
    return DoubleStream.of(EDGES)
        .flatMap(
            edge ->
                DoubleStream.iterate(-100, i -> i + 1)
                    .limit(201)
                    .map(i -> edge + i * Math.ulp(edge)))
        .filter(Double::isFinite)
        .flatMap(x -> DoubleStream.of(x, -x));
  }

  private static boolean smaller(double x, double limit) {
    return Math.abs(x) < limit;
  }
}
