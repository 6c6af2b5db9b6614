package io.github.unrolled.experiment;

import io.github.unrolled.train.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The ghosts that are kept, from the oldest to the newest; there are never too many. */
final class Ghosts {
  private List<Ghost> kept = List.of();

  /** All of them; the list never changes, a change makes another. */
  List<Ghost> list() {
    return kept;
  }

  /**
   * Keeps one more; where there is no room, the oldest goes. One without a loss is none, and one
   * that is kept already is not kept twice.
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

  /** Gives one a name; an empty one takes it away. */
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

  /** Lets one go. */
  void remove(int slot) {
    List<Ghost> next = new ArrayList<>(kept);
    next.removeIf(ghost -> ghost.slot() == slot);
    kept = next;
  }

  /** Lets all go: another problem's losses are no measure for these. */
  void clear() {
    kept = List.of();
  }
}
