package io.github.unrolled.ui;

import io.github.unrolled.experiment.Diagnosis;
import io.github.unrolled.experiment.ExactSolution;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.insight.MemoryVerdict;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import org.jspecify.annotations.Nullable;

/** Says in words what a loss shows, and why training rests. */
final class LossWords {
  private LossWords() {}

  /** A loss; an exact one is a plain 0. */
  static String loss(double loss) {
    return loss == 0 ? "0" : Text.NUMBERS.significant(loss);
  }

  /** What the loss of the network shown says about its memory, in one sentence or two. */
  static String ofMemory(State state, Yardsticks yardsticks) {
    NetworkShape shape = state.experiment().shape();
    Baselines baselines = yardsticks.baselines();
    boolean linear = shape.cell() == CellType.ELMAN && shape.activation() == Activation.LINEAR;
    boolean twoValues = yardsticks.inputsHaveTwoValues();
    double loss = state.snapshot().loss();
    String line = loss(baselines.line());
    return switch (MemoryVerdict.of(loss, baselines, shape.memory(), linear || twoValues)) {
      case NONE -> "The loss is not finite: it says nothing about memory.";
      case MEMORY_OFF ->
          "No memory: this is what is left, " + loss(loss) + "." + earlier(state, "");
      case LINE_SOLVES ->
          (baselines.mean() == 0
                  ? "Always the same answer solves this task"
                  : "A line without memory solves this task (loss " + line + ")")
              + ": nothing here can show that the network remembers.";
      case WORSE_THAN_MEAN ->
          "Worse than always answering with the mean, which gives "
              + loss(baselines.mean())
              + ": nothing has been learnt yet.";
      case NOTHING_SHOWN ->
          "A line without memory already reaches "
              + line
              + ": nothing here shows that the network remembers.";
      case TAKES_MEMORY ->
          "Clearly below the best line, "
              + line
              + ", and "
              + (twoValues
                  ? "for inputs of two values nothing without memory does better"
                  : "a linear network without memory is just a line")
              + ": this takes memory.";
      case MEMORY_OR_BEND ->
          "Clearly below the best line, "
              + line
              + ": by memory, or by the bend of the activation."
              + earlier(state, " Memory off shows what is left.");
    };
  }

  /** What the earlier run came to, if it is one to compare with. */
  private static String earlier(State state, String otherwise) {
    Ghost ghost = state.ghost();
    if (ghost == null || ghost.memory() == state.experiment().shape().memory()) {
      return otherwise;
    }
    return (ghost.memory() ? " With" : " Without")
        + " memory it was "
        + loss(finalLoss(ghost))
        + ".";
  }

  /** Where the curve of an earlier run ends. */
  static double finalLoss(Ghost ghost) {
    Numbers losses = ghost.curve().loss();
    return losses.size() == 0 ? Double.NaN : losses.get(losses.size() - 1);
  }

  /** The name of a verdict; empty if there is none, or none of the three. */
  static String nameOf(@Nullable Diagnosis diagnosis) {
    return diagnosis instanceof Diagnosis.Scale
        ? "Scale"
        : diagnosis instanceof Diagnosis.Optimization
            ? "Optimization"
            : diagnosis instanceof Diagnosis.Capacity ? "Capacity" : "";
  }

  /** Why training rests, with the numbers that this is read from. */
  static String of(Diagnosis diagnosis, State state) {
    if (diagnosis instanceof Diagnosis.Scale scale) {
      return of(scale, state);
    }
    if (diagnosis instanceof Diagnosis.Optimization found) {
      return of(found);
    }
    if (diagnosis instanceof Diagnosis.Capacity found) {
      return of(found, state);
    }
    Diagnosis.Open open = (Diagnosis.Open) diagnosis;
    return "No verdict: training rests at "
        + loss(open.loss())
        + ", and neither a better network of this shape than "
        + nameOf(open.known())
        + ", "
        + loss(open.reached())
        + ", nor an exact solution is known. Try another seed or more units.";
  }

  private static String of(Diagnosis.Scale scale, State state) {
    boolean raw = state.problem().predictsInput() && !state.problem().units().normalizes();
    return (scale.usual()
            ? "With output weights and bias between −3 and 3"
            : "With the present output weights")
        + " the outputs reach "
        + loss(scale.low())
        + " to "
        + loss(scale.high())
        + ", but targets go to "
        + loss(scale.farthest())
        + ": at best a loss of "
        + loss(scale.bound())
        + ". Training rests at "
        + loss(scale.loss())
        + (raw
            ? ". Remedy: normalize the inputs."
            : ". Remedy: larger steps, for the output weights to get there.");
  }

  private static String of(Diagnosis.Optimization found) {
    String reached = loss(found.reached());
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
        + ", yet training rests at "
        + loss(found.loss())
        + ". Try another seed, learning rate or optimizer.";
  }

  private static String of(Diagnosis.Capacity found, State state) {
    return "Training rests at "
        + loss(found.loss())
        + ", about as good as this network gets"
        + (state.experiment().shape().memory() ? ": " : " without memory: ")
        + nameOf(found.known())
        + " reaches "
        + loss(found.reached())
        + ". The exact solution takes "
        + unitsOf(found.solution())
        + " with memory.";
  }

  /** How many units of which kind a solution takes. */
  static String unitsOf(ExactSolution solution) {
    int size = solution.shape().hiddenSize();
    return size + " " + solution.shape().activation().label() + (size == 1 ? " unit" : " units");
  }

  private static String nameOf(Diagnosis.Known known) {
    return switch (known) {
      case LINE -> "a line without memory";
      case LINEAR_UNIT -> "the best single linear unit that does not explode";
      case RANDOM_SEARCH -> "the best random try";
      case EXACT_SOLUTION, BY_HEART -> "a perfect one";
    };
  }
}
