package io.github.unrolled.experiment;

/**
 * The instruments that can be opened beside the network, in display order. A new one is a constant
 * here, a view of it, and a line where the views are made.
 */
public enum Instrument {
  /** The loss over a plane of parameters. */
  LOSS_LANDSCAPE("Loss landscape", "What does the loss look like from where the network stands?"),
  /** Transitions between hidden states. */
  HIDDEN_STATE_MAP("Hidden-state map", "What does one step do to the hidden state?"),
  /** Part of each step's loss gradient that reaches each state. */
  GRADIENT_THROUGH_TIME(
      "Gradient through time", "How far back does the network learn from an error?"),
  /** A parameter's gradient as a sum of one part for each step. */
  SUM_OVER_TIME("Sum over time", "Why does a shared weight have the gradient that it has?"),
  /** The gradient before and after clipping. */
  CLIPPING("Clipping", "What does clipping do to the next update?"),
  /** Backpropagation against difference quotients. */
  GRADIENT_CHECK("Gradient check", "Is the gradient of backpropagation right?"),
  /** The same experiment from many seeds. */
  MANY_SEEDS("Many seeds", "Luck of the draw, or does it hold for other random starts?");

  private final String label;
  private final String question;

  Instrument(String label, String question) {
    this.label = label;
    this.question = question;
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

  /** The question that the instrument answers, as a sentence. */
  public String question() {
    return question;
  }
}
