package io.github.unrolled.experiment;

import io.github.unrolled.train.Snapshot;

/**
 * What is left of an earlier run on the loss chart.
 *
 * @param name what it was, for people
 * @param curve its loss over work
 */
public record Ghost(String name, Snapshot.Curve curve) {}
