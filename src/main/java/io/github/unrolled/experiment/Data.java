package io.github.unrolled.experiment;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Require;
import io.github.unrolled.task.NumberList;
import io.github.unrolled.task.Problem;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;

/**
 * The data that the network is given.
 *
 * @param task the rule, memory task or custom numbers
 * @param ruleSteps time steps T of a rule; kept while custom numbers are chosen
 * @param own custom numbers; kept while a rule is chosen
 * @param scaling units in which the network sees a sequence; ignored for a memory task
 * @param delay number of steps {@link Task#ECHO} looks back; kept while another task is chosen
 * @param testSteps number of final steps that only test; at least one step always trains
 */
public record Data(
    Task task, int ruleSteps, Numbers own, Scaling scaling, int delay, int testSteps) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if a number or the count of custom numbers is out of range
   */
  public Data {
    Require.range("ruleSteps", ruleSteps, Task.MIN_STEPS, Task.MAX_STEPS);
    Require.range("count of own numbers", own.size(), NumberList.MIN_COUNT, NumberList.MAX_COUNT);
    Require.range("delay", delay, 1, Task.MAX_DELAY);
    Require.range("testSteps", testSteps, 0, stepsOf(task, ruleSteps, own) - 1);
  }

  private static int stepsOf(Task task, int ruleSteps, Numbers own) {
    return task == Task.CUSTOM ? own.size() - 1 : ruleSteps;
  }

  /**
   * The concrete problem of the task.
   *
   * @param seed the seed for a memory task's inputs
   */
  public Problem problem(int seed) {
    return task.problem(ruleSteps, own, scaling, delay, seed).withTrainSteps(trainSteps());
  }

  /** Number of time steps T of the task. */
  public int steps() {
    return stepsOf(task, ruleSteps, own);
  }

  /** Number of training steps, counted from the first. */
  public int trainSteps() {
    return steps() - testSteps;
  }

  /** Whether other data give the network the same numbers for the same seed. */
  boolean isSameProblem(Data other) {
    return task == other.task
        && (task.isMemory() || scaling == other.scaling)
        && (task == Task.CUSTOM ? own.equals(other.own) : ruleSteps == other.ruleSteps)
        && (task != Task.ECHO || delay == other.delay)
        && testSteps == other.testSteps;
  }

  Data withTask(Task chosen) {
    int steps = chosen == Task.CUSTOM ? ruleSteps : chosen.defaultSteps();
    return new Data(chosen, steps, own, scaling, delay, 0);
  }

  /** Returns the data with another length; all steps train if all did before. */
  Data withRuleSteps(int steps) {
    return new Data(task, steps, own, scaling, delay, keptTestSteps(stepsOf(task, steps, own)));
  }

  /** Returns the data with as many custom numbers as there are inputs, and the last target. */
  Data withInputs(Numbers numbers) {
    return new Data(Task.CUSTOM, ruleSteps, numbers, scaling, delay, testSteps);
  }

  Data withOwn(Numbers numbers) {
    int kept = keptTestSteps(stepsOf(task, ruleSteps, numbers));
    return new Data(task, ruleSteps, numbers, scaling, delay, kept);
  }

  private int keptTestSteps(int steps) {
    return Math.min(testSteps, steps - 1);
  }

  Data withScaling(Scaling chosen) {
    return new Data(task, ruleSteps, own, chosen, delay, testSteps);
  }

  Data withDelay(int steps) {
    return new Data(task, ruleSteps, own, scaling, steps, testSteps);
  }

  Data withTestSteps(int steps) {
    return new Data(task, ruleSteps, own, scaling, delay, steps);
  }
}
