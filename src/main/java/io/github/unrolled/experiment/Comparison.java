package io.github.unrolled.experiment;

import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import org.jspecify.annotations.Nullable;

/** What a run is compared with: earlier runs as ghosts, and the experiment from many seeds. */
final class Comparison {
  private final Ghosts ghosts = new Ghosts();
  private @Nullable SeedSweep sweep;

  /** The results for an experiment. */
  Compared of(Experiment experiment) {
    return new Compared(ghosts.list(), seeds(experiment));
  }

  /** The experiment from many seeds; null if it has other settings than the given experiment. */
  @Nullable SeedSweep seeds(Experiment experiment) {
    return sweep != null && sweep.isOf(experiment) ? sweep : null;
  }

  /** The results to restore together with the visible parts. */
  Surroundings surroundings(Look look) {
    return new Surroundings(look, ghosts.list(), sweep != null && sweep.isDone() ? sweep : null);
  }

  /** Restores earlier results. */
  void takeBack(Surroundings then) {
    ghosts.takeBack(then.ghosts());
    sweep = then.seeds();
  }

  /** Keeps a run as a ghost, with its origin and settings; one that has not trained is ignored. */
  void keep(Run run, Ghost.Origin origin, Experiment settings) {
    if (run.epochs() > 0) {
      ghosts.add(origin, settings, run.snapshot(Method.BPTT).bpttCurve());
    }
  }

  /** Renames a ghost. */
  void rename(int slot, String name) {
    ghosts.rename(slot, name);
  }

  /** Removes a ghost. */
  void remove(int slot) {
    ghosts.remove(slot);
  }

  /** Removes all ghosts: they belong to another problem. */
  void forgetGhosts() {
    ghosts.clear();
  }

  /** Starts an experiment from many seeds, with {@code epochs} for each. */
  void startSeeds(Experiment experiment, int epochs) {
    if (SeedSweep.isLength(epochs)) {
      sweep = new SeedSweep(experiment, epochs);
    }
  }

  /** Cancels the experiment from many seeds if it is not done. */
  void cancelSeeds() {
    if (sweep != null && !sweep.isDone()) {
      sweep = null;
    }
  }

  /** Forgets ghosts and seeds: another experiment was opened. */
  void forgetAll() {
    ghosts.clear();
    sweep = null;
  }
}
