package io.github.unrolled.experiment;

/** What somebody did, named by intent; views and host pages dispatch it to a {@link Store}. */
public sealed interface Event permits Change, Command {

  /** Carries itself out. What it asks for in vain, which no view does, changes nothing. */
  void actOn(Workbench workbench);

  /** Whether what it changes is a step of undo. */
  default boolean isUndoable() {
    return true;
  }

  /** Whether it also brings what is there to be seen, so that to undo it brings that back too. */
  default boolean bringsLook() {
    return false;
  }
}
