package io.github.unrolled.nn;

/**
 * What the numbers of a hidden unit are called. They are counted as strips: 0 the hidden state,
 * from 1 on the gates in their order, and after them the cell state.
 */
public final class CellNames {
  private CellNames() {}

  /** Its name with its letter, as in "forget gate f". */
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

  /** Its letter in the formulas. */
  public static String letter(CellType cell, int strip) {
    if (strip == 0 || cell == CellType.ELMAN) {
      return "h";
    }
    String gates = cell.gates();
    return strip > gates.length() ? "c" : gates.substring(strip - 1, strip);
  }

  /** The function that makes a gate of its pre-activation. */
  public static String function(String gate) {
    return gate.equals("n") || gate.equals("g") ? "tanh" : "σ";
  }
}
