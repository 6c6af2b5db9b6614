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
   * Everything the optimizer remembers of earlier steps, at a length that never changes. Live:
   * writing into it changes what is remembered.
   */
  double[] memory();

  /** Forgets all earlier steps, as if it were new. */
  void forget();
}
