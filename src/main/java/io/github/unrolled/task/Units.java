package io.github.unrolled.task;

/**
 * The affine map from a sequence's own units to those that the network sees: [low, high] becomes
 * [-1, 1], or nothing changes.
 *
 * @param normalizes whether the map changes anything
 * @param low smallest value of the sequence
 * @param high largest value of the sequence
 */
public record Units(boolean normalizes, double low, double high) {

  /** The map that changes nothing. */
  public static final Units RAW = new Units(false, -1, 1);

  /** A value in the network's units; 0 if the whole sequence is one constant. */
  public double toNetwork(double value) {
    if (!normalizes) {
      return value;
    }
    if (low == high) {
      return 0;
    }
    double range = high - low;
    // Halved if the range itself exceeds a double. Divided before doubling: TeaVM 0.16 would
    // compute 2 * (p / q) as 2 * p / q and overflow.
    return range <= Double.MAX_VALUE
        ? (value - low) / range * 2 - 1
        : (value / 2 - low / 2) / (high / 2 - low / 2) * 2 - 1;
  }

  /** A value of the network in the sequence's own units; infinite if it is too large for them. */
  public double toRaw(double value) {
    return normalizes ? low / 2 + high / 2 + value * (high / 2 - low / 2) : value;
  }
}
