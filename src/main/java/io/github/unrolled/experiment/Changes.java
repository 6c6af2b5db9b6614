package io.github.unrolled.experiment;

/**
 * Numbers of changes to the experiment that can be undone or redone.
 *
 * @param undoable number of changes that can be undone
 * @param redoable number of undone changes that can be redone
 */
public record Changes(int undoable, int redoable) {}
