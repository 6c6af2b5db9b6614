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

  /** Parameters of two Elman units with a given recurrent matrix and no input. */
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
  void aDriftAlongAnEigenvalueOfOneLeavesNoFixedPoint() {
    Rng rng = new Rng(8, 0);
    Activation[] straight = {Activation.LINEAR, Activation.RELU};
    for (int n = 0; n < 400; n++) {
      double angle = 3 * rng.nextDouble();
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double other = 1.8 * rng.nextDouble() - 0.9;
      double[] turned =
          recurrent(
              c * c + other * s * s,
              c * s * (1 - other),
              c * s * (1 - other),
              s * s + other * c * c,
              0);
      turned[0] = 0.5 * c - 0.3 * s;
      turned[1] = 0.5 * s + 0.3 * c;
      assertEquals(0, searched(elman(Activation.LINEAR), turned, 0.8).count());
      double[] integrator = recurrent(1, 0, 0, other, 0);
      integrator[0] = 0.1 + rng.nextDouble();
      integrator[1] = rng.nextDouble();
      assertEquals(0, searched(elman(straight[n % 2]), integrator, 1).count());
    }
    PhasePlane half = searched(elman(Activation.LINEAR), recurrent(0.5, 0.5, 0.5, 0.5, 0.1), 0);
    assertEquals(0, half.count());
  }

  @Test
  void aLineOfFixedPointsInAnyDirectionIsSeenToBeMore() {
    PhasePlane slanted = searched(elman(Activation.LINEAR), recurrent(0.5, 0.5, 0.5, 0.5, 0), 0);
    assertTrue(slanted.hasMore());
    double[] shifted = recurrent(0.3, 0.7, 0.7, 0.3, 0);
    shifted[6] = 0.25;
    shifted[7] = -0.25;
    assertTrue(searched(elman(Activation.LINEAR), shifted, 0).hasMore());
    assertTrue(searched(elman(Activation.RELU), recurrent(1, 0, 0, 0.5, 0), 0).count() > 2);
  }

  @Test
  void fixedPointsFarAwayAreFixedUpToTheirRounding() {
    PhasePlane far = searched(elman(Activation.LINEAR), recurrent(1 - 1e-6, 0, 0, 0.3, 0.1), 0);
    assertEquals(1, far.count());
    assertEquals(1e5, far.point(0, 0), 1e-4);
    assertTrue(far.isStable(0));
  }

  @Test
  void whereTanhBifurcatesThereIsOneMarginalFixedPoint() {
    PhasePlane one = searched(elman(Activation.TANH), recurrent(1, 0, 0, 0.5, 0), 0);
    assertEquals(1, one.count());
    assertTrue(one.isMarginal(0));
    PhasePlane both = searched(elman(Activation.TANH), recurrent(1, 0, 0, 1, 0), 0);
    assertEquals(1, both.count());
  }

  @Test
  void atTheKinkOfReluStatesThatGrowCount() {
    PhasePlane plane = searched(elman(Activation.RELU), recurrent(1.5, 0, 0, 1.5, 0), 0);
    assertEquals(1, plane.count());
    assertEquals(1.5, plane.larger(0));
    assertEquals(1.5, plane.smaller(0));
    assertFalse(plane.isStable(0));
    StateMap unit = new StateMap(NetworkShape.unit(Activation.RELU));
    for (double w : new double[] {-1.5, -0.5, 0, 0.5, 1.5}) {
      unit.set(new double[] {0, w, 0, 1, 0}, 0);
      PhasePlane two = searched(elman(Activation.RELU), recurrent(w, 0, 0, w, 0), 0);
      assertEquals(unit.slope(0), two.larger(0));
    }
    // Without bias ReLU is linear where no unit rests, as here with positive weights.
    PhasePlane coupled = searched(elman(Activation.RELU), recurrent(0.9, 0.4, 0.4, 0.3, 0), 0);
    assertEquals(0.6 + 0.5, coupled.larger(0), 1e-12);
  }

  @Test
  void aKinkThatDependsOnTheDirectionIsMarginal() {
    // Each step along the first axis wakes the second unit, which then puts the first to rest.
    PhasePlane plane = searched(elman(Activation.RELU), recurrent(1.2, -2, 2, 0.5, 0), 0);
    assertEquals(1, plane.count());
    assertTrue(Double.isNaN(plane.larger(0)));
    assertTrue(plane.isMarginal(0));
    assertFalse(plane.isStable(0));
    assertFalse(plane.isSaddle(0));
    assertFalse(plane.isSpiral(0));
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
