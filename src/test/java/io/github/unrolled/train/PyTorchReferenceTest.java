package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.Pass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The networks compute and learn what the same networks compute and learn in PyTorch. */
class PyTorchReferenceTest {
  private static final double PASS_TOLERANCE = 1e-12;
  private static final double TRAINING_TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> agreesWithPyTorch() throws IOException {
    List<ReferenceCase> cases = ReferenceCase.readAll();
    List<DynamicTest> tests = new ArrayList<>();
    List<String> chaotic = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      ReferenceCase reference = cases.get(i);
      String title = "case " + i + ": " + reference.title();
      tests.add(dynamicTest(title + ": forward pass", () -> forward(reference)));
      tests.add(dynamicTest(title + ": gradients", () -> backward(reference)));
      tests.add(dynamicTest(title + ": training", () -> training(reference, title, chaotic)));
    }
    // Last of all, so that the report names what was not compared to the ninth digit.
    tests.add(
        dynamicTest(
            "no training is chaotic",
            () -> assumeTrue(chaotic.isEmpty(), () -> "compared as rounding allows: " + chaotic)));
    return tests.stream();
  }

  private static void forward(ReferenceCase reference) {
    Network network = reference.network();
    double[] parameters = ReferenceCase.flat(network, reference.parameters());
    Pass pass = network.newPass(reference.steps());
    double loss =
        network.forward(parameters, reference.flatInputs(), reference.flatTargets(), pass);
    for (int t = 0; t < reference.steps(); t++) {
      String at = " at step " + (t + 1);
      assertClose(reference.outputs().get(t), pass.output(t), PASS_TOLERANCE, "output" + at);
      for (int unit = 0; unit < reference.hiddenSize(); unit++) {
        double expected = reference.hiddenStates().get(t)[unit];
        assertClose(expected, pass.hiddenState(t, unit), PASS_TOLERANCE, "state" + at);
        if (reference.cellStates() != null) {
          double cell = reference.cellStates().get(t)[unit];
          assertClose(cell, pass.cellState(t, unit), PASS_TOLERANCE, "cell state" + at);
        }
      }
    }
    assertClose(reference.loss(), loss, PASS_TOLERANCE, "loss");
    assertEquals(loss, pass.loss());
  }

  private static void backward(ReferenceCase reference) {
    Network network = reference.network();
    double[] parameters = ReferenceCase.flat(network, reference.parameters());
    double[] inputs = reference.flatInputs();
    double[] targets = reference.flatTargets();
    double[] gradient = new double[parameters.length];
    Pass pass = network.newPass(reference.steps());
    double unused = network.forward(parameters, inputs, targets, pass);
    network.backward(parameters, inputs, targets, pass, Integer.MAX_VALUE, gradient);
    assertAllClose(
        ReferenceCase.flat(network, reference.gradients()), gradient, PASS_TOLERANCE, "gradient");
    assertClose(reference.gradientNorm(), Vectors.norm(gradient), PASS_TOLERANCE, "gradient norm");
    assertEquals(unused, pass.loss());
  }

  private static void training(ReferenceCase reference, String title, List<String> chaotic) {
    ReferenceCase.Training training = reference.training();
    Bptt bptt = newBptt(reference);
    RoundingSpread spread =
        new RoundingSpread(() -> newBptt(reference), other -> loss(reference, other));
    int chaoticFrom = 0;
    for (int epoch = 1; epoch <= training.epochs(); epoch++) {
      double loss = loss(reference, bptt);
      spread.follow(bptt);
      double tolerance = spread.lossTolerance(TRAINING_TOLERANCE);
      if (tolerance > TRAINING_TOLERANCE && chaoticFrom == 0) {
        chaoticFrom = epoch;
      }
      String what = "loss before update " + epoch;
      assertClose(training.losses().get(epoch - 1), loss, tolerance, what);
      assertNull(bptt.epoch());
    }
    spread.follow(bptt);
    assertEquals(training.epochs(), bptt.epochs());
    assertAllClose(
        ReferenceCase.flat(reference.network(), training.parameters()),
        bptt.parameters(),
        spread.parameterTolerance(TRAINING_TOLERANCE),
        "trained parameter");
    if (chaoticFrom > 0) {
      chaotic.add(title + ", from epoch " + chaoticFrom + " on");
    }
  }

  private static Bptt newBptt(ReferenceCase reference) {
    Network network = reference.network();
    return new Bptt(
        network,
        reference.flatInputs(),
        reference.flatTargets(),
        ReferenceCase.flat(network, reference.parameters()),
        reference.training().optimizerKind().newOptimizer(network.parameterCount()),
        reference.training().learningRate(),
        reference.training().clipping(),
        Integer.MAX_VALUE);
  }

  private static double loss(ReferenceCase reference, Bptt bptt) {
    Network network = reference.network();
    Pass pass = network.newPass(reference.steps());
    return network.forward(
        bptt.parameters(), reference.flatInputs(), reference.flatTargets(), pass);
  }

  private static void assertAllClose(
      double[] expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], actual[i], tolerance, what + " " + i);
    }
  }

  private static void assertClose(double expected, double actual, double tolerance, String what) {
    assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
  }
}
