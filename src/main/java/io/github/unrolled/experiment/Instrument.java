package io.github.unrolled.experiment;

/** The instruments that can be opened beside the network, in the order in which they stand. */
public enum Instrument {
  /** The loss over a plane of parameters. */
  LOSS_LANDSCAPE(0, "Loss landscape"),
  /** Where the state goes from where. */
  HIDDEN_STATE_MAP(1, "Hidden-state map"),
  /** How much of each step's loss reaches each state. */
  GRADIENT_THROUGH_TIME(2, "Gradient through time"),
  /** A parameter's gradient as a sum of one part for each step. */
  SUM_OVER_TIME(3, "Sum over time"),
  /** The gradient before and after clipping. */
  CLIPPING(4, "Clipping"),
  /** Backpropagation against difference quotients. */
  GRADIENT_CHECK(5, "Gradient check"),
  /** The same experiment from many seeds. */
  MANY_SEEDS(6, "Many seeds");

  private final int place;
  private final String label;

  Instrument(int place, String label) {
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
}
