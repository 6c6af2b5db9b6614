package io.github.unrolled.experiment;

import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.train.Timeline;
import io.github.unrolled.train.Tries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a view draws from; it never changes unless it says so.
 *
 * @param experiment the settings
 * @param problem the task made concrete
 * @param snapshot the network shown and the run's progress
 * @param timeline checkpoints of BPTT up to the present, which goes on
 * @param tries a sample of random search's tries, which goes on changing
 * @param moment checkpoint that the snapshot shows, or -1: it shows the present
 * @param presentEpoch epochs of BPTT done in all
 * @param runNumber counts the runs, so that a view can tell a new one
 * @param training whether BPTT runs
 * @param searching whether random search runs
 * @param replaying whether BPTT comes up again to where it was before its start was moved
 * @param divergence where training overflowed, until dismissed or settled, or null
 * @param pointedStep time step pointed at, 1 to T, or 0
 * @param pointedParameter index of the parameter pointed at, or -1
 * @param lastParameter index of the parameter that was pointed at last, or -1
 * @param pointedStrip which numbers of the unit pointed at: 0 hidden state, then gates, cell state
 * @param pointedUnit index of the hidden unit pointed at, or -1
 * @param ghosts earlier runs on the same problem, the oldest first
 * @param undisturbedSince epoch of BPTT from which on its settings and weights were left to it
 * @param seeds the experiment from many seeds, which goes on; null if there is none of these
 *     settings
 * @param instruments those that are open
 * @param parts which parts of the playground are there
 * @param disturbance number of the last time that a run was begun, or its weights were set
 * @param undoable how many changes can be undone
 * @param redoable how many that were undone can be made again
 */
public record State(
    Experiment experiment,
    Problem problem,
    Snapshot snapshot,
    Timeline timeline,
    Tries tries,
    int moment,
    double presentEpoch,
    int runNumber,
    boolean training,
    boolean searching,
    boolean replaying,
    @Nullable Divergence divergence,
    int pointedStep,
    int pointedParameter,
    int lastParameter,
    int pointedStrip,
    int pointedUnit,
    List<Ghost> ghosts,
    double undisturbedSince,
    @Nullable SeedSweep seeds,
    OpenInstruments instruments,
    Parts parts,
    int disturbance,
    int undoable,
    int redoable) {

  /** Whether the numbers change from frame to frame. */
  public boolean isRunning() {
    return training || searching || replaying;
  }

  /** Whether an earlier moment of training is looked at. */
  public boolean showsPast() {
    return moment >= 0;
  }

  /** The last run of the same network with its memory switched the other way, or null. */
  public @Nullable Ghost otherMemory() {
    Ghost last = null;
    for (Ghost ghost : ghosts) {
      if (ghost.isOtherMemoryOf(experiment)) {
        last = ghost;
      }
    }
    return last;
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
    return pointedStep > 0 ? pointedStep : experiment.cursor();
  }
}
