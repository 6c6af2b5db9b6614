package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;

/** Where a network's start parameters come from. */
public enum StartWeights {
  /** The same round numbers every time. */
  DEFAULT("Default", "default") {
    @Override
    Numbers of(NetworkShape shape, int seed) {
      double[] start = new double[shape.newNetwork().parameterCount()];
      start[ElmanUnit.INPUT_WEIGHT] = 1;
      start[ElmanUnit.HIDDEN_WEIGHT] = 0.5;
      start[ElmanUnit.OUTPUT_WEIGHT] = 1;
      return Numbers.of(start);
    }
  },
  /** Drawn uniformly from [-1, 1], which is PyTorch's 1/sqrt(H) for one hidden unit. */
  SEEDED("From the seed", "seeded") {
    @Override
    Numbers of(NetworkShape shape, int seed) {
      Rng rng = new Rng(seed, STREAM);
      double[] start = new double[shape.newNetwork().parameterCount()];
      for (int i = 0; i < start.length; i++) {
        start[i] = rng.uniform(-1, 1);
      }
      return Numbers.of(start);
    }
  };

  /** The generator's stream, apart from that of random search with the same seed. */
  private static final int STREAM = 0;

  private final String label;
  private final String attribute;

  StartWeights(String label, String attribute) {
    this.label = label;
    this.attribute = attribute;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Its value of the attribute {@code start-weights}. */
  String attribute() {
    return attribute;
  }

  /** Start parameters for a network, shape [P]; only a seeded choice looks at the seed. */
  abstract Numbers of(NetworkShape shape, int seed);
}
