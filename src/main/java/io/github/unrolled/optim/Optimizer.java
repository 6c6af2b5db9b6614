package io.github.unrolled.optim;

/** A rule that moves parameters along their gradient; it owns whatever it must remember. */
public interface Optimizer {

  /**
   * Does one update.
   *
   * @param parameters flat parameters, shape [P]. Overwritten.
   * @param gradient dL/dparameters after clipping, shape [P]. Not modified.
   * @param learningRate step size, positive
   */
  void step(double[] parameters, double[] gradient, double learningRate);

  /**
   * All that it remembers of earlier steps, of a length that never changes. Live: what is written
   * into it is what it remembers.
   */
  double[] memory();

  /** Forgets all earlier steps, as if it were fresh. */
  void forget();
}
