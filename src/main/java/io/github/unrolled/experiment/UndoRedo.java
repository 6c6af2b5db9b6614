package io.github.unrolled.experiment;

import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import org.jspecify.annotations.Nullable;

/** Takes a workbench back to the moments before each change, and forward again. */
final class UndoRedo {
  private final Workbench workbench;
  private final History history = new History();

  UndoRedo(Workbench workbench) {
    this.workbench = workbench;
  }

  /** Starts a new gesture: its changes are a step of their own. */
  void beginGesture() {
    history.beginGesture();
  }

  /** Forgets all changes. */
  void forget() {
    history.forget();
  }

  /** Numbers of changes that can be undone and redone. */
  Changes changes() {
    return new Changes(history.undoable(), history.redoable());
  }

  /** Applies an event to the workbench, and keeps the moment before if anything changed. */
  void carryOut(Event event) {
    Moment before = history.wantsMoment() ? workbench.moment() : null;
    Surroundings seen = event.bringsSurroundings() ? workbench.surroundings() : null;
    event.actOn(workbench);
    if (before != null && event.isUndoable() && workbench.moment().differsFrom(before)) {
      history.add(before.with(seen));
    }
  }

  /** Goes back to the moment before the last change, if there is one. */
  void undo() {
    goTo(history.undo(workbench.moment(), workbench.surroundings()));
  }

  /** Goes forward again to the moment after the change undone last, if there is one. */
  void redo() {
    goTo(history.redo(workbench.moment(), workbench.surroundings()));
  }

  private void goTo(@Nullable Moment moment) {
    if (moment == null) {
      return;
    }
    takeUp(moment);
    Surroundings around = moment.surroundings();
    if (around != null) {
      workbench.surroundWith(around);
    }
  }

  /**
   * Restores a moment. Training done since then stays if only settings differ; otherwise the run is
   * paused where it was then, with its curve if that still exists.
   */
  private void takeUp(Moment then) {
    Experiment before = workbench.experiment();
    if (then.disturbance() == workbench.disturbance().number()) {
      // Moving the cursor is not a change, so the cursor stays.
      int last = then.experiment().data().steps();
      workbench.change(then.experiment().withCursor(Math.min(before.cursor(), last)));
      return;
    }
    Run untouched = then.untouched();
    workbench.show(Method.BPTT);
    if (workbench.isAt(then)) {
      workbench.setBack(then.experiment(), then.weights());
    } else if (untouched != null) {
      workbench.layOut(then.experiment(), untouched);
    } else {
      if (then.experiment().sharesRunWith(before)) {
        workbench.keepRun(Ghost.Origin.BRANCHED, before);
      }
      workbench.layOut(then.experiment(), then.epochs(), then.weights());
    }
    if (!then.experiment().data().isSameProblem(before.data())) {
      workbench.comparison().forgetGhosts();
    }
    workbench.disturbance().setBack(then.disturbance(), then.undisturbedSince());
  }
}
