package io.github.unrolled.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results that the run is compared with.
 *
 * @param ghosts earlier runs on the same problem, oldest first
 * @param seeds the experiment from many seeds, which keeps changing; null if the present settings
 *     have none
 */
public record Compared(List<Ghost> ghosts, @Nullable SeedSweep seeds) {

  /** The newest ghost of the experiment's network with memory switched the other way, or null. */
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
