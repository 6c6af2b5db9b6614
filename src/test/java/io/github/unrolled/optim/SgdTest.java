package io.github.unrolled.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Plain gradient descent moves against the gradient by the learning rate. */
class SgdTest {
  @Test
  void aStepIsTheRateTimesTheGradientDownhill() {
    double[] parameters = {1, 2, -3};
    double[] gradient = {10, 0, -4};
    new Sgd().step(parameters, gradient, 0.25);
    assertArrayEquals(new double[] {-1.5, 2, -2}, parameters);
    assertArrayEquals(new double[] {10, 0, -4}, gradient);
  }
}
