package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Yardsticks;
import io.github.unrolled.insight.Baselines;
import io.github.unrolled.insight.MemoryVerdict;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/** What a loss says about the memory of a network, in words. */
public final class MemoryWords {
  /** Greatest relative difference between epoch counts that count as alike. */
  private static final double ALIKE = 0.2;

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public MemoryWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Says what the loss of the network shown tells of its memory, in one or two sentences. */
  public String ofMemory(State state, Yardsticks yardsticks) {
    NetworkShape shape = state.experiment().shape();
    Baselines baselines = yardsticks.baselines();
    boolean linear = shape.cell() == CellType.ELMAN && shape.activation() == Activation.LINEAR;
    boolean twoValues = yardsticks.inputsHaveTwoValues();
    double loss = state.snapshot().loss();
    String line = numbers.loss(baselines.line());
    double testLoss = state.snapshot().testLoss();
    Baselines tested = yardsticks.tested();
    return switch (MemoryVerdict.of(
        loss, baselines, testLoss, tested, shape.memory(), linear || twoValues)) {
      case NONE -> "The loss is not finite: it says nothing about memory.";
      case MEMORY_OFF ->
          isUntrained(state.snapshot())
              ? "Memory is off and the weights are back at their start: train to see what is left."
              : "No memory: this is what is left, " + numbers.loss(loss) + "." + earlier(state, "");
      case LINE_SOLVES ->
          baselines.mean() == 0
              ? "Always the same answer solves this task: the loss cannot show memory here; look at"
                  + " the states."
              : "A line without memory solves this task (loss "
                  + line
                  + "): the loss cannot show memory here.";
      case WORSE_THAN_MEAN ->
          "Worse than always answering with the mean, which gives "
              + numbers.loss(baselines.mean())
              + ": nothing has been learnt yet.";
      case NOTHING_SHOWN ->
          "A line without memory already reaches "
              + line
              + ": nothing here shows that the network remembers.";
      case HARDLY_SHOWN ->
          "Below the best line, "
              + line
              + ", but by next to nothing beside the mean’s "
              + numbers.loss(baselines.mean())
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

  private String byHeart(State state, double testLoss, @Nullable Baselines tested) {
    double mean = tested == null ? 0 : tested.mean();
    double line = tested == null ? 0 : tested.line();
    int steps = state.problem().steps() - state.problem().trainSteps();
    return "Learnt by heart: on the "
        + (steps == 1 ? "step" : steps + " steps")
        + " it has not seen the loss is "
        + numbers.loss(testLoss)
        + (testLoss < Math.min(mean, line) ? ", hardly" : ", no")
        + " better than "
        + (line < mean ? "the best line, " : "always answering with the mean, ")
        + numbers.loss(Math.min(mean, line))
        + ".";
  }

  private boolean isUntrained(Snapshot snapshot) {
    return snapshot.method() == Method.BPTT && snapshot.epochs() == 0;
  }

  /** Gives the loss of the earlier run, if there is one to compare with. */
  private String earlier(State state, String otherwise) {
    Ghost ghost = state.otherMemory();
    if (ghost == null) {
      return otherwise;
    }
    boolean memory = !state.experiment().shape().memory();
    return (memory ? " With" : " Without")
        + " memory it was "
        + numbers.loss(ghost.finalLoss())
        + otherEpochs(ghost, state.snapshot(), memory)
        + ".";
  }

  /** Gives the epochs of that run, if they differ enough to matter. */
  private String otherEpochs(Ghost ghost, Snapshot now, boolean memory) {
    double then = ghost.epochs();
    boolean alike = Math.abs(then - now.epochs()) <= ALIKE * then;
    return alike || now.method() != Method.BPTT
        ? ""
        : " (epoch "
            + numbers.integer(then)
            + (memory ? ", now " + numbers.integer(now.epochs()) : "")
            + ")";
  }
}
