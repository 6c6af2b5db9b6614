package io.github.unrolled.ui.instruments;

import io.github.unrolled.math.Numbers;

/** Picks the components of a gradient that are worth a row of their own. */
final class LargestComponents {
  private LargestComponents() {}

  /** Lists the indices of the components largest in magnitude, ascending, up to a count. */
  static int[] of(Numbers gradient, int most) {
    int count = Math.min(most, gradient.size());
    boolean[] taken = new boolean[gradient.size()];
    for (int k = 0; k < count; k++) {
      int best = -1;
      for (int i = 0; i < taken.length; i++) {
        boolean larger = best < 0 || Math.abs(gradient.get(i)) > Math.abs(gradient.get(best));
        best = !taken[i] && larger ? i : best;
      }
      taken[best] = true;
    }
    int[] indices = new int[count];
    int at = 0;
    for (int i = 0; i < taken.length; i++) {
      if (taken[i]) {
        indices[at++] = i;
      }
    }
    return indices;
  }
}
