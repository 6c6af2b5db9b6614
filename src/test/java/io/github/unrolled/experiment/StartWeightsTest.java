package io.github.unrolled.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.ScalarParameter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start weights are the page's own or come from the seed. */
class StartWeightsTest {
  private static final NetworkShape SHAPE = NetworkShape.unit(Activation.TANH);

  @Test
  void theDefaultIsThatOfThePageForEverySeed() {
    Numbers start = StartWeights.DEFAULT.of(SHAPE, 1);
    assertEquals(1, start.get(ScalarParameter.INPUT_WEIGHT.index()));
    assertEquals(0.5, start.get(ScalarParameter.HIDDEN_WEIGHT.index()));
    assertEquals(1, start.get(ScalarParameter.OUTPUT_WEIGHT.index()));
    assertEquals(0, start.get(ScalarParameter.HIDDEN_BIAS.index()));
    assertEquals(0, start.get(ScalarParameter.OUTPUT_BIAS.index()));
    assertEquals(start, StartWeights.DEFAULT.of(SHAPE, 2));
  }

  @Test
  void theSeedDecidesTheOthersWithinMinusOneAndOne() {
    Set<Numbers> all = new HashSet<>();
    double lowest = 0;
    double highest = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Numbers start = StartWeights.SEEDED.of(SHAPE, seed);
      assertEquals(start, StartWeights.SEEDED.of(SHAPE, seed));
      all.add(start);
      for (double weight : start.toArray()) {
        assertTrue(weight >= -1 && weight < 1);
        lowest = Math.min(lowest, weight);
        highest = Math.max(highest, weight);
      }
    }
    assertEquals(1_000, all.size());
    assertTrue(lowest < -0.99 && highest > 0.99);
  }

  @Test
  void theyAreNotTheFirstDrawsOfRandomSearch() {
    Rng search = new Rng(5, 1);
    assertNotEquals(search.uniform(-1, 1), StartWeights.SEEDED.of(SHAPE, 5).get(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1e9, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void notEveryNumberIsASeed(double seed) {
    assertFalse(Start.isSeed(seed));
    assertTrue(Start.isSeed(0) && Start.isSeed(999_999_999));
  }

  @Test
  void aStartRefusesAnotherSeed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Start(StartWeights.DEFAULT, -1, Numbers.of(), Numbers.of()));
  }
}
