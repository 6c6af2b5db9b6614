package io.github.unrolled.ui;

import io.github.unrolled.experiment.Diagnosis;
import io.github.unrolled.experiment.ExactSolution;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.insight.MemoryVerdict;
import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/** Says in words what a loss shows, and why training rests. */
final class LossWords {
  /** Numbers of epochs that differ by no more than this part compare. */
  private static final double ALIKE = 0.2;

  private LossWords() {}

  /** A loss; an exact one is a plain 0. */
  static String loss(double loss) {
    return loss == 0 ? "0" : Text.NUMBERS.significant(loss);
  }

  /** A loss that may be infinite. */
  static String orInfinite(double loss) {
    return loss == Double.POSITIVE_INFINITY ? "∞" : loss(loss);
  }

  /** What the loss of the network shown says about its memory, in one sentence or two. */
  static String ofMemory(State state, Yardsticks yardsticks) {
    NetworkShape shape = state.experiment().shape();
    Baselines baselines = yardsticks.baselines();
    boolean linear = shape.cell() == CellType.ELMAN && shape.activation() == Activation.LINEAR;
    boolean twoValues = yardsticks.inputsHaveTwoValues();
    double loss = state.snapshot().loss();
    String line = loss(baselines.line());
    double testLoss = state.snapshot().testLoss();
    Baselines tested = yardsticks.tested();
    return switch (MemoryVerdict.of(
        loss, baselines, testLoss, tested, shape.memory(), linear || twoValues)) {
      case NONE -> "The loss is not finite: it says nothing about memory.";
      case MEMORY_OFF ->
          isUntrained(state.snapshot())
              ? "Memory is off and the weights are back at their start: train to see what is left."
              : "No memory: this is what is left, " + loss(loss) + "." + earlier(state, "");
      case LINE_SOLVES ->
          baselines.mean() == 0
              ? "Always the same answer solves this task: the loss cannot show memory here; look at"
                  + " the states."
              : "A line without memory solves this task (loss "
                  + line
                  + "): the loss cannot show memory here.";
      case WORSE_THAN_MEAN ->
          "Worse than always answering with the mean, which gives "
              + loss(baselines.mean())
              + ": nothing has been learnt yet.";
      case NOTHING_SHOWN ->
          "A line without memory already reaches "
              + line
              + ": nothing here shows that the network remembers.";
      case HARDLY_SHOWN ->
          "Below the best line, "
              + line
              + ", but by next to nothing beside the mean’s "
              + loss(baselines.mean())
              + ": hardly anything here takes memory.";
      case BY_HEART -> byHeart(state, testLoss, tested);
      case TAKES_MEMORY ->
          "Clearly below the best line, "
              + line
              + ", and "
              + (twoValues
                  ? "for inputs of two values nothing without memory does better"
                  : "a linear network without memory is just a line")
              + ": this takes memory"
              + (tested == null ? "." : ", and carries over to unseen steps.");
      case MEMORY_OR_BEND ->
          "Clearly below the best line, "
              + line
              + ": by memory, or by the bend of the activation."
              + earlier(state, " Memory off shows what is left.");
    };
  }

  private static String byHeart(State state, double testLoss, @Nullable Baselines tested) {
    double mean = tested == null ? 0 : tested.mean();
    double line = tested == null ? 0 : tested.line();
    int steps = state.problem().steps() - state.problem().trainSteps();
    return "Learnt by heart: on the "
        + (steps == 1 ? "step" : steps + " steps")
        + " it has not seen the loss is "
        + loss(testLoss)
        + (testLoss < Math.min(mean, line) ? ", hardly" : ", no")
        + " better than "
        + (line < mean ? "the best line, " : "always answering with the mean, ")
        + loss(Math.min(mean, line))
        + ".";
  }

  private static boolean isUntrained(Snapshot snapshot) {
    return snapshot.method() == Method.BPTT && snapshot.epochs() == 0;
  }

  /** What the earlier run came to, if it is one to compare with. */
  private static String earlier(State state, String otherwise) {
    Ghost ghost = state.otherMemory();
    if (ghost == null) {
      return otherwise;
    }
    boolean memory = !state.experiment().shape().memory();
    return (memory ? " With" : " Without")
        + " memory it was "
        + loss(ghost.finalLoss())
        + otherEpochs(ghost, state.snapshot(), memory)
        + ".";
  }

  /** After how many epochs that was, if a comparison has to mind it. */
  private static String otherEpochs(Ghost ghost, Snapshot now, boolean memory) {
    double then = ghost.epochs();
    boolean alike = Math.abs(then - now.epochs()) <= ALIKE * then;
    return alike || now.method() != Method.BPTT
        ? ""
        : " (epoch "
            + Text.NUMBERS.integer(then)
            + (memory ? ", now " + Text.NUMBERS.integer(now.epochs()) : "")
            + ")";
  }

  /** The name of a verdict; empty if there is none, or none of the three. */
  static String nameOf(@Nullable Diagnosis diagnosis) {
    return diagnosis instanceof Diagnosis.Scale
        ? "Scale"
        : diagnosis instanceof Diagnosis.Capacity
            ? "Capacity"
            : diagnosis == null || diagnosis instanceof Diagnosis.Open ? "" : "Optimization";
  }

  /** Why training rests, with the numbers that this is read from. */
  static String of(Diagnosis diagnosis, State state) {
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
    return "No verdict: training rests at "
        + loss(open.loss())
        + ", and neither a better network of this shape"
        + (open.reached() > open.loss()
            ? ""
            : " than " + nameOf(open.known()) + ", " + loss(open.reached()) + ",")
        + " nor an exact solution is known. Try New weights or more units.";
  }

  private static String of(Diagnosis.Scale scale, State state) {
    boolean raw = state.problem().predictsInput() && !state.problem().units().normalizes();
    return (scale.usual()
            ? "With output weights and bias of −3 to 3"
            : "With the present output weights")
        + " outputs reach "
        + loss(scale.low())
        + " to "
        + loss(scale.high())
        + ", but targets go to "
        + loss(scale.farthest())
        + ": at best a loss of "
        + loss(scale.bound())
        + ". Training "
        + (scale.usual()
            ? "took the "
                + (state.experiment().shape().hiddenSize() == 1 ? "" : "largest ")
                + "output weight to "
                + Text.NUMBERS.significant(scale.weight())
                + ", yet "
            : "")
        + "rests at "
        + loss(scale.loss())
        + (raw
            ? ". Remedy: normalize the inputs."
            : ". Remedy: larger steps, for the output weights to get there.");
  }

  private static String ofDead(State state) {
    return state.experiment().shape().hiddenSize() == 1
        ? "The unit never fires: every state is 0, so that no gradient reaches W_input, W_hidden and"
            + " b_hidden. Raise b_hidden, or try New weights."
        : "No unit ever fires: every state is 0, so that no gradient reaches their weights. Raise"
            + " their biases, or try New weights.";
  }

  private static String of(Diagnosis.Overshoot found) {
    return "The steps are too long: the loss "
        + (found.jumps()
            ? "was "
                + loss(found.before())
                + " before, got as high as "
                + loss(found.worst())
                + " since and is "
                + loss(found.loss())
                + " now"
            : "rests at "
                + loss(found.loss())
                + " though the gradient is far from 0, norm "
                + loss(found.gradientNorm()))
        + ". Try a smaller learning rate.";
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
        + ". Try New weights, another learning rate or optimizer.";
  }

  private static String of(Diagnosis.Capacity found, State state) {
    return "Training rests at "
        + loss(found.loss())
        + (found.reached() > found.loss()
            ? ""
            : ", and "
                + nameOf(found.known())
                + ", "
                + loss(found.reached())
                + ", is no solution either")
        + ". The exact solution takes "
        + unitsOf(found.solution())
        + whatThereIs(found, state.experiment().shape());
  }

  private static String whatThereIs(Diagnosis.Capacity found, NetworkShape shape) {
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
