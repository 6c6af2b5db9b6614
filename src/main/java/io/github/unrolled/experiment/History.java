package io.github.unrolled.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moments before each change, for undo, and the undone moments, for redo. All changes within
 * one gesture, such as dragging a slider, count as one.
 */
final class History {
  /** Most changes that can be undone. */
  static final int MOST = 250;

  /** Number of newest moments that keep their runs, with curves and checkpoints. */
  private static final int RUNS = 8;

  private final List<Moment> undone = new ArrayList<>();
  private final List<Moment> done = new ArrayList<>();

  /** Whether the present gesture has changed something already. */
  private boolean counted;

  /** Starts a new gesture. */
  void beginGesture() {
    counted = false;
  }

  /** Forgets all changes. */
  void forget() {
    done.clear();
    undone.clear();
    counted = false;
  }

  /** Whether the next change starts a step of its own. */
  boolean wantsMoment() {
    return !counted;
  }

  /** Adds the moment before a change; earlier undone changes can no longer be redone. */
  void add(Moment before) {
    counted = true;
    undone.clear();
    push(done, before);
  }

  /** Number of changes that can be undone. */
  int undoable() {
    return done.size();
  }

  /** Number of changes that can be redone. */
  int redoable() {
    return undone.size();
  }

  /** Returns the moment to go back to, or null; keeps the present for redo. */
  @Nullable Moment undo(Moment present, Surroundings around) {
    return swap(done, undone, present, around);
  }

  /** Returns the moment to go forward to, or null; keeps the present for undo. */
  @Nullable Moment redo(Moment present, Surroundings around) {
    return swap(undone, done, present, around);
  }

  private @Nullable Moment swap(
      List<Moment> from, List<Moment> to, Moment present, Surroundings around) {
    counted = false;
    if (from.isEmpty()) {
      return null;
    }
    Moment then = from.remove(from.size() - 1);
    push(to, then.surroundings() == null ? present : present.with(around));
    return then;
  }

  private static void push(List<Moment> moments, Moment moment) {
    moments.add(moment);
    int old = moments.size() - 1 - RUNS;
    if (old >= 0) {
      moments.set(old, moments.get(old).withoutRun());
    }
    if (moments.size() > MOST) {
      moments.remove(0);
    }
  }
}
