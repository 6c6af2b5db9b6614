package io.github.unrolled.nn;

/** The kinds of recurrent cell. A new one is a constant here and a class beside {@link Gru}. */
public enum CellType {
  /** The plain recurrent cell: the new state is a function of input and state. */
  ELMAN("Elman (RNN)", "elman", "a", false),
  /** Gated recurrent unit: reset, update and candidate. */
  GRU("GRU", "gru", "rzn", false),
  /** Long short-term memory: input, forget, candidate and output gate, and a cell state. */
  LSTM("LSTM", "lstm", "ifgo", true);

  private final String label;
  private final String attribute;
  private final String gates;
  private final boolean cellState;

  CellType(String label, String attribute, String gates, boolean cellState) {
    this.label = label;
    this.attribute = attribute;
    this.gates = gates;
    this.cellState = cellState;
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

  /**
   * Whether gates keep its hidden state between -1 and 1; else the state is what an activation,
   * which can be chosen, makes of the pre-activation.
   */
  public boolean isGated() {
    return gateCount() > 1;
  }

  /** How many numbers go from step to step: h of H units, or h and c. */
  public int stateSize(int hiddenSize) {
    return hasCellState() ? 2 * hiddenSize : hiddenSize;
  }

  /** Whether it carries a cell state beside the hidden state. */
  public boolean hasCellState() {
    return cellState;
  }
}
