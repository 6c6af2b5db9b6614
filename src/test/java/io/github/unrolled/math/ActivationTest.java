package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The activations are those of their formulas, and what is said of their curves is true. */
public class ActivationTest {

  private static final double[] POINTS = {
    -800, -400, -30, -2, -0.6, -0.54, -1e-12, -0.0, 0, 1e-200, 0.3, 0.55, 1, 7, 50, 400, 800
  };

  /** What an activation makes of a pre-activation, as books write it. */
  public static double formula(Activation activation, double a) {
    return switch (activation) {
      case TANH -> Math.tanh(a);
      case RELU -> Math.max(0, a);
      case SIGMOID -> 1 / (1 + Math.exp(-a));
      case LINEAR -> a;
    };
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreThoseOfTheFormula(Activation activation) {
    for (double a : POINTS) {
      double expected = formula(activation, a);
      assertEquals(expected, activation.value(a), 1e-15 * Math.abs(expected), "value at " + a);
    }
  }

  @Test
  void knownValuesAndDerivatives() {
    assertEquals(0.7615941559557649, Activation.TANH.value(1), 2e-16);
    assertEquals(0.4199743416140261, Activation.TANH.derivative(1), 2e-16);
    assertEquals(0.7310585786300049, Activation.SIGMOID.value(1), 2e-16);
    assertEquals(0.19661193324148185, Activation.SIGMOID.derivative(1), 1e-16);
    assertEquals(0, Activation.RELU.value(-2));
    assertEquals(2.5, Activation.RELU.value(2.5));
    assertEquals(0, Activation.RELU.derivative(-2));
    assertEquals(0, Activation.RELU.derivative(0));
    assertEquals(1, Activation.RELU.derivative(2.5));
    assertEquals(-3, Activation.LINEAR.value(-3));
    assertEquals(1, Activation.LINEAR.derivative(-3));
  }

  @Test
  void labelsAreThoseOfTheField() {
    assertEquals(
        List.of("tanh", "ReLU", "sigmoid", "linear"),
        Arrays.stream(Activation.values()).map(Activation::label).toList());
  }

  @ParameterizedTest
  @EnumSource
  void derivativeIsTheSlopeOfTheValue(Activation activation) {
    double h = 1e-5;
    for (double a = -6.05; a < 6; a += 0.1) {
      double slope = (activation.value(a + h) - activation.value(a - h)) / (2 * h);
      assertEquals(slope, activation.derivative(a), 1e-9, "at " + a);
    }
  }

  @ParameterizedTest
  @EnumSource
  void steepestSlopeIsReachedAndNeverExceeded(Activation activation) {
    double steepest = 0;
    for (double a = -8; a <= 8; a += 0.25) {
      steepest = Math.max(steepest, activation.derivative(a));
    }
    assertEquals(steepest, activation.steepestSlope());
  }

  @ParameterizedTest
  @EnumSource
  void valuesReachTheirBoundsAndNotBeyond(Activation activation) {
    for (double a : POINTS) {
      double value = activation.value(a);
      assertTrue(activation.least() <= value && value <= activation.most(), "value at " + a);
    }
    assertBound(activation.least(), activation.value(-1e9));
    assertBound(activation.most(), activation.value(1e9));
  }

  private static void assertBound(double bound, double farOut) {
    if (Double.isInfinite(bound)) {
      assertEquals(Math.copySign(1e9, bound), farOut);
    } else {
      assertEquals(bound, farOut, 1e-8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFormIsThatOfTheCurve(Activation activation) {
    for (double a = 0; a < 8; a += 0.125) {
      double left = activation.derivative(-a);
      double right = activation.derivative(a);
      switch (activation.form()) {
        case SQUASHED -> {
          assertEquals(right, left, 1e-15, "slope at " + a);
          assertTrue(activation.derivative(a + 0.125) < right, "slope beyond " + a);
        }
        case RECTIFIED -> {
          assertEquals(0, activation.value(-a));
          assertEquals(a, activation.value(a));
        }
        case STRAIGHT -> {
          assertEquals(-a, activation.value(-a));
          assertEquals(a, activation.value(a));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aUnitNearZeroIsLinearWhereTheActivationSaysSo(Activation activation) {
    double tiny = 1e-6;
    double slope = activation.value(tiny) / tiny;
    boolean linear = Math.abs(activation.value(-tiny) / -tiny - slope) < 1e-5;
    assertEquals(linear, activation.isLinearAroundZero());
  }

  @ParameterizedTest
  @EnumSource
  void runThroughTimeGivesExactlyValueAndDerivative(Activation activation) {
    double[] weights = {1, 0, 0, 9, 9};
    double[] a = new double[POINTS.length];
    double[] value = new double[POINTS.length];
    double[] slope = new double[POINTS.length];
    activation.runThroughTime(weights, 0, POINTS, a, value, slope);
    for (int i = 0; i < POINTS.length; i++) {
      assertEquals(activation.value(a[i]), value[i], "value at " + a[i]);
      assertEquals(activation.derivative(a[i]), slope[i], "slope at " + a[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runThroughTimeFeedsTheValueBack(Activation activation) {
    double[] a = new double[3];
    double[] value = new double[3];
    activation.runThroughTime(
        new double[] {2, -0.5, 0.25}, 3, new double[] {1, 0, -1}, a, value, new double[3]);
    assertEquals(2 + 0.25 - 0.5 * 3, a[0]);
    assertEquals(-0.5 * value[0] + 0.25, a[1]);
    assertEquals(-2 + 0.25 - 0.5 * value[1], a[2]);
  }

  @ParameterizedTest
  @EnumSource
  void runThroughTimeTellsWhereAValueHidesThatItsArgumentOverflowed(Activation activation) {
    double[] weights = {1e300, 0, 0};
    int steps = 3;
    boolean hidesNegative = activation.least() > Double.NEGATIVE_INFINITY;
    boolean hidesPositive = activation.most() < Double.POSITIVE_INFINITY;
    assertEquals(steps, firstHidden(activation, weights, 1, -1, 1e8));
    assertEquals(hidesNegative ? 1 : steps, firstHidden(activation, weights, 1, -1e300, 1));
    assertEquals(hidesPositive ? 1 : steps, firstHidden(activation, weights, 1, 1e300, 1e300));
  }

  private static int firstHidden(Activation activation, double[] weights, double... inputs) {
    int steps = inputs.length;
    return activation.runThroughTime(
        weights, 0, inputs, new double[steps], new double[steps], new double[steps]);
  }

  @ParameterizedTest
  @EnumSource
  void nanStaysNan(Activation activation) {
    double[] value = new double[1];
    activation.runThroughTime(
        new double[] {1, 0, 0}, 0, new double[] {Double.NaN}, new double[1], value, new double[1]);
    assertEquals(Double.NaN, value[0]);
    assertEquals(Double.NaN, activation.value(Double.NaN));
  }
}
