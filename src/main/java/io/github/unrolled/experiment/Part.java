package io.github.unrolled.experiment;

/** A part of the playground that a host page can leave out: controls first, then panels. */
public enum Part {
  /** The buttons that step, train and rewind. */
  RUN(true, "Run buttons"),
  /** Undo, redo, and what is taken along. */
  SHARE(true, "Undo and sharing"),
  /** What the network is given. */
  SEQUENCE(true, "Sequence"),
  /** Which network. */
  NETWORK(true, "Network"),
  /** Its weights. */
  WEIGHTS(true, "Weights"),
  /** How it is trained. */
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
  /** The buttons of the instruments and those that are open. */
  INSTRUMENTS(false, "Instruments");

  private final boolean control;
  private final String label;

  Part(boolean control, String label) {
    this.control = control;
    this.label = label;
  }

  /** Its place among them, from 0. */
  @SuppressWarnings("EnumOrdinal") // No link or file holds it: they have names.
  public int place() {
    return ordinal();
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Whether it is a control rather than a panel. */
  public boolean isControl() {
    return control;
  }
}
