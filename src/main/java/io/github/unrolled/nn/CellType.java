package io.github.unrolled.nn;

/** The kinds of recurrent cell. A new one is a constant here and a class beside {@link Gru}. */
public enum CellType {
  /** The plain recurrent cell: the new state is a function of input and state. */
  ELMAN("Elman (RNN)", "elman", "a"),
  /** Gated recurrent unit: reset, update and candidate. */
  GRU("GRU", "gru", "rzn"),
  /** Long short-term memory: input, forget, candidate and output gate, and a cell state. */
  LSTM("LSTM", "lstm", "ifgo");

  private final String label;
  private final String attribute;
  private final String gates;

  CellType(String label, String attribute, String gates) {
    this.label = label;
    this.attribute = attribute;
    this.gates = gates;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Its name in attributes and files. */
  public String attribute() {
    return attribute;
  }

  /**
   * The letters of its gates, one for each, in PyTorch's order, G of them; the one of an Elman cell
   * is its pre-activation.
   */
  public String gates() {
    return gates;
  }

  /** How many gates G it has, and so blocks of H rows in its matrices. */
  public int gateCount() {
    return gates.length();
  }

  /** How many numbers go from step to step: h of H units, or h and c. */
  public int stateSize(int hiddenSize) {
    return hasCellState() ? 2 * hiddenSize : hiddenSize;
  }

  /** Whether it carries a cell state beside the hidden state. */
  public boolean hasCellState() {
    return this == LSTM;
  }
}
