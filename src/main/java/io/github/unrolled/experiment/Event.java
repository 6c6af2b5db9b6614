package io.github.unrolled.experiment;

/** A user's action, named by intent; views and host pages dispatch it to a {@link Store}. */
public sealed interface Event permits Change, Command {

  /** Acts on the workbench. An impossible request, which no view makes, changes nothing. */
  void actOn(Workbench workbench);

  /** Whether the change is a step of undo. */
  default boolean isUndoable() {
    return true;
  }

  /** Whether the event also changes the {@link Surroundings}, so that undo restores them too. */
  default boolean bringsSurroundings() {
    return false;
  }
}
