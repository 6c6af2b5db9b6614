package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.insight.PointNumbers;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Points;
import io.github.unrolled.nn.Network;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.OptimizerKind;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers of checkpoints and of tries are told apart by their serial numbers. */
class PointsTest {
  /** So many that a timeline has room for few checkpoints. */
  private static final int PARAMETERS = 3000;

  /** Each point has a first coordinate of its own, to see how often it is measured. */
  private static void assertNumbersAreOf(Points row, PointNumbers numbers) {
    double last = -1;
    for (int i = 0; i < row.size(); i++) {
      assertTrue(row.serial(i) > last, "serial numbers ascend");
      last = row.serial(i);
      if (i < numbers.size()) {
        assertEquals(row.parameter(i, 0), numbers.number(i, 0));
        assertEquals(row.parameter(i, 1), numbers.number(i, 1));
      }
    }
  }

  private static PointNumbers measuredOnce() {
    Set<Double> known = new HashSet<>();
    return new PointNumbers(
        2,
        (point, numbers) -> {
          assertTrue(known.add(point.applyAsDouble(0)), "measured twice");
          numbers[0] = point.applyAsDouble(0);
          numbers[1] = point.applyAsDouble(1);
        });
  }

  @Test
  void numbersOfCheckpointsSurviveMakingRoomButNoRewind() {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      Timeline timeline = new Timeline(PARAMETERS, new LossCurve(2));
      PointNumbers numbers = measuredOnce();
      double[] parameters = new double[PARAMETERS];
      boolean[] madeRoom = new boolean[1];
      boolean[] wentBack = new boolean[1];
      for (int round = 0; round < 400; round++) {
        if (timeline.size() > 0 && random.nextInt(25) == 0) {
          timeline.rewind(timeline.epoch(random.nextInt(timeline.size())));
          wentBack[0] = true;
        }
        for (int i = random.nextInt(9); i > 0; i--) {
          int before = timeline.size();
          parameters[0]++;
          parameters[1] = random.nextDouble();
          timeline.keep(parameters, OptimizerKind.SGD.newOptimizer(PARAMETERS));
          madeRoom[0] |= timeline.size() < before;
        }
        int[] left = {random.nextInt(7)};
        boolean complete = numbers.follow(timeline, () -> left[0]-- > 0);
        assertEquals(complete, numbers.size() == timeline.size());
        assertNumbersAreOf(timeline, numbers);
      }
      assertTrue(madeRoom[0] && wentBack[0], "both happened");
    }
  }

  @Test
  void numbersOfTriesSurviveMakingRoom() {
    Random random = new Random(1);
    double[] inputs = {1, -0.5, 0.25};
    double[] targets = {-0.5, 0.25, 0.8};
    Network network = NetworkShape.unit(Activation.TANH).newNetwork();
    RandomSearch search = new RandomSearch(network, draw -> {}, inputs, targets, 1);
    PointNumbers numbers = measuredOnce();
    for (int round = 0; round < 2000; round++) {
      for (int i = random.nextInt(9); i > 0; i--) {
        search.attempt();
      }
      int[] left = {random.nextInt(7)};
      numbers.follow(search, () -> left[0]-- > 0);
      assertNumbersAreOf(search, numbers);
    }
    assertEquals(search.tries() - 1, search.serial(search.size() - 1), search.serial(1) - 1);
    assertTrue(search.serial(1) > 2, "some were dropped");
  }
}
