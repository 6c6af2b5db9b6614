package io.github.unrolled.nn;

import java.util.List;

/**
 * What the numbers of a network's flat parameter array are called. The five of a single Elman unit
 * have the names of {@link ScalarParameter}; those of larger networks PyTorch's symbols, as in
 * {@code W_hz[3, 5]} for the weight of a GRU's update gate z from unit 5 to unit 3. Units and
 * indices count from 1 here.
 */
public final class ParameterNames {
  private final NetworkShape shape;
  private final List<Parameter> parameters;

  /** Prepares the names for networks of one shape with one number per input. */
  public ParameterNames(NetworkShape shape) {
    this.shape = shape;
    parameters = shape.newNetwork().parameters();
  }

  /** Its symbol with its indices, as in {@code W_hh[3, 5]}, {@code b[3]} or {@code W_hidden}. */
  public String symbol(int index) {
    Parameter array = arrayOf(index);
    if (shape.isScalar() || array.name().equals("bias_out")) {
      return array(index);
    }
    int place = index - array.offset();
    int row = place / array.columns() % rowsOfGate(array) + 1;
    boolean bias = array.name().startsWith("bias");
    String column = bias ? "" : ", " + (place % array.columns() + 1);
    return array(index) + "[" + row + column + "]";
  }

  /** The symbol of the matrix or vector that it is in, which of a gated cell is its gate's. */
  public String array(int index) {
    if (shape.isScalar()) {
      return ScalarParameter.at(index).symbol();
    }
    boolean gated = shape.cell() != CellType.ELMAN;
    String gate = gated ? letter(index) : "h";
    return switch (arrayOf(index).name()) {
      case "weight_ih" -> "W_i" + gate;
      case "weight_hh" -> "W_h" + gate;
      case "bias" -> gated ? "b_" + gate : "b";
      case "bias_hn" -> "b_hn";
      case "weight_out" -> "W_out";
      default -> "b_out";
    };
  }

  /** What it is in words, as in "hidden weight, update gate z, from unit 5 to unit 3". */
  public String words(int index) {
    Parameter array = arrayOf(index);
    String kind =
        switch (array.name()) {
          case "weight_ih" -> "input weight";
          case "weight_hh" -> "hidden weight";
          case "bias" -> "bias";
          case "bias_hn" -> "bias beside the state";
          case "weight_out" -> "output weight";
          default -> "output bias";
        };
    boolean gated = shape.cell() != CellType.ELMAN && !array.name().endsWith("out");
    String gate = gated ? ", " + CellNames.of(shape.cell(), gateOf(index) + 1) : "";
    return kind + gate + ", " + route(index);
  }

  /** Where it leads from and to, as in "from unit 5 to unit 3", or which unit it is added to. */
  public String route(int index) {
    Parameter array = arrayOf(index);
    int place = index - array.offset();
    int column = place % array.columns() + 1;
    String unit = "unit " + (place / array.columns() % rowsOfGate(array) + 1);
    return switch (array.name()) {
      case "weight_ih" -> "from the input to " + unit;
      case "weight_hh" -> "from unit " + column + " to " + unit;
      case "weight_out" -> "from unit " + column + " to the output";
      case "bias_out" -> "added to the output";
      default -> "of " + unit;
    };
  }

  private String letter(int index) {
    return CellNames.letter(shape.cell(), gateOf(index) + 1);
  }

  /** The gate that a parameter belongs to; a GRU's b_hn is its candidate's. */
  private int gateOf(int index) {
    Parameter array = arrayOf(index);
    return array.name().equals("bias_hn")
        ? shape.cell().gateCount() - 1
        : (index - array.offset()) / array.columns() / shape.hiddenSize();
  }

  private int rowsOfGate(Parameter array) {
    return Math.min(array.rows(), shape.hiddenSize());
  }

  private Parameter arrayOf(int index) {
    for (Parameter array : parameters) {
      if (index >= array.offset() && index < array.offset() + array.size()) {
        return array;
      }
    }
    throw new IllegalArgumentException("index: expected that of a parameter, got " + index);
  }
}
