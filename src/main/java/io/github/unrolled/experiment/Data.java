package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.task.NumberList;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;

/**
 * What the network is given.
 *
 * @param task the rule, or own numbers
 * @param ruleSteps time steps T of a rule; kept while own numbers are chosen
 * @param own own numbers; kept while a rule is chosen
 * @param scaling in which units the network sees them
 */
public record Data(Task task, int ruleSteps, Numbers own, Scaling scaling) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if the steps or the count of own numbers are out of range
   */
  public Data {
    if (ruleSteps < Task.MIN_STEPS || ruleSteps > Task.MAX_STEPS) {
      throw new IllegalArgumentException(
          "ruleSteps: expected " + Task.MIN_STEPS + " to " + Task.MAX_STEPS + ", got " + ruleSteps);
    }
    if (own.size() < NumberList.MIN_COUNT || own.size() > NumberList.MAX_COUNT) {
      throw new IllegalArgumentException(
          "own: expected "
              + NumberList.MIN_COUNT
              + " to "
              + NumberList.MAX_COUNT
              + " numbers, got "
              + own.size());
    }
  }

  /** The task made concrete. */
  public Problem problem() {
    return Problem.nextValue(task.values(ruleSteps, own), scaling);
  }

  /** Time steps T that the task has. */
  public int steps() {
    return task == Task.CUSTOM ? own.size() - 1 : ruleSteps;
  }

  /** Whether other data give the network the same numbers. */
  boolean isSameSequence(Data other) {
    return task == other.task
        && scaling == other.scaling
        && (task == Task.CUSTOM ? own.equals(other.own) : ruleSteps == other.ruleSteps);
  }

  Data withTask(Task chosen) {
    int steps = chosen == Task.CUSTOM ? ruleSteps : chosen.defaultSteps();
    return new Data(chosen, steps, own, scaling);
  }

  Data withRuleSteps(int steps) {
    return new Data(task, steps, own, scaling);
  }

  Data withOwn(Numbers numbers) {
    return new Data(task, ruleSteps, numbers, scaling);
  }

  Data withScaling(Scaling chosen) {
    return new Data(task, ruleSteps, own, chosen);
  }
}
