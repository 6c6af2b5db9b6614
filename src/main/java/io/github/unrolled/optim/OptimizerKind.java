package io.github.unrolled.optim;

/** The optimizers to choose from. A new one is a constant here and a class beside {@link Adam}. */
public enum OptimizerKind {
  /** Plain gradient descent. */
  SGD("SGD"),
  /** Gradient descent with momentum 0.9. */
  MOMENTUM("Momentum"),
  /** Each component divided by its recent size. */
  RMSPROP("RMSProp"),
  /** Momentum and recent size together. */
  ADAM("Adam");

  private final String label;

  OptimizerKind(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** A fresh optimizer for so many parameters. */
  public Optimizer newOptimizer(int parameterCount) {
    return switch (this) {
      case SGD -> new Sgd();
      case MOMENTUM -> new Momentum(parameterCount);
      case RMSPROP -> new RmsProp(parameterCount);
      case ADAM -> new Adam(parameterCount);
    };
  }
}
