package io.github.unrolled.optim;

/** The optimizers to choose from. A new one is a constant here and a class beside {@link Adam}. */
public enum OptimizerKind {
  /** Plain gradient descent. */
  SGD("SGD", true),
  /** Gradient descent with momentum 0.9. */
  MOMENTUM("Momentum", true),
  /** Each component divided by its recent size. */
  RMSPROP("RMSProp", false),
  /** Momentum and recent size together. */
  ADAM("Adam", false);

  private final String label;
  private final boolean followsGradient;

  OptimizerKind(String label, boolean followsGradient) {
    this.label = label;
    this.followsGradient = followsGradient;
  }

  /** Name for display. */
  public String label() {
    return label;
  }

  /** Whether steps follow the gradient, rather than being scaled for each component. */
  public boolean followsGradient() {
    return followsGradient;
  }

  /** Returns a fresh optimizer for {@code parameterCount} parameters. */
  public Optimizer newOptimizer(int parameterCount) {
    return switch (this) {
      case SGD -> new Sgd();
      case MOMENTUM -> new Momentum(parameterCount);
      case RMSPROP -> new RmsProp(parameterCount);
      case ADAM -> new Adam(parameterCount);
    };
  }
}
