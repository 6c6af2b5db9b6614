package io.github.unrolled.experiment;

import io.github.unrolled.nn.NetworkShape;

/**
 * The step, parameter and unit pointed at in some view, for all views to show.
 *
 * @param step time step, 1 to T, or 0 for none
 * @param parameter index of the parameter, or -1 for none
 * @param lastParameter index of the parameter pointed at last, or -1
 * @param strip which of the unit's numbers: 0 for the hidden state, then the gates in their order
 *     from 1, then the cell state
 * @param unit index of the hidden unit, or -1 for none
 */
public record Pointed(int step, int parameter, int lastParameter, int strip, int unit) {
  /** Nothing is pointed at. */
  public static final Pointed NOTHING = new Pointed(0, -1, -1, 0, -1);

  /** Points at a time step, 0 for none; beyond the sequence, at the last step. */
  Pointed atStep(int wanted, int steps) {
    int next = Math.max(0, Math.min(steps, wanted));
    return new Pointed(next, parameter, lastParameter, strip, unit);
  }

  /** Points at a parameter; at none if the network has fewer parameters. */
  Pointed atParameter(int wanted, int count) {
    int next = wanted < count ? Math.max(-1, wanted) : -1;
    return new Pointed(step, next, next < 0 ? lastParameter : next, strip, unit);
  }

  /** Points at a strip of a unit; at none if the network has no such unit. */
  Pointed atUnit(int wantedStrip, int wanted, NetworkShape shape) {
    int strips = 1 + shape.cell().gateCount() + (shape.cell().hasCellState() ? 1 : 0);
    int nextStrip = Math.max(0, Math.min(strips - 1, wantedStrip));
    int next = wanted >= 0 && wanted < shape.hiddenSize() ? wanted : -1;
    return new Pointed(step, parameter, lastParameter, nextStrip, next);
  }

  /** Points at no step, as the steps have changed. */
  Pointed withoutStep() {
    return new Pointed(0, parameter, lastParameter, strip, unit);
  }

  /** Points at nothing in the network, as the network has changed. */
  Pointed withoutNetwork() {
    return new Pointed(step, -1, -1, strip, -1);
  }
}
