package io.github.unrolled.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

  private static final double[] POINTS = {
    -800, -400, -30, -2, -0.6, -0.54, -1e-12, -0.0, 0, 1e-200, 0.3, 0.55, 1, 7, 50, 400, 800
  };

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
  void evaluateGivesExactlyValueAndDerivative(Activation activation) {
    double[] value = new double[POINTS.length];
    double[] slope = new double[POINTS.length];
    activation.evaluate(POINTS, value, slope, 0, POINTS.length);
    for (int i = 0; i < POINTS.length; i++) {
      assertEquals(activation.value(POINTS[i]), value[i], "value at " + POINTS[i]);
      assertEquals(activation.derivative(POINTS[i]), slope[i], "slope at " + POINTS[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void evaluateTouchesItsRangeOnly(Activation activation) {
    double[] a = {1, 2, 3, 4, 5};
    double[] value = {9, 9, 9, 9, 9};
    double[] slope = {9, 9, 9, 9, 9};
    activation.evaluate(a, value, slope, 1, 3);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, a);
    assertArrayEquals(
        new double[] {9, activation.value(2), activation.value(3), activation.value(4), 9}, value);
    assertArrayEquals(
        new double[] {
          9, activation.derivative(2), activation.derivative(3), activation.derivative(4), 9
        },
        slope);
    activation.evaluate(a, value, slope, 5, 0);
  }

  @ParameterizedTest
  @EnumSource
  void nanStaysNan(Activation activation) {
    double[] value = new double[1];
    activation.evaluate(new double[] {Double.NaN}, value, new double[1], 0, 1);
    assertEquals(Double.NaN, value[0]);
    assertEquals(Double.NaN, activation.value(Double.NaN));
  }
}
