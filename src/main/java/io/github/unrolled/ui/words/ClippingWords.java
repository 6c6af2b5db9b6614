package io.github.unrolled.ui.words;

import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.ClippingEffect;

/** What clipping does to a gradient, in words. */
public final class ClippingWords {
  /** A smaller angle, in degrees, is that of numbers that were rounded. */
  private static final double ROUNDING = 1e-6;

  private final NumberFormat numbers;

  /** Makes sentences whose numbers a format writes. */
  public ClippingWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /**
   * What one kind of clipping does to the gradient's norm and direction.
   *
   * @param name of the kind
   * @param before norm of the gradient before it
   * @param inUse whether training uses it
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
   * The limit, and which components are listed.
   *
   * @param size number of components
   * @param listed number of those that are listed
   */
  public String limit(Clipping inUse, int size, int listed) {
    String limit = "Limit " + numbers.significant(inUse.limit()) + ". ";
    return listed == 0 || listed == size
        ? limit
        : limit + "The " + listed + " largest of " + numbers.integer(size) + " components.";
  }

  /**
   * What the clipping in use does to the next update.
   *
   * @param acts whether it changes the gradient
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
