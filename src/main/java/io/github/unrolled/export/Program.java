package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;

/**
 * The programs that a network can be exported as, in display order. A new one is a constant and a
 * line here, and a class beside {@link NumPyCode}.
 */
public enum Program {
  /** A Python program with PyTorch's modules. */
  PYTORCH("PyTorch"),
  /** A Python program with NumPy. */
  NUMPY("NumPy"),
  /** A plain JavaScript program. */
  JAVASCRIPT("JavaScript");

  private final String label;

  Program(String label) {
    this.label = label;
  }

  /** Name for display. */
  public String label() {
    return label;
  }

  /** Returns a fresh writer of the program. */
  public SourceCode code(Decimals decimals) {
    return switch (this) {
      case PYTORCH -> new PyTorchCode(decimals);
      case NUMPY -> new NumPyCode(decimals);
      case JAVASCRIPT -> new JavaScriptCode(decimals);
    };
  }
}
