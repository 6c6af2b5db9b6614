package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import org.junit.jupiter.api.Test;

class PhasePlaneTest {
  private static NetworkShape elman(Activation activation) {
    return new NetworkShape(CellType.ELMAN, 2, activation, true);
  }

  /** Parameters of two Elman units with the recurrent matrix given and no input. */
  private static double[] recurrent(double a, double b, double c, double d, double bias) {
    return new double[] {0, 0, a, b, c, d, bias, bias, 1, 1, 0};
  }

  private static PhasePlane searched(NetworkShape shape, double[] parameters, double input) {
    PhasePlane plane = new PhasePlane(shape);
    plane.set(parameters, input);
    plane.sample(-1.2, 1.2, -1.2, 1.2);
    plane.seekWhereSampled(-1.2, 1.2, -1.2, 1.2);
    for (int i = 0; i < 25; i++) {
      plane.seek(0.5 * (i % 5) - 1, 0.1 * (i - i % 5) - 1);
    }
    return plane;
  }

  @Test
  void fixedPointsAreFixed() {
    Rng rng = new Rng(3, 0);
    int found = 0;
    for (int n = 0; n < 200; n++) {
      NetworkShape shape =
          n % 4 == 0
              ? new NetworkShape(CellType.GRU, 2, Activation.TANH, true)
              : n % 4 == 1
                  ? new NetworkShape(CellType.LSTM, 1, Activation.TANH, true)
                  : elman(n % 4 == 2 ? Activation.TANH : Activation.SIGMOID);
      double[] parameters = new double[shape.newNetwork().parameterCount()];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = 4 * rng.nextDouble() - 2;
      }
      double x = rng.nextDouble();
      PhasePlane plane = searched(shape, parameters, x);
      assertTrue(plane.count() > 0, shape + " has none");
      StepMap map = new StepMap(shape);
      map.set(parameters, x);
      double[] state = new double[2];
      double[] next = new double[2];
      for (int i = 0; i < plane.count(); i++) {
        state[0] = plane.point(i, 0);
        state[1] = plane.point(i, 1);
        map.apply(state, next);
        assertEquals(state[0], next[0], 1e-10 * Math.max(1, Math.abs(state[0])));
        assertEquals(state[1], next[1], 1e-10 * Math.max(1, Math.abs(state[1])));
        if (Math.abs(plane.larger(i) - 1) > 0.05) {
          assertEquals(plane.isStable(i), !leaves(map, state), "|λ| = " + plane.larger(i));
        }
        found++;
      }
    }
    assertTrue(found > 250, "only " + found);
  }

  /** Whether a state near a fixed point ever gets a hundred times as far from it. */
  private static boolean leaves(StepMap map, double[] fixed) {
    double[] state = {fixed[0] + 1e-6, fixed[1] + 0.7e-6};
    boolean left = false;
    for (int i = 0; i < 400; i++) {
      map.apply(state, state);
      left |= Math.abs(state[0] - fixed[0]) > 1e-4 || Math.abs(state[1] - fixed[1]) > 1e-4;
    }
    return left;
  }

  @Test
  void twoLatchesHaveNineFixedPoints() {
    PhasePlane plane = searched(elman(Activation.TANH), recurrent(2, 0, 0, 2, 0), 0);
    assertEquals(9, plane.count());
    int stable = 0;
    int saddles = 0;
    for (int i = 0; i < 9; i++) {
      stable += plane.isStable(i) ? 1 : 0;
      saddles += plane.isSaddle(i) ? 1 : 0;
      assertFalse(plane.isSpiral(i));
    }
    assertEquals(4, stable);
    assertEquals(4, saddles);
  }

  @Test
  void aRotationSpirals() {
    double c = 0.9 * Math.cos(0.5);
    double s = 0.9 * Math.sin(0.5);
    PhasePlane plane = searched(elman(Activation.LINEAR), recurrent(c, -s, s, c, 0.3), 0);
    assertEquals(1, plane.count());
    assertTrue(plane.isSpiral(0));
    assertTrue(plane.isStable(0));
    assertEquals(0.9, plane.larger(0), 1e-9);
    assertEquals(0.9, plane.smaller(0), 1e-9);
    PhasePlane whole =
        searched(elman(Activation.LINEAR), recurrent(c / 0.9, -s / 0.9, s / 0.9, c / 0.9, 0), 0);
    assertTrue(whole.isMarginal(0));
    assertFalse(whole.isStable(0));
  }

  @Test
  void realEigenvaluesAreTold() {
    PhasePlane plane = searched(elman(Activation.LINEAR), recurrent(1.5, 0.2, 0, -0.25, 0.1), 0);
    assertEquals(1, plane.count());
    assertTrue(plane.isSaddle(0));
    assertEquals(1.5, plane.larger(0), 1e-9);
    assertEquals(0.25, plane.smaller(0), 1e-9);
  }

  @Test
  void aLineOfFixedPointsIsSeenToBeMore() {
    PhasePlane plane = searched(elman(Activation.LINEAR), recurrent(1, 0, 0, 0.5, 0), 0);
    assertTrue(plane.count() + (plane.hasMore() ? 1 : 0) > 3);
    PhasePlane all = searched(elman(Activation.LINEAR), recurrent(1, 0, 0, 1, 0), 0);
    assertTrue(all.hasMore());
    PhasePlane none = searched(elman(Activation.LINEAR), recurrent(1, 0, 0, 1, 0.5), 0);
    assertEquals(0, none.count());
  }

  @Test
  void theGridHoldsWhatAStepChanges() {
    PhasePlane plane = searched(elman(Activation.LINEAR), recurrent(0.5, 0, 0, 2, 0), 0);
    int last = PhasePlane.GRID - 1;
    assertEquals(-0.5 * 1.2, plane.change(0, last, 0), 1e-12);
    assertEquals(-1.2, plane.change(0, last, 1), 1e-12);
  }

  @Test
  void overflowBreaksNothing() {
    PhasePlane plane =
        searched(elman(Activation.LINEAR), recurrent(1e300, 1e300, -1e300, 1e300, 1e300), 0);
    for (int i = 0; i < plane.count(); i++) {
      assertTrue(Double.isFinite(plane.point(i, 0)));
    }
  }

  @Test
  void refusesAStateOfOtherSize() {
    assertThrows(
        IllegalArgumentException.class, () -> new PhasePlane(NetworkShape.unit(Activation.TANH)));
  }
}
