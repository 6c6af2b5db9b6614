package io.github.unrolled.experiment;

import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The state that views draw from; immutable except where noted.
 *
 * @param experiment the settings
 * @param problem the concrete problem of the task
 * @param snapshot the network shown and the run's progress
 * @param run the position of the run and its past
 * @param activity the work that goes on from frame to frame
 * @param compared the results that the run is compared with
 * @param pointed the step, parameter and unit pointed at
 * @param look the visible parts of the playground
 * @param changes numbers of changes that can be undone and redone
 */
public record State(
    Experiment experiment,
    Problem problem,
    Snapshot snapshot,
    RunState run,
    Activity activity,
    Compared compared,
    Pointed pointed,
    Look look,
    Changes changes) {

  /** Whether the numbers change from frame to frame. */
  public boolean isRunning() {
    return activity.isAny();
  }

  /** Whether an earlier checkpoint of training is displayed. */
  public boolean showsPast() {
    return run.checkpoint() >= 0;
  }

  /** The newest ghost of the same network with memory switched the other way, or null. */
  public @Nullable Ghost otherMemory() {
    return compared.otherMemoryOf(experiment);
  }

  /** Whether there is a step after the cursor. */
  public boolean canStepForward() {
    return experiment.cursor() < problem.steps();
  }

  /** Whether there is a step before the cursor. */
  public boolean canStepBack() {
    return experiment.cursor() > 0;
  }

  /** The step that detail texts describe: the one pointed at, else the cursor's; 0 for none. */
  public int focusStep() {
    return pointed.step() > 0 ? pointed.step() : experiment.cursor();
  }
}
