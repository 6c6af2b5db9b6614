package io.github.unrolled.nn;

/**
 * Names for the numbers of a hidden unit, by strip: 0 is the hidden state, the gates follow from 1
 * on in their order, and then the cell state.
 */
public final class CellNames {
  private CellNames() {}

  /** The name of a number with its letter, as in "forget gate f". */
  public static String of(CellType cell, int strip) {
    String letter = letter(cell, strip);
    String name =
        switch (letter) {
          case "r" -> "reset gate ";
          case "z" -> "update gate ";
          case "i" -> "input gate ";
          case "f" -> "forget gate ";
          case "o" -> "output gate ";
          case "c" -> "cell state ";
          case "h" -> "hidden state ";
          case "n", "g" -> "candidate ";
          default -> throw new IllegalArgumentException("strip: no name for " + letter);
        };
    return name + letter;
  }

  /** The letter of a number in the formulas. */
  public static String letter(CellType cell, int strip) {
    if (strip == 0 || cell == CellType.ELMAN) {
      return "h";
    }
    String gates = cell.gates();
    return strip > gates.length() ? "c" : gates.substring(strip - 1, strip);
  }

  /** The function that turns a pre-activation into a gate. */
  public static String function(String gate) {
    return gate.equals("n") || gate.equals("g") ? "tanh" : "σ";
  }
}
