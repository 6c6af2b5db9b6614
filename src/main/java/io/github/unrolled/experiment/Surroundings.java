package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of an experiment, which only some events change.
 *
 * @param look the visible parts
 * @param ghosts the kept ghosts, oldest first
 * @param seeds the experiment from many seeds if it is done, else null
 */
record Surroundings(Look look, List<Ghost> ghosts, @Nullable SeedSweep seeds) {}
