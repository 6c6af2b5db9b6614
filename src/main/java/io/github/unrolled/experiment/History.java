package io.github.unrolled.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moments before each change, for undo, and those that were undone, for redo. All that happens
 * in one gesture, such as the drag of a slider, is one change.
 */
final class History {
  /** Most changes that can be undone. */
  static final int MOST = 250;

  /** So many of the newest moments keep their runs, with curves and checkpoints. */
  private static final int RUNS = 8;

  private final List<Moment> undone = new ArrayList<>();
  private final List<Moment> done = new ArrayList<>();

  /** Whether the present gesture has changed something already. */
  private boolean counted;

  /** From here on another gesture acts. */
  void beginGesture() {
    counted = false;
  }

  /** Forgets all changes. */
  void forget() {
    done.clear();
    undone.clear();
    counted = false;
  }

  /** Whether a change now would be one of its own. */
  boolean wantsMoment() {
    return !counted;
  }

  /** Keeps the moment before a change; what was undone before cannot be redone any more. */
  void add(Moment before) {
    counted = true;
    undone.clear();
    push(done, before);
  }

  /** How many changes can be undone. */
  int undoable() {
    return done.size();
  }

  /** How many can be made again. */
  int redoable() {
    return undone.size();
  }

  /** The moment to go back to, or null; the present becomes the one to return to. */
  @Nullable Moment undo(Moment present, Look look) {
    return swap(done, undone, present, look);
  }

  /** The moment to return to, or null. */
  @Nullable Moment redo(Moment present, Look look) {
    return swap(undone, done, present, look);
  }

  private @Nullable Moment swap(List<Moment> from, List<Moment> to, Moment present, Look look) {
    counted = false;
    if (from.isEmpty()) {
      return null;
    }
    Moment then = from.remove(from.size() - 1);
    push(to, then.look() == null ? present : present.with(look));
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
