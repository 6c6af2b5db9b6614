package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Diagnosis;
import io.github.unrolled.experiment.ExactSolution;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.NetworkShape;
import org.jspecify.annotations.Nullable;

/** Why training rests, in words. */
public final class DiagnosisWords {
  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public DiagnosisWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Name of the verdict; empty if there is no diagnosis or it is still open. */
  public String nameOf(@Nullable Diagnosis diagnosis) {
    return diagnosis instanceof Diagnosis.Scale
        ? "Scale"
        : diagnosis instanceof Diagnosis.Capacity
            ? "Capacity"
            : diagnosis == null || diagnosis instanceof Diagnosis.Open ? "" : "Optimization";
  }

  /** Says why there is no diagnosis. */
  public String of(Diagnosis.Wait wait) {
    return switch (wait) {
      case ANOTHER_NETWORK -> "Told of the network that training has reached, which is not shown.";
      case OVERFLOW -> "The loss is not finite: nothing rests.";
      case SOLVED -> "Nothing is missing: the loss is next to nothing.";
      case TOO_EARLY ->
          "Told from "
              + Diagnosis.LEAST_EPOCHS
              + " epochs on, if training gets nowhere. Scale: the outputs cannot get to the"
              + " targets. Optimization: training does not find what this network can do."
              + " Capacity: the network cannot do it.";
      case GAINING -> "No verdict while training still gains: its last third lowered the loss.";
    };
  }

  /** Explains why training rests, with the numbers that show it. */
  public String of(Diagnosis diagnosis, State state) {
    if (diagnosis instanceof Diagnosis.Scale scale) {
      return of(scale, state);
    }
    if (diagnosis instanceof Diagnosis.Dead) {
      return ofDead(state);
    }
    if (diagnosis instanceof Diagnosis.Overshoot overshoot) {
      return of(overshoot);
    }
    if (diagnosis instanceof Diagnosis.Optimization found) {
      return of(found);
    }
    if (diagnosis instanceof Diagnosis.Capacity found) {
      return of(found, state);
    }
    Diagnosis.Open open = (Diagnosis.Open) diagnosis;
    return "No verdict: training "
        + rests(open.rest())
        + ", and neither a better network of this shape"
        + (open.reached() > open.rest().loss()
            ? ""
            : " than " + nameOf(open.known()) + ", " + numbers.loss(open.reached()) + ",")
        + " nor an exact solution is known. Try New weights or more units.";
  }

  private String of(Diagnosis.Scale scale, State state) {
    boolean raw = state.problem().predictsInput() && !state.problem().units().normalizes();
    return (scale.usual()
            ? "With output weights and bias of −3 to 3"
            : "With the present output weights")
        + " outputs reach "
        + numbers.loss(scale.low())
        + " to "
        + numbers.loss(scale.high())
        + ", but targets go to "
        + numbers.loss(scale.farthest())
        + ": at best a loss of "
        + numbers.loss(scale.bound())
        + ". Training "
        + (scale.usual()
            ? "took the "
                + (state.experiment().shape().hiddenSize() == 1 ? "" : "largest ")
                + "output weight to "
                + numbers.significant(scale.weight())
                + ", yet "
            : "")
        + rests(scale.rest())
        + (scale.rest().jumps()
            ? raw
                ? ". Remedies: normalize the inputs, and smaller steps: these are too long, too."
                : ". The steps are too long, too. Remedy: smaller ones, but many more of them."
            : raw
                ? ". Remedy: normalize the inputs."
                : ". Remedy: larger steps, for the output weights to get there.");
  }

  /** Where the loss stays, or between what it jumps, as the predicate of training. */
  private String rests(Diagnosis.Rest rest) {
    return rest.jumps()
        ? "jumps between " + numbers.loss(rest.least()) + " and " + numbers.loss(rest.most())
        : "rests at " + numbers.loss(rest.loss());
  }

  private String ofDead(State state) {
    return state.experiment().shape().hiddenSize() == 1
        ? "The unit never fires: every state is 0, so that no gradient reaches W_input, W_hidden and"
            + " b_hidden. Raise b_hidden, or try New weights."
        : "No unit ever fires: every state is 0, so that no gradient reaches their weights. Raise"
            + " their biases, or try New weights.";
  }

  private String of(Diagnosis.Overshoot found) {
    return "The steps are too long: the loss "
        + rests(found.rest())
        + (found.jumps()
            ? found.wasBelow() ? ", and was " + numbers.loss(found.before()) + " before" : ""
            : " though the gradient is far from 0, norm " + numbers.loss(found.gradientNorm()))
        + ". Try a smaller learning rate.";
  }

  private String of(Diagnosis.Optimization found) {
    String reached = numbers.loss(found.reached());
    String better =
        switch (found.known()) {
          case LINE -> "A line without memory reaches " + reached;
          case LINEAR_UNIT ->
              "The best single linear unit that does not explode reaches " + reached;
          case EXACT_SOLUTION -> "The task has an exact solution";
          case BY_HEART -> "With a unit for each step the answers can be learnt by heart";
          case RANDOM_SEARCH -> "Random search found weights with " + reached;
        };
    return better
        + (found.known() == Diagnosis.Known.RANDOM_SEARCH
            ? ""
            : ", and this network can come as near to it as you like")
        + ", yet training "
        + rests(found.rest())
        + ". Try New weights, another learning rate or optimizer.";
  }

  private String of(Diagnosis.Capacity found, State state) {
    return "Training "
        + rests(found.rest())
        + (found.reached() > found.rest().loss()
            ? ""
            : ", and "
                + nameOf(found.known())
                + ", "
                + numbers.loss(found.reached())
                + ", is no solution either")
        + ". "
        + ofLack(found, state);
  }

  /** Says what the exact solution takes and what there is. */
  public String ofLack(Diagnosis.Capacity found, State state) {
    return "The exact solution takes "
        + unitsOf(found.solution())
        + whatThereIs(found, state.experiment().shape());
  }

  private String whatThereIs(Diagnosis.Capacity found, NetworkShape shape) {
    if (!shape.memory()) {
      return " with memory, which is off.";
    }
    String kind = shape.activation().label();
    boolean never = found.needed() == Integer.MAX_VALUE;
    return (never || found.needed() == found.solution().shape().hiddenSize()
            ? ""
            : ", or " + found.needed() + " " + kind + " units")
        + "; this network has "
        + shape.hiddenSize()
        + (never ? " " + kind : "")
        + ".";
  }

  /** Count and kind of the units that a solution takes. */
  public String unitsOf(ExactSolution solution) {
    int size = solution.shape().hiddenSize();
    return size + " " + solution.shape().activation().label() + (size == 1 ? " unit" : " units");
  }

  private String nameOf(Diagnosis.Known known) {
    return switch (known) {
      case LINE -> "a line without memory";
      case LINEAR_UNIT -> "the best single linear unit that does not explode";
      case RANDOM_SEARCH -> "the best random try";
      case EXACT_SOLUTION, BY_HEART -> "a perfect one";
    };
  }
}
