package io.github.unrolled.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.OtherNetwork;
import io.github.unrolled.nn.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random search draws from its range, reproducibly, and keeps the best. */
class RandomSearchTest {
  private static final double[] INPUTS = {1, -0.5, 0.25, 0.8};
  private static final double[] TARGETS = {-0.5, 0.25, 0.8, 1};

  @ParameterizedTest
  @EnumSource
  void theBestIsTheBestOfAllDraws(Activation activation) {
    Recorder recorder = new Recorder(activation);
    RandomSearch search = new RandomSearch(recorder, drawn -> {}, INPUTS, TARGETS, 5);
    assertFalse(search.hasBest());
    assertEquals(Double.POSITIVE_INFINITY, search.bestLoss());
    double previous = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 500; i++) {
      search.attempt();
      assertTrue(search.bestLoss() <= previous, "the best loss rose");
      previous = search.bestLoss();
    }
    int best = recorder.losses.indexOf(search.bestLoss());
    assertEquals(500, search.tries());
    assertEquals(recorder.losses.stream().mapToDouble(x -> x).min().orElseThrow(), previous);
    assertArrayEquals(recorder.draws.get(best), search.best());
  }

  @Test
  void drawsFillTheRangeOfTheSliders() {
    Recorder recorder = new Recorder(Activation.TANH);
    RandomSearch search = new RandomSearch(recorder, drawn -> {}, INPUTS, TARGETS, 1);
    for (int i = 0; i < 2_000; i++) {
      search.attempt();
    }
    for (int parameter = 0; parameter < 5; parameter++) {
      int index = parameter;
      double[] drawn = recorder.draws.stream().mapToDouble(draw -> draw[index]).sorted().toArray();
      assertTrue(drawn[0] >= -3 && drawn[0] < -2.98);
      assertTrue(drawn[drawn.length - 1] < 3 && drawn[drawn.length - 1] > 2.98);
      assertEquals(0, Arrays.stream(drawn).average().orElseThrow(), 0.2);
    }
  }

  @Test
  void theSeedDecidesEveryDraw() {
    assertEquals(drawsOf(7), drawsOf(7));
    assertNotEquals(drawsOf(7), drawsOf(8));
  }

  @Test
  void theCurveIsTheImprovements() {
    RandomSearch search =
        new RandomSearch(
            NetworkShape.unit(Activation.TANH).newNetwork(), drawn -> {}, INPUTS, TARGETS, 3);
    List<Double> work = new ArrayList<>();
    List<Double> loss = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      double before = search.bestLoss();
      search.attempt();
      if (search.bestLoss() < before) {
        work.add((double) i);
        loss.add(search.bestLoss());
      }
    }
    assertEquals(work, Arrays.stream(search.curve().work()).boxed().toList());
    assertEquals(loss, Arrays.stream(search.curve().loss()).boxed().toList());
  }

  @Test
  void aDrawThatOverflowsIsNeverTheBest() {
    double[] huge = {1e308, 1e308, 1e308, 1e308};
    RandomSearch search =
        new RandomSearch(
            NetworkShape.unit(Activation.LINEAR).newNetwork(), drawn -> {}, huge, TARGETS, 3);
    for (int i = 0; i < 100; i++) {
      search.attempt();
    }
    assertEquals(100, search.tries());
    assertFalse(search.hasBest());
    assertArrayEquals(new double[5], search.best());
    assertEquals(0, search.curve().size());
  }

  @Test
  void theSampleIsEveryKthTry() {
    Recorder recorder = new Recorder(Activation.TANH);
    RandomSearch search = new RandomSearch(recorder, drawn -> {}, INPUTS, TARGETS, 4);
    int stride = 1;
    for (int tries = 1; tries <= 3_000; tries++) {
      search.attempt();
      while ((tries - 1) / stride >= 256) {
        stride *= 2;
      }
      assertEquals((tries - 1) / stride + 1, search.size());
      for (int i = 0; i < search.size(); i++) {
        double[] draw = recorder.draws.get(i * stride);
        for (int p = 0; p < draw.length; p++) {
          assertEquals(draw[p], search.parameter(i, p));
        }
      }
    }
    double[] best = search.best();
    for (int p = 0; p < best.length; p++) {
      assertEquals(best[p], search.best(p));
    }
  }

  @Test
  void theSampleOfTheLargestNetworkFitsIntoAMegabyte() {
    NetworkShape shape = new NetworkShape(CellType.LSTM, 32, Activation.TANH, true);
    RandomSearch search = new RandomSearch(shape.newNetwork(), shape::hold, INPUTS, TARGETS, 4);
    int most = 0;
    for (int i = 0; i < 100; i++) {
      search.attempt();
      most = Math.max(most, search.size());
    }
    assertEquals(28, most);
    assertEquals(25, search.size());
  }

  private static List<List<Double>> drawsOf(int seed) {
    Recorder recorder = new Recorder(Activation.TANH);
    RandomSearch search = new RandomSearch(recorder, drawn -> {}, INPUTS, TARGETS, seed);
    for (int i = 0; i < 20; i++) {
      search.attempt();
    }
    return recorder.draws.stream().map(draw -> Arrays.stream(draw).boxed().toList()).toList();
  }

  /** Records the parameters of each run and their loss. */
  private static final class Recorder extends OtherNetwork {
    final List<double[]> draws = new ArrayList<>();
    final List<Double> losses = new ArrayList<>();

    Recorder(Activation activation) {
      super(NetworkShape.unit(activation).newNetwork());
    }

    @Override
    public double forward(double[] parameters, double[] inputs, double[] targets, Pass pass) {
      double loss = super.forward(parameters, inputs, targets, pass);
      draws.add(parameters.clone());
      losses.add(loss);
      return loss;
    }
  }
}
