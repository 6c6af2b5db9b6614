package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run is held against.
 *
 * @param ghosts earlier runs on the same problem, the oldest first
 * @param seeds the experiment from many seeds, which goes on; null if there is none of these
 *     settings
 */
public record Compared(List<Ghost> ghosts, @Nullable SeedSweep seeds) {

  /** The last ghost of an experiment's network with its memory switched the other way, or null. */
  @Nullable Ghost otherMemoryOf(Experiment experiment) {
    Ghost last = null;
    for (Ghost ghost : ghosts) {
      if (ghost.isOtherMemoryOf(experiment)) {
        last = ghost;
      }
    }
    return last;
  }
}
