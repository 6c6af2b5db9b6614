package io.github.unrolled.task;

import io.github.unrolled.math.Numbers;

/** The units in which the network sees a sequence. */
public enum Scaling {
  /** Unchanged. */
  RAW("Raw") {
    @Override
    public Units fit(Numbers values) {
      return Units.RAW;
    }
  },
  /** Mapped to [-1, 1] by its minimum and maximum; a constant sequence to 0. */
  NORMALIZED("Normalized") {
    @Override
    public Units fit(Numbers values) {
      double low = values.get(0);
      double high = low;
      for (int i = 1; i < values.size(); i++) {
        low = Math.min(low, values.get(i));
        high = Math.max(high, values.get(i));
      }
      return new Units(true, low, high);
    }
  };

  private final String label;

  Scaling(String label) {
    this.label = label;
  }

  /** The name shown to people. */
  public String label() {
    return label;
  }

  /**
   * The map that fits a sequence.
   *
   * @param values at least one finite number, in their own units
   */
  public abstract Units fit(Numbers values);
}
