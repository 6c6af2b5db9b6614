package io.github.unrolled.optim;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;

/**
 * The effect of clipping on one gradient.
 *
 * @param clipped the gradient after clipping, shape [P]
 * @param norm L2 norm after clipping
 * @param angle degrees by which the gradient is turned, 0 to 180; 0 for a zero gradient
 * @param acted whether the gradient is changed at all
 */
public record ClippingEffect(Numbers clipped, double norm, double angle, boolean acted) {

  /**
   * Clips a copy of a gradient.
   *
   * @param gradient shape [P], all finite
   */
  public static ClippingEffect of(Clipping clipping, Numbers gradient) {
    double[] before = gradient.toArray();
    double[] after = gradient.toArray();
    boolean acted = clipping.clip(after);
    double angle = acted ? Vectors.angle(before, after) : 0;
    return new ClippingEffect(Numbers.of(after), Vectors.norm(after), angle, acted);
  }
}
