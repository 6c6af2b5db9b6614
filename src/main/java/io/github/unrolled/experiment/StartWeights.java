package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.ScalarParameter;

/** The sources of a network's start parameters. */
public enum StartWeights {
  /** Fixed round numbers for one Elman unit; larger networks are seeded. */
  DEFAULT("Default") {
    @Override
    public boolean dependsOnSeed(NetworkShape shape) {
      return !shape.isScalar();
    }
  },
  /** Drawn uniformly from [-1/sqrt(H), 1/sqrt(H)], as PyTorch does. */
  SEEDED("From the seed") {
    @Override
    public boolean dependsOnSeed(NetworkShape shape) {
      return true;
    }
  };

  /** Stream of the generator, separate from random search with the same seed. */
  private static final int STREAM = 0;

  private final String label;

  StartWeights(String label) {
    this.label = label;
  }

  /** Name for display. */
  public String label() {
    return label;
  }

  /** Whether another seed gives a network different start parameters. */
  public abstract boolean dependsOnSeed(NetworkShape shape);

  /** Start parameters for a network, shape [P]. */
  Numbers of(NetworkShape shape, int seed) {
    return dependsOnSeed(shape) ? drawn(shape, seed) : fixed();
  }

  private static Numbers fixed() {
    double[] start = new double[ScalarParameter.values().length];
    start[ElmanUnit.INPUT_WEIGHT] = 1;
    start[ElmanUnit.HIDDEN_WEIGHT] = 0.5;
    start[ElmanUnit.OUTPUT_WEIGHT] = 1;
    return Numbers.of(start);
  }

  private static Numbers drawn(NetworkShape shape, int seed) {
    Rng rng = new Rng(seed, STREAM);
    double[] start = new double[shape.newNetwork().parameterCount()];
    double bound = 1 / Math.sqrt(shape.hiddenSize());
    for (int i = 0; i < start.length; i++) {
      start[i] = rng.uniform(-bound, bound);
    }
    return Numbers.of(start);
  }
}
