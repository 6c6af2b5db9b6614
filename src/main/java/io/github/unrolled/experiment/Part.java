package io.github.unrolled.experiment;

/** A part of the playground that a host page can leave out: controls first, then panels. */
public enum Part {
  /** The buttons that step, train and rewind. */
  RUN(true, "Run buttons"),
  /** Undo, redo, and the ways to export and share. */
  SHARE(true, "Undo and sharing"),
  /** The network's data. */
  SEQUENCE(true, "Sequence"),
  /** The kind and size of the network. */
  NETWORK(true, "Network"),
  /** The weights of the network. */
  WEIGHTS(true, "Weights"),
  /** The training settings. */
  TRAINING(true, "Training"),
  /** The network unrolled through time. */
  UNROLLED(false, "Unrolled network"),
  /** The equation of a step. */
  EQUATION(false, "Equation"),
  /** The table of steps. */
  HISTORY(false, "History"),
  /** Expected values against outputs. */
  PREDICTION(false, "Prediction"),
  /** The loss curve. */
  LOSS(false, "Loss"),
  /** The instrument buttons and the open instruments. */
  INSTRUMENTS(false, "Instruments");

  private final boolean control;
  private final String label;

  Part(boolean control, String label) {
    this.control = control;
    this.label = label;
  }

  /** Position among the parts, from 0. */
  @SuppressWarnings("EnumOrdinal") // No link or file holds it: they have names.
  public int place() {
    return ordinal();
  }

  /** Name for display. */
  public String label() {
    return label;
  }

  /** Whether the part is a control rather than a panel. */
  public boolean isControl() {
    return control;
  }
}
