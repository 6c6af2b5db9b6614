package io.github.unrolled.experiment;

import io.github.unrolled.math.Require;

/**
 * The speed of training in epochs.
 *
 * @param level index of a fixed speed, 0 to {@link #MAX_LEVEL}; the highest has no limit
 */
public record Speed(int level) {
  private static final int[] EPOCHS_PER_SECOND = {
    1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000
  };

  /** The level of unlimited speed. */
  public static final int MAX_LEVEL = EPOCHS_PER_SECOND.length;

  /** The speed that the page opens with: 250 epochs per second. */
  public static final Speed DEFAULT = new Speed(7);

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Speed {
    Require.range("level", level, 0, MAX_LEVEL);
  }

  /** The fastest fixed speed up to a number of epochs per second, at least the slowest. */
  public static Speed atMost(double epochsPerSecond) {
    int level = 0;
    while (level + 1 < MAX_LEVEL && EPOCHS_PER_SECOND[level + 1] <= epochsPerSecond) {
      level++;
    }
    return new Speed(level);
  }

  /** Whether only the machine limits the speed. */
  public boolean isUnlimited() {
    return level == MAX_LEVEL;
  }

  /** Epochs per second; {@link Integer#MAX_VALUE} without a limit. */
  public int epochsPerSecond() {
    return isUnlimited() ? Integer.MAX_VALUE : EPOCHS_PER_SECOND[level];
  }
}
