package io.github.unrolled.experiment;

/** A part of the playground that a host page can leave out: controls first, then panels. */
public enum Part {
  /** The buttons that step, train and rewind. */
  RUN(0),
  /** Undo, redo, and what is taken along. */
  SHARE(1),
  /** What the network is given. */
  SEQUENCE(2),
  /** Which network. */
  NETWORK(3),
  /** Its weights. */
  WEIGHTS(4),
  /** How it is trained. */
  TRAINING(5),
  /** The network unrolled through time. */
  UNROLLED(6),
  /** The equation of a step. */
  EQUATION(7),
  /** The table of steps. */
  HISTORY(8),
  /** Expected values against outputs. */
  PREDICTION(9),
  /** The loss curve. */
  LOSS(10),
  /** The buttons of the instruments and those that are open. */
  INSTRUMENTS(11);

  private static final int CONTROLS = 6;

  private final int place;

  Part(int place) {
    this.place = place;
  }

  /** Its place among them, from 0. */
  public int place() {
    return place;
  }

  /** Whether it is a control rather than a panel. */
  public boolean isControl() {
    return place < CONTROLS;
  }
}
