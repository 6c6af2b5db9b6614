package io.github.unrolled.experiment;

import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * All that a view draws from; it never changes unless it says so.
 *
 * @param experiment the settings
 * @param problem the task made concrete
 * @param snapshot the network shown and the run's progress
 * @param run where the run is, and where it came from
 * @param activity what goes on
 * @param compared what the run is held against
 * @param pointed what is pointed at
 * @param look what of the playground is there to be seen
 * @param changes what can be undone and redone
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

  /** Whether an earlier checkpoint of training is looked at. */
  public boolean showsPast() {
    return run.checkpoint() >= 0;
  }

  /** The last run of the same network with its memory switched the other way, or null. */
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

  /** The step that detail texts speak of: the one pointed at, else the cursor's; 0 for none. */
  public int focusStep() {
    return pointed.step() > 0 ? pointed.step() : experiment.cursor();
  }
}
