package io.github.unrolled.nn;

import io.github.unrolled.math.Activation;

/**
 * Which network an experiment uses, as plain settings that can be compared and saved.
 *
 * @param activation f of the hidden unit
 */
public record NetworkShape(Activation activation) {

  /** Makes a network of this shape. */
  public Network newNetwork() {
    return new ElmanUnit(activation);
  }
}
