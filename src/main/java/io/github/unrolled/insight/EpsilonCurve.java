package io.github.unrolled.insight;

/**
 * The relative error of a gradient check over ε: a large ε measures a bend instead of a slope, a
 * small one drowns in rounding, so the curve is shaped like a U. Only some of the parameters of a
 * large network are checked.
 */
public final class EpsilonCurve {
  /** Largest number of parameters checked for each ε. */
  public static final int MOST_PARAMETERS = 64;

  private final GradientCheck check;
  private final double[] errors = new double[GradientCheck.EPSILONS];
  private final int stride;
  private int position;
  private int index;
  private double difference;
  private double backward;
  private double numeric;

  /** Prepares the curve of a gradient check. */
  public EpsilonCurve(GradientCheck check) {
    this.check = check;
    stride = (check.size() + MOST_PARAMETERS - 1) / MOST_PARAMETERS;
  }

  /** How many parameters are checked for each ε. */
  public int parameters() {
    return (check.size() + stride - 1) / stride;
  }

  /** Whether the curve is complete. */
  public boolean isDone() {
    return position == errors.length;
  }

  /** Measures one parameter at one ε: two forward passes. */
  public void next() {
    final double quotient = check.quotient(index, GradientCheck.epsilon(position));
    final double gradient = check.gradient(index);
    difference += (gradient - quotient) * (gradient - quotient);
    backward += gradient * gradient;
    numeric += quotient * quotient;
    index += stride;
    if (index >= check.size()) {
      final double size = Math.max(backward, numeric);
      errors[position] =
          difference <= Double.MAX_VALUE
              ? size == 0 ? 0 : Math.sqrt(difference / size)
              : Double.POSITIVE_INFINITY;
      position++;
      index = 0;
      difference = 0;
      backward = 0;
      numeric = 0;
    }
  }

  /** How many values of ε are done. */
  public int done() {
    return position;
  }

  /**
   * Relative error at one of the values of {@link GradientCheck#epsilon} that are done; infinite if
   * a quotient there is not finite.
   */
  public double error(int at) {
    return errors[at];
  }
}
