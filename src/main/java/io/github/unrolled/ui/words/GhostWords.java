package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.OptimizerKind;

/** Names of earlier runs. */
public final class GhostWords {
  private final NumberFormat numbers;

  /** Makes names with numbers in a given format. */
  public GhostWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Names a ghost: by its own name, else by what sets it apart. */
  public String name(Ghost ghost) {
    if (!ghost.name().isEmpty()) {
      return ghost.name();
    }
    Experiment experiment = ghost.experiment();
    if (ghost.origin() == Ghost.Origin.MEMORY_SWITCHED) {
      return experiment.shape().memory() ? "BPTT with memory" : "BPTT without memory";
    }
    boolean branched = ghost.origin() == Ghost.Origin.BRANCHED;
    return settings(experiment) + (branched ? ", to epoch " + numbers.count(ghost.epochs()) : "");
  }

  /** Says after how many epochs a ghost was left. */
  public String length(Ghost ghost) {
    return "after " + numbers.count(ghost.epochs()) + (ghost.epochs() == 1 ? " epoch" : " epochs");
  }

  private String settings(Experiment experiment) {
    NetworkShape shape = experiment.shape();
    OptimizerKind optimizer = experiment.training().optimizer();
    return (shape.hiddenSize() == 1 ? "" : shape.hiddenSize() + " ")
        + (shape.cell() == CellType.ELMAN ? shape.activation().label() : shape.cell().label())
        + (shape.memory() ? "" : " without memory")
        + (optimizer == OptimizerKind.SGD ? "" : ", " + optimizer.label())
        + ", rate "
        + numbers.significant(experiment.training().learningRate())
        + (experiment.start().source().dependsOnSeed(shape)
            ? ", seed " + experiment.start().seed()
            : "")
        + startState(experiment);
  }

  private String startState(Experiment experiment) {
    Numbers state = experiment.start().state();
    if (!experiment.shape().memory() || state.equals(experiment.shape().zeroState())) {
      return "";
    }
    return state.size() == 1 ? ", h₀ " + numbers.significant(state.get(0)) : ", other h₀";
  }
}
