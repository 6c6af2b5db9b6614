package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.OtherNetwork;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.Optimizer;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An epoch is forward, backward and update; an overflow is found and undone. */
class BpttTest {
  private static final Network LINEAR = NetworkShape.unit(Activation.LINEAR).newNetwork();
  private static final Network TANH = NetworkShape.unit(Activation.TANH).newNetwork();
  private static final Clipping OFF = new Clipping(Clipping.Kind.OFF, 1);
  private static final double[] START = {1, 0.5, 0, 1, 0};
  private static final double[] INPUTS = {1, -0.5, 0.25, 0.8};
  private static final double[] TARGETS = {-0.5, 0.25, 0.8, 1};

  @Test
  void anEpochIsForwardBackwardClipAndUpdate() {
    Clipping clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 0.1);
    Bptt bptt = new Bptt(TANH, INPUTS, TARGETS, START, new Sgd(), 0.1, clipping, Integer.MAX_VALUE);
    double[] parameters = START.clone();
    double[] gradient = new double[5];
    double[] losses = new double[50];
    Pass pass = TANH.newPass(4);
    for (int i = 0; i < losses.length; i++) {
      losses[i] = TANH.forward(parameters, INPUTS, TARGETS, pass);
      TANH.backward(parameters, INPUTS, TARGETS, pass, Integer.MAX_VALUE, gradient);
      for (int j = 0; j < 5; j++) {
        parameters[j] -= 0.1 * Math.max(-0.1, Math.min(0.1, gradient[j]));
      }
      assertNull(bptt.epoch());
      assertArrayEquals(parameters, bptt.parameters());
      assertEquals(i + 1, bptt.epochs());
    }
    assertArrayEquals(losses, bptt.curve().loss());
    assertEquals(3 * 49, bptt.curve().work()[49]);
    assertTrue(losses[49] < losses[0]);
  }

  @ParameterizedTest
  @EnumSource
  void everyOptimizerRemembersClippedGradients(OptimizerKind kind) {
    Network network = new NetworkShape(CellType.GRU, 3, Activation.TANH, true).newNetwork();
    double[] parameters = new double[network.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = Math.sin(i);
    }
    Clipping clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 0.01);
    Optimizer optimizer = kind.newOptimizer(parameters.length);
    Bptt bptt =
        new Bptt(
            network,
            INPUTS,
            TARGETS,
            parameters,
            kind.newOptimizer(parameters.length),
            0.02,
            clipping,
            3);
    double[] gradient = new double[parameters.length];
    Pass pass = network.newPass(4);
    int clipped = 0;
    for (int epoch = 0; epoch < 50; epoch++) {
      assertTrue(network.forward(parameters, INPUTS, TARGETS, pass) > 0);
      network.backward(parameters, INPUTS, TARGETS, pass, 3, gradient);
      for (int i = 0; i < gradient.length; i++) {
        clipped += Math.abs(gradient[i]) > 0.01 ? 1 : 0;
        gradient[i] = Math.max(-0.01, Math.min(0.01, gradient[i]));
      }
      optimizer.step(parameters, gradient, 0.02);
      assertNull(bptt.epoch());
      assertArrayEquals(parameters, bptt.parameters());
    }
    assertTrue(clipped > 50, "clipped: " + clipped);
  }

  @Test
  void arraysGivenAreNeitherChangedNorKept() {
    double[] start = START.clone();
    double[] inputs = INPUTS.clone();
    Bptt bptt = new Bptt(TANH, inputs, TARGETS, start, new Sgd(), 0.1, OFF, Integer.MAX_VALUE);
    Bptt same = new Bptt(TANH, INPUTS, TARGETS, START, new Sgd(), 0.1, OFF, Integer.MAX_VALUE);
    assertNull(bptt.epoch());
    assertArrayEquals(START, start);
    inputs[0] = 9;
    bptt.parameters()[0] = 9;
    assertNull(bptt.epoch());
    assertNull(same.epoch());
    assertNull(same.epoch());
    assertArrayEquals(same.parameters(), bptt.parameters());
  }

  @Test
  void rateAndClippingChangeFromTheNextEpochOn() {
    Bptt bptt = new Bptt(TANH, INPUTS, TARGETS, START, new Sgd(), 0.1, OFF, Integer.MAX_VALUE);
    bptt.setLearningRate(0.5);
    bptt.setClipping(new Clipping(Clipping.Kind.GLOBAL_NORM, 1e-3));
    assertNull(bptt.epoch());
    double[] moved = bptt.parameters();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= START[i];
    }
    assertEquals(0.5e-3, Vectors.norm(moved), 1e-15);
  }

  @Test
  void parametersSetByHandKeepTheEpochAndTrainingGoesOnFromThem() {
    Bptt bptt = new Bptt(TANH, INPUTS, TARGETS, START, new Sgd(), 0.1, OFF, Integer.MAX_VALUE);
    assertNull(bptt.epoch());
    assertNull(bptt.epoch());
    double[] byHand = {0.3, -0.2, 0.1, 0.7, 0};
    bptt.setParameters(byHand);
    assertEquals(2, bptt.epochs());
    assertArrayEquals(byHand, bptt.parameters());
    assertNull(bptt.epoch());
    Bptt fresh = new Bptt(TANH, INPUTS, TARGETS, byHand, new Sgd(), 0.1, OFF, Integer.MAX_VALUE);
    assertNull(fresh.epoch());
    assertArrayEquals(fresh.parameters(), bptt.parameters());
    assertEquals(3, bptt.epochs());
  }

  @Test
  void sizesMustAgree() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Bptt(
                    TANH,
                    INPUTS,
                    new double[3],
                    new double[4],
                    new Sgd(),
                    0.1,
                    OFF,
                    Integer.MAX_VALUE));
    assertEquals("start, inputs: expected 5 parameters and 3 inputs, got 4 and 4", e.getMessage());
  }

  @Test
  void findsAnOverflowingPreActivation() {
    // h_t is about 1e6^(t-1), which leaves the range of a double at t = 53; the output stays 0.
    double[] inputs = new double[60];
    inputs[0] = 1;
    Divergence found = overflowOf(LINEAR, inputs, new double[60], 1, 1e6, 0, 0, 0);
    assertEquals(new Divergence(0, Divergence.Term.PRE_ACTIVATION, 53, -1), found);
  }

  @Test
  void findsAnOverflowingHiddenState() {
    Network broken =
        new OtherNetwork(LINEAR) {
          @Override
          public double forward(double[] parameters, double[] in, double[] out, Pass pass) {
            double unused = super.forward(parameters, in, out, pass);
            setHiddenState(pass, 2, Double.POSITIVE_INFINITY);
            return Double.isNaN(unused) ? unused : Double.POSITIVE_INFINITY;
          }
        };
    Divergence found = overflowOf(broken, INPUTS, TARGETS, START);
    assertEquals(new Divergence(0, Divergence.Term.HIDDEN_STATE, 3, -1), found);
  }

  @Test
  void findsAnOverflowingOutput() {
    Divergence found =
        overflowOf(LINEAR, new double[] {1, 1e303, 1}, new double[3], 1, 0, 0, 1e6, 0);
    assertEquals(new Divergence(0, Divergence.Term.OUTPUT, 2, -1), found);
  }

  @Test
  void findsAnOverflowingSquare() {
    double[] targets = {1, 2, 1e200, 1};
    Divergence found = overflowOf(TANH, INPUTS, targets, START);
    assertEquals(new Divergence(0, Divergence.Term.SQUARED_ERROR, 3, -1), found);
  }

  @Test
  void findsAnOverflowingSumOfSquares() {
    double[] targets = {1e154, 1e153, 1e154, 1};
    Divergence found = overflowOf(TANH, INPUTS, targets, START);
    assertEquals(new Divergence(0, Divergence.Term.SQUARED_ERROR, 3, -1), found);
  }

  @Test
  void findsAnOverflowingHiddenGradient() {
    // States are 0, so nothing overflows on the way there; on the way back -1 becomes -1e6^k.
    double[] targets = new double[60];
    targets[59] = 30;
    Divergence found = overflowOf(LINEAR, new double[60], targets, 1, 1e6, 0, 1, 0);
    assertEquals(new Divergence(0, Divergence.Term.HIDDEN_GRADIENT, 8, -1), found);
  }

  @Test
  void findsAnOverflowingGradient() {
    Divergence found =
        overflowOf(LINEAR, new double[] {1e150}, new double[] {1e154}, 0, 0, 0, 1e6, 0);
    assertEquals(new Divergence(0, Divergence.Term.GRADIENT, 0, ElmanUnit.INPUT_WEIGHT), found);
  }

  @Test
  void findsAnOverflowingUpdate() {
    double[] inputs = {1e150};
    double[] targets = {1e151};
    double[] start = {0, 0, 0, 1e6, 0};
    Bptt bptt = new Bptt(LINEAR, inputs, targets, start, new Sgd(), 100, OFF, Integer.MAX_VALUE);
    assertEquals(
        new Divergence(1, Divergence.Term.UPDATE, 0, ElmanUnit.INPUT_WEIGHT), bptt.epoch());
    assertEquals(0, bptt.epochs());
    assertArrayEquals(start, bptt.parameters());
  }

  @Test
  void aGradientWhoseNormOverflowsIsNoDivergence() {
    double[] inputs = {1e148, 1e148};
    double[] start = {1, 0, 0, 9e5, 0};
    Pass pass = LINEAR.newPass(2);
    double[] gradient = new double[5];
    assertEquals(8.1e307, LINEAR.forward(start, inputs, new double[2], pass), 1e294);
    LINEAR.backward(start, inputs, new double[2], pass, Integer.MAX_VALUE, gradient);
    assertTrue(Vectors.allFinite(gradient));
    assertEquals(Double.POSITIVE_INFINITY, Vectors.norm(gradient));

    Clipping clipping = new Clipping(Clipping.Kind.GLOBAL_NORM, 1);
    Bptt bptt =
        new Bptt(LINEAR, inputs, new double[2], start, new Sgd(), 0.1, clipping, Integer.MAX_VALUE);
    assertNull(bptt.epoch());
    double movedInput = bptt.parameters()[ElmanUnit.INPUT_WEIGHT] - 1;
    double movedHidden = bptt.parameters()[ElmanUnit.HIDDEN_WEIGHT];
    assertEquals(0.1, Math.sqrt(movedInput * movedInput + movedHidden * movedHidden), 1e-12);
  }

  @Test
  void theLastFiniteParametersComeBackWithTheirEpochAndTrainingCanGoOn() {
    double[] inputs = {1, 2, 3, 4, 5};
    double[] targets = {2, 3, 4, 5, 6};
    Bptt bptt = new Bptt(LINEAR, inputs, targets, START, new Sgd(), 0.05, OFF, Integer.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      assertNull(bptt.epoch());
    }
    bptt.setLearningRate(1);
    List<double[]> before = new ArrayList<>();
    before.add(bptt.parameters());
    Divergence divergence = bptt.epoch();
    while (divergence == null && before.size() < 100) {
      before.add(bptt.parameters());
      divergence = bptt.epoch();
    }
    assertNotNull(divergence);
    int lastGood = (int) bptt.epochs();
    assertTrue(lastGood > 3);
    assertEquals(lastGood + 1, divergence.epoch());
    assertArrayEquals(before.get(lastGood - 3), bptt.parameters());
    Pass pass = LINEAR.newPass(5);
    double[] gradient = new double[5];
    assertTrue(Double.isFinite(LINEAR.forward(bptt.parameters(), inputs, targets, pass)));
    LINEAR.backward(bptt.parameters(), inputs, targets, pass, Integer.MAX_VALUE, gradient);
    assertTrue(Vectors.allFinite(gradient));
    assertTrue(Vectors.allFinite(bptt.curve().loss()));

    // Again at the same rate: the same epoch overflows, and nothing is lost.
    Divergence again = bptt.epoch();
    assertEquals(divergence, again == null ? bptt.epoch() : again);
    assertEquals(lastGood, bptt.epochs());
    assertArrayEquals(before.get(lastGood - 3), bptt.parameters());

    bptt.setLearningRate(1e-6);
    bptt.setClipping(new Clipping(Clipping.Kind.GLOBAL_NORM, 1));
    for (int i = 1; i <= 10; i++) {
      assertNull(bptt.epoch());
      assertEquals(lastGood + i, bptt.epochs());
    }
  }

  @Test
  void parametersSetByHandAreNeverTakenBack() {
    double[] inputs = {1e303, 1, 1};
    Bptt bptt =
        new Bptt(
            LINEAR, inputs, new double[3], new double[5], new Sgd(), 0.1, OFF, Integer.MAX_VALUE);
    assertNull(bptt.epoch());
    double[] byHand = {1, 0, 0, 1e6, 0};
    bptt.setParameters(byHand);
    Divergence found = bptt.epoch();
    assertEquals(new Divergence(1, Divergence.Term.OUTPUT, 1, -1), found);
    assertArrayEquals(byHand, bptt.parameters());
    assertEquals(1, bptt.epochs());
    assertEquals(found, bptt.epoch());
    assertArrayEquals(byHand, bptt.parameters());
  }

  @Test
  void lookingForAnOverflowInFiniteNumbersIsAMistake() {
    Pass pass = TANH.newPass(4);
    double loss = TANH.forward(START, INPUTS, TARGETS, pass);
    assertTrue(loss > 0);
    assertThrows(
        IllegalArgumentException.class, () -> Divergence.find(0, pass, TARGETS, new double[5]));
  }

  private static Divergence overflowOf(
      Network network, double[] inputs, double[] targets, double... start) {
    Bptt bptt = new Bptt(network, inputs, targets, start, new Sgd(), 0.01, OFF, Integer.MAX_VALUE);
    Divergence found = Objects.requireNonNull(bptt.epoch());
    assertArrayEquals(start, bptt.parameters());
    assertEquals(0, bptt.epochs());
    assertEquals(0, bptt.curve().size());
    return found;
  }
}
