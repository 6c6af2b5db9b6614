package io.github.unrolled.experiment;

import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Timeline;
import io.github.unrolled.train.Tries;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is, and where it came from.
 *
 * @param number counts the runs, so that a view can tell a new one
 * @param timeline checkpoints of BPTT up to the present, which goes on
 * @param checkpoint index of the checkpoint that is shown, or -1: the present is shown
 * @param presentEpoch epochs of BPTT done in all
 * @param tries a sample of random search's tries, which goes on changing
 * @param divergence where training overflowed, until dismissed or overcome, or null
 * @param disturbance number of the last time that a run was begun, or its weights were set
 * @param undisturbedSince epoch of BPTT from which on its settings and weights were left to it
 */
public record RunState(
    int number,
    Timeline timeline,
    int checkpoint,
    double presentEpoch,
    Tries tries,
    @Nullable Divergence divergence,
    int disturbance,
    double undisturbedSince) {}
