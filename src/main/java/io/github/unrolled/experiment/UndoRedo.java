package io.github.unrolled.experiment;

import io.github.unrolled.train.Method;
import io.github.unrolled.train.Run;
import org.jspecify.annotations.Nullable;

/** Takes a workbench back to the moments before each change, and forth again. */
final class UndoRedo {
  private final Workbench workbench;
  private final History history = new History();

  UndoRedo(Workbench workbench) {
    this.workbench = workbench;
  }

  /** From here on another gesture acts: what it changes is a step of its own. */
  void beginGesture() {
    history.beginGesture();
  }

  /** Forgets all changes. */
  void forget() {
    history.forget();
  }

  /** What can be undone and redone. */
  Changes changes() {
    return new Changes(history.undoable(), history.redoable());
  }

  /** Lets an event act on the workbench, and keeps the moment before if that changed anything. */
  void carryOut(Event event) {
    Moment before = history.wantsMoment() ? workbench.moment() : null;
    Look seen = event.bringsLook() ? workbench.look() : null;
    event.actOn(workbench);
    if (before != null && event.isUndoable() && workbench.moment().differsFrom(before)) {
      history.add(before.with(seen));
    }
  }

  /** Goes back to the moment before the last change, if there is one. */
  void undo() {
    goTo(history.undo(workbench.moment(), workbench.look()));
  }

  /** Goes forth again to the moment after the change that was undone last, if there is one. */
  void redo() {
    goTo(history.redo(workbench.moment(), workbench.look()));
  }

  private void goTo(@Nullable Moment moment) {
    if (moment == null) {
      return;
    }
    takeUp(moment);
    if (moment.look() != null) {
      workbench.lookAt(moment.look());
    }
  }

  /**
   * Takes up a moment. What training has done by itself since stays if only settings differ; else
   * the run rests where it was then, with its curve if that is still there.
   */
  private void takeUp(Moment then) {
    Experiment before = workbench.experiment();
    if (then.disturbance() == workbench.disturbance()) {
      // The cursor is no change, so that it stays.
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
      workbench.forgetGhosts();
    }
    workbench.setDisturbed(then.disturbance(), then.undisturbedSince());
  }
}
