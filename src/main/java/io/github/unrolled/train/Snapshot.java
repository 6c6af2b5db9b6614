package io.github.unrolled.train;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.Pass;
import org.jspecify.annotations.Nullable;

/**
 * Everything views need to know about a run at one moment; it never changes afterwards.
 *
 * @param method the method whose network this is
 * @param parameters that network's parameters, shape [P]
 * @param pass its forward and, if that was finite, backward pass
 * @param gradient dL/dparameters before clipping, shape [P]; not all finite after an overflow
 * @param gradientNorm L2 norm of the gradient
 * @param clipped whether clipping would change that gradient
 * @param overflow the first number of the pass that is not finite, or null
 * @param testLoss mean squared error of the steps that do not train; NaN if there are none
 * @param epochs epochs of BPTT done, a whole number
 * @param tries tries of random search done, a whole number
 * @param bestLoss loss of the best try, infinite if there is none
 * @param bpttCurve BPTT's loss over work up to the present; the last point is the loss of its
 *     present network
 * @param clippedWork work of each point of that curve for which clipping acted since the point
 *     before
 * @param searchCurve random search's best loss over work
 */
public record Snapshot(
    Method method,
    Numbers parameters,
    Pass pass,
    Numbers gradient,
    double gradientNorm,
    boolean clipped,
    @Nullable Divergence overflow,
    double testLoss,
    double epochs,
    double tries,
    double bestLoss,
    Curve bpttCurve,
    Numbers clippedWork,
    Curve searchCurve) {

  /**
   * Points of a loss curve. Between them others may have been measured and left out.
   *
   * @param work work done, ascending
   * @param loss the finite loss there
   * @param least least loss measured from each point up to the next
   * @param most most loss measured from each point up to the next
   */
  public record Curve(Numbers work, Numbers loss, Numbers least, Numbers most) {
    /** A curve without points. */
    public static final Curve EMPTY =
        new Curve(Numbers.of(), Numbers.of(), Numbers.of(), Numbers.of());
  }

  /** Loss of the network; not finite if and only if a number overflowed in the forward pass. */
  public double loss() {
    return pass.loss();
  }
}
