package io.github.unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells compute their formulas, whether run in one go, cut or without memory. */
class CellsTest {
  private static final int NETWORKS = 300;
  private static final int FULL = Integer.MAX_VALUE;

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void statesOutputsAndLossAreThoseOfTheFormulas(Sample.Kind kind) {
    Rng rng = new Rng(2, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      Pass pass = sample.forward();
      PlainNetwork plain = plain(sample, sample.parameters).run();
      for (int t = 1; t <= sample.steps(); t++) {
        for (int unit = 0; unit < sample.shape.hiddenSize(); unit++) {
          assertClose(plain.h[t][unit], pass.hiddenState(t - 1, unit), sample);
          if (kind.cell().hasCellState()) {
            assertClose(plain.c[t][unit], pass.cellState(t - 1, unit), sample);
          }
        }
        assertClose(plain.y[t], pass.output(t - 1), sample);
      }
      double loss = plain.loss(sample.targets, 1, sample.trainSteps, sample.trainSteps);
      assertClose(loss, pass.loss(), sample);
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void singleStepsGiveTheNumbersOfAWholePassToTheBit(Sample.Kind kind) {
    Rng rng = new Rng(3, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      Pass pass = sample.forward();
      Pass stepped = sample.network.newPass(sample.steps());
      for (int t = 0; t < sample.steps(); t++) {
        sample.network.step(sample.parameters, sample.inputs, stepped, t);
      }
      assertSameForward(pass, stepped, sample);

      // From the middle on, in a pass that knows only the state before.
      int from = rng.nextInt(sample.steps());
      Pass joined = sample.network.newPass(sample.steps());
      if (from > 0) {
        joined.copyState(pass, from - 1);
      }
      for (int t = from; t < sample.steps(); t++) {
        sample.network.step(sample.parameters, sample.inputs, joined, t);
        assertEquals(pass.output(t), joined.output(t), sample.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneUnitIsALayerOfOneUnit(Activation activation) {
    Rng rng = new Rng(4, 0);
    for (int i = 0; i < NETWORKS; i++) {
      boolean memory = rng.nextInt(3) > 0;
      Sample sample = new Sample(new NetworkShape(CellType.ELMAN, 1, activation, memory), 1, rng);
      double[] start = memory ? sample.start.toArray() : new double[1];
      Network layer = new Elman(1, start, memory, activation);
      Pass pass = sample.forward();
      Pass ofLayer = sample.forward(layer, sample.parameters, sample.inputs);
      assertEquals(layer.parameters(), sample.network.parameters());
      assertSameForward(pass, ofLayer, sample);
      assertEquals(pass.loss(), ofLayer.loss());

      int window = 1 + rng.nextInt(sample.steps());
      double[] gradient = sample.gradient(sample.network, pass, window);
      double[] ofLayerGradient = sample.gradient(layer, ofLayer, window);
      for (int parameter = 0; parameter < gradient.length; parameter++) {
        // The sums over time go in opposite directions, so that their last bits differ.
        double size = Math.max(1, Math.abs(ofLayerGradient[parameter])) * (1 + pass.loss());
        assertEquals(ofLayerGradient[parameter], gradient[parameter], 1e-13 * size);
      }
      if (memory) {
        double[] ofStates = Arrays.copyOf(pass.hiddenGradients, sample.trainSteps);
        assertArrayEquals(Arrays.copyOf(ofLayer.hiddenGradients, sample.trainSteps), ofStates);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void aWindowAsLongAsTheSequenceCutsNothing(Sample.Kind kind) {
    Rng rng = new Rng(5, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, rng);
      double[] full = sample.gradient(FULL);
      assertArrayEquals(full, sample.gradient(sample.steps()));
      assertArrayEquals(full, sample.gradient(sample.trainSteps));
      assertArrayEquals(full, sample.gradient(sample.trainSteps + rng.nextInt(10)));
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void aTruncatedGradientIsTheSumOfThoseOfItsWindows(Sample.Kind kind) {
    Rng rng = new Rng(6, 0);
    int cut = 0;
    int kinks = 0;
    for (int i = 0; i < 80; i++) {
      Sample sample = Sample.of(kind, true, rng);
      int window = 1 + rng.nextInt(Math.min(6, sample.steps()));
      double[] gradient = sample.gradient(window);
      double[] full = sample.gradient(FULL);
      cut += Arrays.equals(gradient, full) ? 0 : 1;
      for (int parameter = 0; parameter < gradient.length; parameter++) {
        double slope = sumOfWindows(sample, window, parameter, 1e-4);
        double size = Math.max(1 + sample.forward().loss(), Math.abs(slope));
        if (kind.isRectified() && Math.abs(slope - gradient[parameter]) > 1e-8 * size) {
          // Near the kink of ReLU, a smaller difference may have none within.
          slope = sumOfWindows(sample, window, parameter, 1e-6);
          kinks++;
        }
        assertEquals(slope, gradient[parameter], 1e-8 * size, sample + ", window " + window);
      }
    }
    assertTrue(cut > 20, "cut: " + cut);
    assertTrue(kinks < 100, "kinks: " + kinks);
  }

  /** The central difference of each window's own loss, with the state before it held fixed. */
  private static double sumOfWindows(Sample sample, int window, int parameter, double h) {
    PlainNetwork whole = plain(sample, sample.parameters).run();
    double sum = 0;
    for (int first = 1; first <= sample.trainSteps; first += window) {
      int last = Math.min(sample.trainSteps, first + window - 1);
      double[] losses = new double[4];
      double[] at = {-2 * h, -h, h, 2 * h};
      for (int i = 0; i < at.length; i++) {
        double[] changed = sample.parameters.clone();
        changed[parameter] += at[i];
        PlainNetwork part = plain(sample, changed);
        part.h[first - 1] = whole.h[first - 1].clone();
        part.c[first - 1] = whole.c[first - 1].clone();
        losses[i] = part.run(first, last).loss(sample.targets, first, last, sample.trainSteps);
      }
      sum += (8 * (losses[2] - losses[1]) - (losses[3] - losses[0])) / (12 * h);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void whatReachesAHiddenStateIsTheSlopeOfTheLossToIt(Sample.Kind kind) {
    Rng rng = new Rng(7, 0);
    int wrong = 0;
    int compared = 0;
    for (int i = 0; i < 100; i++) {
      Sample sample = Sample.of(kind, true, rng);
      Pass pass = sample.forward();
      double[] gradient = sample.gradient(sample.network, pass, FULL);
      assertEquals(sample.parameters.length, gradient.length);
      for (int t = 1; t <= sample.steps(); t++) {
        for (int unit = 0; unit < sample.shape.hiddenSize(); unit++) {
          double slope = slopeToState(sample, t, unit);
          double size = Math.max(1 + pass.loss(), Math.abs(slope));
          compared++;
          wrong += Math.abs(slope - pass.hiddenGradient(t - 1, unit)) > 1e-8 * size ? 1 : 0;
        }
      }
    }
    // Only ReLU has kinks, where a difference is no slope.
    assertTrue(wrong <= (kind.isRectified() ? compared / 100 : 0), "wrong: " + wrong);
  }

  private static double slopeToState(Sample sample, int t, int unit) {
    double h = 1e-4;
    double[] at = {-2 * h, -h, h, 2 * h};
    double[] losses = new double[4];
    for (int i = 0; i < at.length; i++) {
      PlainNetwork plain = plain(sample, sample.parameters).run();
      plain.nudge(t, unit, at[i]);
      int steps = sample.trainSteps;
      losses[i] = plain.run(t + 1, sample.steps()).loss(sample.targets, 1, steps, steps);
    }
    return (8 * (losses[2] - losses[1]) - (losses[3] - losses[0])) / (12 * h);
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void withoutMemoryAnOutputDependsOnNoEarlierInput(Sample.Kind kind) {
    Rng rng = new Rng(8, 0);
    int changedByMemory = 0;
    for (int i = 0; i < NETWORKS; i++) {
      boolean memory = i % 2 == 0;
      Sample sample = Sample.of(kind, memory, rng);
      int steps = sample.steps();
      int kept = rng.nextInt(steps);
      double[] changed = sample.inputs.clone();
      for (int j = 0; j < kept * sample.network.inputSize(); j++) {
        changed[j] = rng.uniform(-9, 9);
      }
      double[] before = sample.forward().outputs;
      double[] after = sample.forward(sample.network, sample.parameters, changed).outputs;
      boolean same =
          Arrays.equals(
              Arrays.copyOfRange(before, kept, steps), Arrays.copyOfRange(after, kept, steps));
      assertTrue(memory || same, sample.toString());
      changedByMemory += same ? 0 : 1;
    }
    assertTrue(changedByMemory > NETWORKS / 5, "changed: " + changedByMemory);
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void withoutMemoryEveryStepIsAFirstStep(Sample.Kind kind) {
    Rng rng = new Rng(9, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, false, rng);
      int width = sample.network.inputSize();
      Pass pass = sample.forward();
      Pass alone = sample.network.newPass(1);
      for (int t = 0; t < sample.steps(); t++) {
        double[] input = Arrays.copyOfRange(sample.inputs, t * width, (t + 1) * width);
        sample.network.step(sample.parameters, input, alone, 0);
        assertEquals(alone.output(0), pass.output(t), sample.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.unrolled.nn.Sample#kinds")
  void heldWeightsHaveNoGradientAndNoInfluenceWhateverTheWindow(Sample.Kind kind) {
    Rng rng = new Rng(10, 0);
    for (int i = 0; i < NETWORKS; i++) {
      Sample sample = Sample.of(kind, false, rng);
      int window = 1 + rng.nextInt(sample.steps());
      double[] gradient = sample.gradient(window);
      double[] full = sample.gradient(FULL);
      for (int parameter = 0; parameter < gradient.length; parameter++) {
        if (sample.isHeld(parameter)) {
          assertEquals(0, gradient[parameter], sample.toString());
        }
      }
      assertArrayEquals(full, gradient, sample.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void stepsThatOnlyTestLeaveLossAndGradientAlone(int width) {
    Rng rng = new Rng(11, 0);
    for (Sample.Kind kind : Sample.kinds()) {
      for (int i = 0; i < NETWORKS / 5; i++) {
        Sample sample = new Sample(Sample.of(kind, rng).shape, width, rng);
        int steps = sample.trainSteps;
        Pass shorter = sample.network.newPass(steps);
        double[] inputs = Arrays.copyOf(sample.inputs, steps * width);
        double[] targets = Arrays.copyOf(sample.targets, steps);
        double loss = sample.network.forward(sample.parameters, inputs, targets, shorter);
        double[] gradient = new double[sample.parameters.length];
        sample.network.backward(sample.parameters, inputs, targets, shorter, FULL, gradient);
        assertEquals(loss, sample.forward().loss());
        assertArrayEquals(gradient, sample.gradient(FULL), sample.toString());
      }
    }
  }

  private static PlainNetwork plain(Sample sample, double[] parameters) {
    return new PlainNetwork(sample.shape, sample.network, parameters, sample.inputs, sample.start);
  }

  private static void assertSameForward(Pass expected, Pass actual, Sample sample) {
    assertArrayEquals(expected.preActivations, actual.preActivations, sample.toString());
    assertArrayEquals(expected.gates, actual.gates, sample.toString());
    assertArrayEquals(expected.slopes, actual.slopes, sample.toString());
    assertArrayEquals(expected.candidateMemories, actual.candidateMemories, sample.toString());
    assertArrayEquals(expected.cellStates, actual.cellStates, sample.toString());
    assertArrayEquals(expected.hiddenStates, actual.hiddenStates, sample.toString());
    assertArrayEquals(expected.outputs, actual.outputs, sample.toString());
  }

  private static void assertClose(double expected, double actual, Sample sample) {
    assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)), sample.toString());
  }
}
