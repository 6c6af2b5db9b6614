package io.github.unrolled.experiment;

import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The kept ghosts, oldest first; never more than {@link Ghost#MOST}. */
final class Ghosts {
  private List<Ghost> kept = List.of();

  /** All ghosts; the list is immutable and replaced at each change. */
  List<Ghost> list() {
    return kept;
  }

  /**
   * Adds a ghost; if all slots are taken, drops the oldest. Ignores a run without a loss, and one
   * that is already kept.
   */
  void add(Ghost.Origin origin, Experiment experiment, Snapshot.Curve curve) {
    boolean known = curve.work().size() == 0;
    for (Ghost ghost : kept) {
      known |= ghost.curve().equals(curve) && ghost.experiment().equals(experiment);
    }
    if (known) {
      return;
    }
    List<Ghost> next = new ArrayList<>(kept);
    if (next.size() == Ghost.MOST) {
      next.remove(0);
    }
    int slot = 1;
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).slot() == slot) {
        slot++;
        i = -1;
      }
    }
    next.add(new Ghost(slot, origin, experiment, curve, ""));
    kept = next;
  }

  /** Names a ghost; an empty name removes the old one. */
  void rename(int slot, String name) {
    List<Ghost> next = new ArrayList<>();
    for (Ghost ghost : kept) {
      String stripped = name.strip();
      String fitting = stripped.substring(0, Math.min(Ghost.MAX_NAME, stripped.length()));
      next.add(
          ghost.slot() == slot
              ? new Ghost(slot, ghost.origin(), ghost.experiment(), ghost.curve(), fitting)
              : ghost);
    }
    kept = next;
  }

  /** Removes a ghost. */
  void remove(int slot) {
    List<Ghost> next = new ArrayList<>(kept);
    next.removeIf(ghost -> ghost.slot() == slot);
    kept = next;
  }

  /** Restores the ghosts of an earlier {@link #list}. */
  void takeBack(List<Ghost> then) {
    kept = then;
  }

  /** Removes all ghosts: losses on another problem cannot be compared with theirs. */
  void clear() {
    kept = List.of();
  }
}
