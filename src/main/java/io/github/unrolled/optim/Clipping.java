package io.github.unrolled.optim;

import io.github.unrolled.math.Vectors;

/**
 * A bound on the gradient before an update.
 *
 * <p>Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks
 * (2013), algorithm 1, for the global norm.
 *
 * @param kind what is bounded
 * @param limit the bound, positive and finite
 */
public record Clipping(Kind kind, double limit) {

  /** What clipping bounds. */
  public enum Kind {
    /** Each component on its own, to [-limit, limit]; this can turn the gradient. */
    ELEMENT_WISE("Element-wise"),
    /** The length of the whole gradient, whose direction is kept. */
    GLOBAL_NORM("Global norm"),
    /** Nothing. */
    OFF("Off");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name shown to people. */
    public String label() {
      return label;
    }
  }

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if the limit is not positive and finite
   */
  public Clipping {
    if (!(limit > 0 && limit <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("limit: expected a positive finite number");
    }
  }

  /**
   * Clips a gradient.
   *
   * @param gradient shape [P], all finite. Overwritten.
   * @return whether the gradient was changed
   */
  public boolean clip(double[] gradient) {
    return clip(gradient, kind == Kind.GLOBAL_NORM ? Vectors.norm(gradient) : 0);
  }

  /**
   * Clips a gradient whose norm is known.
   *
   * @param gradient shape [P], all finite. Overwritten.
   * @param norm its L2 norm
   * @return whether the gradient was changed
   */
  public boolean clip(double[] gradient, double norm) {
    return switch (kind) {
      case ELEMENT_WISE -> clipComponents(gradient);
      case GLOBAL_NORM -> clipNorm(gradient, norm);
      case OFF -> false;
    };
  }

  private boolean clipComponents(double[] gradient) {
    final double most = limit;
    boolean acted = false;
    for (int i = 0; i < gradient.length; i++) {
      final double g = gradient[i];
      if (Math.abs(g) > most) {
        gradient[i] = g < 0 ? -most : most;
        acted = true;
      }
    }
    return acted;
  }

  private boolean clipNorm(double[] gradient, double norm) {
    if (!(norm > limit)) {
      return false;
    }
    if (norm <= Double.MAX_VALUE) {
      shorten(gradient, norm);
    } else {
      // The norm itself overflowed: shrink first, so that the direction survives.
      Vectors.scale(gradient, 0x1p-600);
      shorten(gradient, Vectors.norm(gradient));
    }
    return true;
  }

  private void shorten(double[] gradient, double norm) {
    // A factor limit / norm would lose its digits where it is tiny, and TeaVM 0.16 would multiply
    // by limit before it divides, which rounds differently.
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = gradient[i] / norm * limit;
    }
  }
}
