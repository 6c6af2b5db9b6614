package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;

/**
 * The programs that a network can be taken along as, in the order in which they are offered. A new
 * one is a constant and a line here, and a class beside {@link NumPyCode}.
 */
public enum Program {
  /** In Python with PyTorch's modules. */
  PYTORCH("PyTorch"),
  /** In Python with NumPy. */
  NUMPY("NumPy"),
  /** In plain JavaScript. */
  JAVASCRIPT("JavaScript");

  private final String label;

  Program(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** A fresh writer of it. */
  public SourceCode code(Decimals decimals) {
    return switch (this) {
      case PYTORCH -> new PyTorchCode(decimals);
      case NUMPY -> new NumPyCode(decimals);
      case JAVASCRIPT -> new JavaScriptCode(decimals);
    };
  }
}
