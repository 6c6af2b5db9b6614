package io.github.unrolled.experiment;

/**
 * Changes of the experiment that can be taken back or made again.
 *
 * @param undoable count of changes that can be undone
 * @param redoable count of undone changes that can be made again
 */
public record Changes(int undoable, int redoable) {}
