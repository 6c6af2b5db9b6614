package io.github.unrolled.experiment;

/** What is pointed at in some view, for all views to show. */
final class Pointed {
  private int step;
  private int parameter = -1;
  private int lastParameter = -1;
  private int strip;
  private int unit = -1;

  /** Time step, 1 to T, or 0. */
  int step() {
    return step;
  }

  /** Index of the parameter, or -1. */
  int parameter() {
    return parameter;
  }

  /** Index of the parameter that was pointed at last, or -1. */
  int lastParameter() {
    return lastParameter;
  }

  /** Which numbers of the unit: 0 hidden state, then gates, cell state. */
  int strip() {
    return strip;
  }

  /** Index of the hidden unit, or -1. */
  int unit() {
    return unit;
  }

  /** Points at a time step of so many. */
  void atStep(int wanted, int steps) {
    step = Math.max(0, Math.min(steps, wanted));
  }

  /** Points at a parameter of so many. */
  void atParameter(int wanted, int count) {
    parameter = wanted < count ? Math.max(-1, wanted) : -1;
    lastParameter = parameter < 0 ? lastParameter : parameter;
  }

  /** Points at one of so many units, in one of so many strips. */
  void atUnit(int wantedStrip, int strips, int wanted, int units) {
    unit = wanted >= 0 && wanted < units ? wanted : -1;
    strip = Math.max(0, Math.min(strips - 1, wantedStrip));
  }

  /** Points at no step: they are others now. */
  void forgetSteps() {
    step = 0;
  }

  /** Points at nothing in the network: it is another now. */
  void forgetNetwork() {
    parameter = -1;
    lastParameter = -1;
    unit = -1;
  }
}
