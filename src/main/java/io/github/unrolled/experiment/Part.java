package io.github.unrolled.experiment;

/** A part of the playground that a host page can leave out: controls first, then panels. */
public enum Part {
  /** The buttons that step, train and rewind. */
  RUN(0, "Run buttons"),
  /** Undo, redo, and what is taken along. */
  SHARE(1, "Undo and sharing"),
  /** What the network is given. */
  SEQUENCE(2, "Sequence"),
  /** Which network. */
  NETWORK(3, "Network"),
  /** Its weights. */
  WEIGHTS(4, "Weights"),
  /** How it is trained. */
  TRAINING(5, "Training"),
  /** The network unrolled through time. */
  UNROLLED(6, "Unrolled network"),
  /** The equation of a step. */
  EQUATION(7, "Equation"),
  /** The table of steps. */
  HISTORY(8, "History"),
  /** Expected values against outputs. */
  PREDICTION(9, "Prediction"),
  /** The loss curve. */
  LOSS(10, "Loss"),
  /** The buttons of the instruments and those that are open. */
  INSTRUMENTS(11, "Instruments");

  private static final int CONTROLS = 6;

  private final int place;
  private final String label;

  Part(int place, String label) {
    this.place = place;
    this.label = label;
  }

  /** Its place among them, from 0. */
  public int place() {
    return place;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Whether it is a control rather than a panel. */
  public boolean isControl() {
    return place < CONTROLS;
  }
}
