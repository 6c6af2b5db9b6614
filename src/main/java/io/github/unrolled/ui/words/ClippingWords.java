package io.github.unrolled.ui.words;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.ClippingEffect;

/** What clipping does to a gradient, in words. */
public final class ClippingWords {
  /** Angle in degrees below which only rounding turned the gradient. */
  private static final double ROUNDING = 1e-6;

  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public ClippingWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /**
   * Says what one kind of clipping does to the gradient's norm and direction.
   *
   * @param name name of the kind
   * @param before norm of the gradient before clipping
   * @param inUse whether training uses this kind
   */
  public String effect(String name, ClippingEffect effect, double before, boolean inUse) {
    return name
        + (inUse ? " (in use)" : "")
        + ": norm "
        + numbers.significant(before)
        + (effect.acted() ? change(effect) : ", left as it is");
  }

  private String change(ClippingEffect effect) {
    return " → "
        + numbers.significant(effect.norm())
        + (effect.angle() < ROUNDING
            ? ", not turned"
            : ", turned by " + numbers.significant(effect.angle()) + "°");
  }

  /**
   * Gives the limit, and says which components are listed.
   *
   * @param size number of components
   * @param listed number of components listed
   */
  public String limit(Clipping inUse, int size, int listed) {
    String limit = "Limit " + numbers.significant(inUse.limit()) + ". ";
    return listed == 0 || listed == size
        ? limit
        : limit + "The " + listed + " largest of " + numbers.integer(size) + " components.";
  }

  /**
   * Says what the clipping in use does to the next update.
   *
   * @param acts whether clipping changes the gradient
   */
  public String use(Clipping inUse, boolean acts) {
    if (inUse.kind() == Clipping.Kind.OFF) {
      return "Clipping is off: the update uses the gradient as it is.";
    }
    String kind = inUse.kind() == Clipping.Kind.ELEMENT_WISE ? "Element-wise" : "Global norm";
    return acts
        ? kind + " clipping is in use and changes this gradient."
        : kind + " clipping is in use; this gradient is within the limit.";
  }
}
