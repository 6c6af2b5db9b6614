package io.github.unrolled.insight;

import io.github.unrolled.math.Numbers;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.Pass;

/**
 * The gradient of a shared parameter as a sum over time: every step uses the parameter, and every
 * use contributes, say {@code dL/da_t[i] * h_{t-1}[j]} to the gradient of {@code W_hh[i, j]}.
 *
 * <p>Source: Goodfellow, Bengio and Courville, Deep Learning (2016), equations 10.22 to 10.28.
 */
public final class SumOverTime {
  private final Arithmetic arithmetic;

  /** Prepares for networks of one shape with one number per input. */
  public SumOverTime(NetworkShape shape) {
    arithmetic = new Arithmetic(shape);
  }

  /**
   * The gradient that reaches the sum in which a step uses a parameter.
   *
   * @param pass a pass after its backward pass
   * @param targets those of the pass, shape [T]
   * @param index index of the parameter in the flat array
   * @param t the step, from 0; the result is 0 for a step that does not train
   */
  public double arriving(Pass pass, Numbers targets, int index, int t) {
    Arithmetic.Place place = arithmetic.placeOf(index);
    int row = place.row();
    if (t >= pass.trainSteps()) {
      return 0;
    }
    if (row < 0) {
      double scale = 2.0 / pass.trainSteps();
      return scale * (pass.output(t) - targets.get(t));
    }
    boolean ofState =
        place.source() >= 0 || (place.source() == Arithmetic.BIAS && index != arithmetic.bias(row));
    return ofState ? pass.recurrentGradient(t, row) : pass.gateGradient(t, row);
  }

  /**
   * The factor of a parameter in a step: the input, a state, or 1 for a bias.
   *
   * @param inputs those of the pass, shape [T]
   * @param t the step, from 0; the state before step 0 is h_0
   */
  public double factor(Pass pass, Numbers inputs, int index, int t) {
    Arithmetic.Place place = arithmetic.placeOf(index);
    int source = place.source();
    if (source == Arithmetic.BIAS) {
      return 1;
    }
    if (source == Arithmetic.INPUT) {
      return inputs.get(t);
    }
    return place.row() < 0
        ? pass.hiddenState(t, source)
        : arithmetic.remembers(pass, t) ? pass.hiddenState(t - 1, source) : 0;
  }
}
