package io.github.unrolled.experiment;

import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Timeline;
import io.github.unrolled.train.Tries;
import org.jspecify.annotations.Nullable;

/**
 * The position of a run and its past.
 *
 * @param number counts the runs, so that a view can recognize a new one
 * @param timeline checkpoints of BPTT up to the present, to which training adds
 * @param checkpoint index of the displayed checkpoint, or -1 for the present
 * @param presentEpoch number of BPTT epochs done in all
 * @param tries a sample of random search's tries, which keeps changing
 * @param divergence where training overflowed, until dismissed or overcome, or null
 * @param disturbance number of the latest new run or manual change of weights
 * @param undisturbedSince BPTT epoch since which settings and weights were left alone
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
