package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint holds all that an epoch starts from, and there are never too many. */
class TimelineTest {
  private static final double[] INPUTS = {1, -0.5, 0.25, 0.8, -1, 0.3};
  private static final double[] TARGETS = {-0.5, 0.25, 0.8, -1, 0.3, 0.9};
  private static final Clipping OFF = new Clipping(Clipping.Kind.OFF, 1);

  /** Its checkpoints are 3 (2 x 2113) + 2 numbers each, so that fewer fit than usual. */
  private static final NetworkShape LARGE =
      new NetworkShape(CellType.LSTM, 32, Activation.TANH, true);

  @ParameterizedTest
  @EnumSource
  void checkpointsHoldTheParametersToTheBit(OptimizerKind kind) {
    Bptt bptt = bptt(kind, OFF);
    List<double[]> known = new ArrayList<>();
    for (int epoch = 0; epoch < 3000; epoch++) {
      known.add(bptt.parameters());
      assertNull(bptt.epoch());
    }
    Timeline timeline = bptt.timeline();
    assertEquals(4 * (timeline.size() - 1), timeline.epoch(timeline.size() - 1) / 2);
    for (int i = 0; i < timeline.size(); i++) {
      double[] then = known.get((int) timeline.epoch(i));
      assertArrayEquals(then, timeline.parameters(i));
      assertEquals(then[2], timeline.parameter(i, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingOnFromACheckpointRepeatsTheRunToTheBit(OptimizerKind kind) {
    Random random = new Random(1);
    Clipping clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 0.05);
    Bptt straight = bptt(kind, clipping);
    Bptt wandering = bptt(kind, clipping);
    for (int round = 0; round < 30; round++) {
      int epochs = random.nextInt(400);
      for (int i = 0; i < epochs; i++) {
        assertNull(straight.epoch());
      }
      while (wandering.epochs() < straight.epochs()) {
        assertNull(wandering.epoch());
      }
      if (straight.epochs() > 0) {
        int checkpoint = random.nextInt(wandering.timeline().size());
        wandering.rewind(checkpoint);
        assertEquals(wandering.timeline().epoch(checkpoint), wandering.epochs());
        assertEquals(checkpoint, wandering.timeline().size());
        while (wandering.epochs() < straight.epochs()) {
          assertNull(wandering.epoch());
        }
      }
      assertSame(straight, wandering);
    }
  }

  private static void assertSame(Bptt a, Bptt b) {
    assertArrayEquals(a.parameters(), b.parameters());
    assertArrayEquals(a.curve().work(), b.curve().work());
    assertArrayEquals(a.curve().loss(), b.curve().loss());
    assertArrayEquals(a.curve().clippedWork(1e9), b.curve().clippedWork(1e9));
    assertEquals(a.timeline().size(), b.timeline().size());
    for (int i = 0; i < a.timeline().size(); i++) {
      assertEquals(a.timeline().epoch(i), b.timeline().epoch(i));
      assertEquals(a.timeline().clipped(i), b.timeline().clipped(i));
      assertArrayEquals(a.timeline().parameters(i), b.timeline().parameters(i));
    }
  }

  @Test
  void anOptimizerOfAnotherKindStartsAfresh() {
    for (OptimizerKind then : OptimizerKind.values()) {
      for (OptimizerKind now : OptimizerKind.values()) {
        Bptt bptt = bptt(then, OFF);
        for (int i = 0; i < 10; i++) {
          assertNull(bptt.epoch());
        }
        double[] atFive = bptt.timeline().parameters(5);
        bptt.setOptimizer(now.newOptimizer(5));
        bptt.rewind(5);
        assertNull(bptt.epoch());
        Bptt fresh = bptt(now, OFF);
        fresh.setParameters(atFive);
        assertNull(fresh.epoch());
        if (then != now) {
          assertArrayEquals(fresh.parameters(), bptt.parameters(), then + " to " + now);
        }
      }
    }
  }

  @Test
  void aMillionEpochsKeepAtMost512() {
    Bptt bptt = bptt(OptimizerKind.SGD, OFF);
    for (int epoch = 0; epoch < 1_000_000; epoch++) {
      assertNull(bptt.epoch());
      int size = bptt.timeline().size();
      assertTrue(size <= 512 && (size >= 256 || size == epoch + 1), "size " + size);
    }
    Timeline timeline = bptt.timeline();
    assertEquals(2048, timeline.epoch(1));
    assertEquals(0, timeline.epoch(0));
    assertTrue(timeline.epoch(timeline.size() - 1) > 1_000_000 - 2049);
  }

  @Test
  void aLargeNetworkKeepsFewer() {
    double[] start = new double[LARGE.newNetwork().parameterCount()];
    Timeline timeline = new Timeline(start.length, new LossCurve(2));
    for (int epoch = 0; epoch < 2000; epoch++) {
      if (timeline.due() == epoch) {
        timeline.keep(start, OptimizerKind.ADAM.newOptimizer(start.length));
      }
      double numbers = timeline.size() * (3.0 * start.length + 2);
      assertTrue(numbers <= 1 << 20, "numbers: " + numbers);
    }
    assertTrue(timeline.size() >= 32);
  }

  @Test
  void theLastCheckpointUpToAnEpoch() {
    Bptt bptt = bptt(OptimizerKind.SGD, OFF);
    assertEquals(-1, bptt.timeline().lastUpTo(0));
    for (int epoch = 0; epoch < 600; epoch++) {
      assertNull(bptt.epoch());
    }
    assertEquals(0, bptt.timeline().lastUpTo(1));
    assertEquals(1, bptt.timeline().lastUpTo(2));
    assertEquals(49, bptt.timeline().lastUpTo(99));
    assertEquals(299, bptt.timeline().lastUpTo(1e9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 700, 1023, 1024, 2000})
  void clippingIsKnownHoweverManyCheckpointsAreDropped(int clippedEpoch) {
    Bptt bptt = bptt(OptimizerKind.SGD, OFF);
    for (int epoch = 0; epoch < 3000; epoch++) {
      bptt.setClipping(epoch == clippedEpoch ? new Clipping(Clipping.Kind.GLOBAL_NORM, 1e-6) : OFF);
      assertNull(bptt.epoch());
    }
    Timeline timeline = bptt.timeline();
    for (int i = 1; i < timeline.size(); i++) {
      boolean between = timeline.epoch(i - 1) <= clippedEpoch && clippedEpoch < timeline.epoch(i);
      assertEquals(between, timeline.clipped(i), "checkpoint " + i);
    }
    assertFalse(timeline.clipped(0));
    // By now the curve keeps every fourth epoch.
    assertArrayEquals(new double[] {3 * (clippedEpoch / 4 * 4 + 4)}, bptt.curve().clippedWork(1e9));
  }

  @Test
  void anOverflowTakesItsCheckpointBack() {
    double[] inputs = {1, 0};
    double[] targets = {1, 1};
    NetworkShape shape = NetworkShape.unit(Activation.LINEAR);
    double[] start = {1e10, 1e10, 0, 1e10, 0};
    Bptt bptt =
        new Bptt(
            shape.newNetwork(),
            inputs,
            targets,
            start,
            OptimizerKind.SGD.newOptimizer(5),
            100,
            OFF,
            2);
    Divergence divergence = bptt.epoch();
    while (divergence == null) {
      divergence = bptt.epoch();
    }
    assertNotNull(divergence);
    double[] byHand = {0.1, 0.1, 0, 0.1, 0};
    bptt.setParameters(byHand);
    double epoch = bptt.epochs();
    assertNull(bptt.epoch());
    int last = bptt.timeline().size() - 1;
    assertEquals(epoch, bptt.timeline().epoch(last));
    assertArrayEquals(byHand, bptt.timeline().parameters(last));
  }

  @Test
  void aTrainingThatIsTakenUpGoesOnAsTheOther() {
    Clipping clipping = new Clipping(Clipping.Kind.ELEMENT_WISE, 0.05);
    for (int reached : new int[] {0, 1, 7, 1000, 5003}) {
      Bptt other = bptt(OptimizerKind.SGD, clipping);
      for (int i = 0; i < reached; i++) {
        assertNull(other.epoch());
      }
      Bptt taken = bptt(OptimizerKind.SGD, clipping);
      taken.takeUp(other.parameters(), other.epochs());
      assertEquals(reached, taken.epochs());
      for (int i = 0; i < 3000; i++) {
        assertNull(other.epoch());
        assertNull(taken.epoch());
      }
      assertEquals(other.epochs(), taken.epochs());
      assertArrayEquals(other.parameters(), taken.parameters());
      Timeline timeline = taken.timeline();
      assertEquals(reached, timeline.epoch(0));
      assertEquals(reached * Bptt.WORK_PER_EPOCH, taken.curve().work()[0]);
      double[] then = timeline.parameters(100);
      double at = timeline.epoch(100);
      assertEquals(100, timeline.lastUpTo(at + 0.5));
      double[] end = taken.parameters();
      taken.rewind(100);
      assertEquals(at, taken.epochs());
      assertArrayEquals(then, taken.parameters());
      while (taken.epochs() < reached + 3000) {
        assertNull(taken.epoch());
      }
      assertArrayEquals(end, taken.parameters());
    }
  }

  private static Bptt bptt(OptimizerKind kind, Clipping clipping) {
    double[] start = {1, 0.5, 0, 1, 0};
    return new Bptt(
        NetworkShape.unit(Activation.TANH).newNetwork(),
        INPUTS,
        TARGETS,
        start,
        kind.newOptimizer(start.length),
        0.01,
        clipping,
        4);
  }
}
