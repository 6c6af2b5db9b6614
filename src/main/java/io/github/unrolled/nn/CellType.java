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

  /** Name for display. */
  public String label() {
    return label;
  }

  /** Name in attributes and files. */
  public String attribute() {
    return attribute;
  }

  /**
   * The letters of the G gates, in PyTorch's order; an Elman cell has one, for its pre-activation.
   */
  public String gates() {
    return gates;
  }

  /** Number of gates G, and so of blocks of H rows in the matrices. */
  public int gateCount() {
    return gates.length();
  }

  /**
   * Whether gates keep the hidden state between -1 and 1; otherwise a selectable activation
   * computes the state from the pre-activation.
   */
  public boolean isGated() {
    return gateCount() > 1;
  }

  /** Count of numbers passed from step to step: h of H units, or h and c. */
  public int stateSize(int hiddenSize) {
    return hasCellState() ? 2 * hiddenSize : hiddenSize;
  }

  /** Whether the cell has a cell state beside the hidden state. */
  public boolean hasCellState() {
    return cellState;
  }
}
