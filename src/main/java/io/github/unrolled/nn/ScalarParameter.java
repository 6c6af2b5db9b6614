package io.github.unrolled.nn;

/** The five numbers of an {@link ElmanUnit}, in the order and with the names shown to people. */
public enum ScalarParameter {
  /** W_ih: how strongly the input enters the state. */
  INPUT_WEIGHT(ElmanUnit.INPUT_WEIGHT, "Input weight", "W", "input"),
  /** W_hh: how strongly the previous state enters the state. */
  HIDDEN_WEIGHT(ElmanUnit.HIDDEN_WEIGHT, "Hidden weight", "W", "hidden"),
  /** W_out: how strongly the state enters the output. */
  OUTPUT_WEIGHT(ElmanUnit.OUTPUT_WEIGHT, "Output weight", "W", "output"),
  /** b_h: what is added before the activation. */
  HIDDEN_BIAS(ElmanUnit.HIDDEN_BIAS, "Hidden bias", "b", "hidden"),
  /** b_out: what is added to the output. */
  OUTPUT_BIAS(ElmanUnit.OUTPUT_BIAS, "Output bias", "b", "output");

  private final int index;
  private final String label;
  private final String letter;
  private final String subscript;

  ScalarParameter(int index, String label, String letter, String subscript) {
    this.index = index;
    this.label = label;
    this.letter = letter;
    this.subscript = subscript;
  }

  /** The index in the flat parameter array. */
  public int index() {
    return index;
  }

  /** The name shown to people. */
  public String label() {
    return label;
  }

  /** The letter of its symbol, W or b. */
  public String letter() {
    return letter;
  }

  /** The subscript of its symbol. */
  public String subscript() {
    return subscript;
  }

  /** The symbol in plain text, as in {@code W_hidden}. */
  public String symbol() {
    return letter + "_" + subscript;
  }

  /**
   * The parameter at an index of the flat array.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ScalarParameter at(int index) {
    for (ScalarParameter parameter : values()) {
      if (parameter.index == index) {
        return parameter;
      }
    }
    throw new IllegalArgumentException("index: expected 0 to 4, got " + index);
  }
}
