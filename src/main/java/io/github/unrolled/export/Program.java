package io.github.unrolled.export;

import io.github.unrolled.math.Decimals;
import java.util.function.Function;

/**
 * The programs that a network can be taken along as, in the order in which they are offered. A new
 * one is a constant here and a class beside {@link NumPyCode}.
 */
public enum Program {
  /** In Python with PyTorch's modules. */
  PYTORCH("PyTorch", PyTorchCode::new),
  /** In Python with NumPy. */
  NUMPY("NumPy", NumPyCode::new),
  /** In plain JavaScript. */
  JAVASCRIPT("JavaScript", JavaScriptCode::new);

  private final String label;
  private final Function<Decimals, SourceCode> writer;

  Program(String label, Function<Decimals, SourceCode> writer) {
    this.label = label;
    this.writer = writer;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** What writes it. */
  public SourceCode code(Decimals decimals) {
    return writer.apply(decimals);
  }
}
