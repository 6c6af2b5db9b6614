package io.github.unrolled.experiment;

/**
 * The instruments that can be opened beside the network, in display order. A new one is a constant
 * here, a view of it, and a line where the views are made.
 */
public enum Instrument {
  /** The loss over a plane of parameters. */
  LOSS_LANDSCAPE("Loss landscape"),
  /** Transitions between hidden states. */
  HIDDEN_STATE_MAP("Hidden-state map"),
  /** Part of each step's loss gradient that reaches each state. */
  GRADIENT_THROUGH_TIME("Gradient through time"),
  /** A parameter's gradient as a sum of one part for each step. */
  SUM_OVER_TIME("Sum over time"),
  /** The gradient before and after clipping. */
  CLIPPING("Clipping"),
  /** Backpropagation against difference quotients. */
  GRADIENT_CHECK("Gradient check"),
  /** The same experiment from many seeds. */
  MANY_SEEDS("Many seeds");

  private final String label;

  Instrument(String label) {
    this.label = label;
  }

  /** Position among the instruments, from 0. */
  @SuppressWarnings("EnumOrdinal") // No link or file holds it: they have names.
  public int place() {
    return ordinal();
  }

  /** Name for display. */
  public String label() {
    return label;
  }
}
