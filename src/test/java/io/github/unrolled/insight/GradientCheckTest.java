package io.github.unrolled.insight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check accepts a right gradient, finds a wrong one, and says what it cannot check. */
class GradientCheckTest {
  private static final int STEPS = 12;
  private static final double EPSILON = GradientCheck.epsilon(8);

  private static final NetworkShape UNIT = NetworkShape.unit(Activation.TANH);

  private static Numbers random(int count, Rng rng) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = rng.uniform(-1, 1);
    }
    return Numbers.of(numbers);
  }

  /** A network with random parameters, and its gradient by backpropagation. */
  private static final class Case {
    final NetworkShape shape;
    final Numbers inputs;
    final Numbers targets;
    final Numbers parameters;
    final Numbers h0;
    final double[] gradient;

    Case(NetworkShape shape, int window, long seed) {
      this.shape = shape;
      Rng rng = new Rng((int) seed, 3);
      h0 = random(shape.hiddenSize(), new Rng((int) seed, 4));
      Network network = shape.newNetwork(h0);
      inputs = random(STEPS, rng);
      targets = random(STEPS, rng);
      double[] start = random(network.parameterCount(), rng).toArray();
      shape.hold(start);
      parameters = Numbers.of(start);
      gradient = new double[start.length];
      Pass pass = network.newPass(STEPS, STEPS - 2);
      network.forward(start, inputs.toArray(), targets.toArray(), pass);
      network.backward(start, inputs.toArray(), targets.toArray(), pass, window, gradient);
    }

    GradientCheck check(double epsilon) {
      return new GradientCheck(
          shape, h0, inputs, targets, STEPS - 2, parameters, Numbers.of(gradient), epsilon);
    }

    GradientCheck finished(double epsilon) {
      GradientCheck check = check(epsilon);
      while (!check.isDone()) {
        check.next();
      }
      return check;
    }

    double lossWith(int index, double change) {
      double[] changed = parameters.toArray();
      changed[index] += change;
      Network network = shape.newNetwork(h0);
      return network.forward(
          changed, inputs.toArray(), targets.toArray(), network.newPass(STEPS, STEPS - 2));
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void agreesWithBackpropagation(CellType cell) {
    for (int size = 1; size <= 4; size++) {
      for (int seed = 0; seed < 10; seed++) {
        Case one = new Case(new NetworkShape(cell, size, Activation.TANH, true), STEPS, seed);
        GradientCheck check = one.finished(EPSILON);
        assertTrue(check.error() < 1e-8, "whole gradient: " + check.error());
        for (int i = 0; i < check.size(); i++) {
          double quotient = (one.lossWith(i, EPSILON) - one.lossWith(i, -EPSILON)) / (2 * EPSILON);
          assertEquals(quotient, check.quotient(i), 1e-9);
          assertEquals(
              Math.abs(one.gradient[i] - check.quotient(i))
                  / Math.max(Math.abs(one.gradient[i]), Math.abs(check.quotient(i))),
              check.error(i));
        }
      }
    }
  }

  @Test
  void findsAWrongGradient() {
    Case one = new Case(UNIT, STEPS, 1);
    one.gradient[2] *= 1.01;
    GradientCheck check = one.finished(EPSILON);
    assertEquals(0.01 / 1.01, check.error(2), 1e-6);
    assertTrue(check.error(1) < 1e-8);
    assertTrue(check.error() > 1e-4);
  }

  @Test
  void aTruncatedGradientIsAnotherOne() {
    assertTrue(new Case(UNIT, 2, 1).finished(EPSILON).error() > 1e-3);
  }

  @Test
  void whatIsHeldAtZeroIsNotChecked() {
    Case one = new Case(UNIT.withMemory(false), STEPS, 1);
    GradientCheck check = one.finished(EPSILON);
    assertTrue(check.isHeld(1));
    assertEquals(0, check.error(1));
    assertTrue(check.error() < 1e-8);
    EpsilonCurve curve = curve(check);
    assertTrue(curve.error(8) < 1e-8);
  }

  @Test
  void theWorstAreThoseWithTheLargestErrorsAndNoneIsHeld() {
    for (boolean memory : new boolean[] {true, false}) {
      NetworkShape shape = new NetworkShape(CellType.GRU, 4, Activation.TANH, memory);
      GradientCheck check = new Case(shape, STEPS, 5).finished(EPSILON);
      int[] worst = check.worst(12);
      assertEquals(12, worst.length);
      int beyond = 0;
      for (int i = 0; i < check.size(); i++) {
        beyond += check.error(i) > check.error(worst[11]) ? 1 : 0;
      }
      assertTrue(beyond <= 11, "larger than the least that is listed: " + beyond);
      for (int i = 0; i < worst.length; i++) {
        assertTrue(!check.isHeld(worst[i]), "held: " + worst[i]);
        assertTrue(i == 0 || check.error(worst[i]) <= check.error(worst[i - 1]));
      }
    }
    GradientCheck all = new Case(UNIT.withMemory(false), STEPS, 1).check(EPSILON);
    all.next();
    all.next();
    assertArrayEquals(new int[] {0, 1}, all.worst(12));
  }

  @Test
  void whatHasNoQuotientHasNoSmallError() {
    Case one = new Case(UNIT, STEPS, 1);
    double[] parameters = one.parameters.toArray();
    parameters[4] = 1e6;
    GradientCheck check =
        new GradientCheck(
            UNIT,
            one.h0,
            one.inputs,
            one.targets,
            STEPS - 2,
            Numbers.of(parameters),
            Numbers.of(one.gradient),
            1e-12);
    while (!check.isDone()) {
      check.next();
    }
    assertEquals(Double.POSITIVE_INFINITY, check.error(4));
    assertEquals(Double.POSITIVE_INFINITY, check.error());
    assertEquals(4, check.worst(1)[0]);
    assertEquals(Double.POSITIVE_INFINITY, curve(check).error(GradientCheck.EPSILONS - 1));
  }

  @Test
  void aFlatLossHasNoError() {
    Case one = new Case(UNIT, STEPS, 1);
    // If nothing comes out of the unit, the input weight has no effect.
    Numbers silent = one.parameters.with(3, 0).with(4, 0);
    GradientCheck check =
        new GradientCheck(
            UNIT,
            one.h0,
            one.inputs,
            one.targets,
            STEPS,
            silent,
            Numbers.of(0, 0, 0, 0, 0),
            EPSILON);
    check.next();
    assertEquals(0, check.error(0));
    assertEquals(0, check.error());
  }

  @Test
  void epsilonsAreTwoADecade() {
    assertEquals(0.1, GradientCheck.epsilon(0));
    assertEquals(0.03162277660168379, GradientCheck.epsilon(1));
    assertEquals(1e-5, GradientCheck.epsilon(8));
    assertEquals(1e-12, GradientCheck.epsilon(22), 1e-27);
  }

  private static EpsilonCurve curve(GradientCheck check) {
    EpsilonCurve curve = new EpsilonCurve(check);
    while (!curve.isDone()) {
      curve.next();
    }
    return curve;
  }

  @Test
  void theErrorOverEpsilonIsAU() {
    EpsilonCurve curve = curve(new Case(UNIT, STEPS, 1).check(EPSILON));
    assertEquals(5, curve.parameters());
    double bottom = curve.error(9);
    assertTrue(bottom < 1e-8, "bottom: " + bottom);
    assertTrue(curve.error(0) > 1e4 * bottom, "left: " + curve.error(0));
    assertTrue(curve.error(22) > 1e3 * bottom, "right: " + curve.error(22));
  }

  @Test
  void theCurveSaysWhatTheCheckSays() {
    Case one = new Case(UNIT, STEPS, 4);
    EpsilonCurve curve = curve(one.check(EPSILON));
    for (int k = 0; k < GradientCheck.EPSILONS; k++) {
      double whole = one.finished(GradientCheck.epsilon(k)).error();
      assertEquals(whole, curve.error(k), 1e-12 * whole);
    }
  }

  @Test
  void aLargeNetworkIsRepresentedBySomeParameters() {
    Case one = new Case(new NetworkShape(CellType.LSTM, 8, Activation.TANH, true), STEPS, 2);
    EpsilonCurve curve = curve(one.check(EPSILON));
    assertTrue(curve.parameters() <= EpsilonCurve.MOST_PARAMETERS);
    assertTrue(curve.parameters() > EpsilonCurve.MOST_PARAMETERS / 2);
    assertTrue(curve.error(8) < 1e-8);
  }
}
