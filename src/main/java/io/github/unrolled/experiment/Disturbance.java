package io.github.unrolled.experiment;

/** When somebody last interfered with a run: began it, or changed its weights or settings. */
final class Disturbance {
  private int number;
  private int last;
  private double since;

  /** Number of the last new run or manual change of weights; each has another. */
  int number() {
    return number;
  }

  /** Epoch of BPTT from which on settings and weights were left alone. */
  double since() {
    return since;
  }

  /** Counts a new run or a manual change of weights at an epoch. */
  void count(double epoch) {
    number = ++last;
    since = epoch;
  }

  /** Notes a change of settings at an epoch, which is not counted. */
  void note(double epoch) {
    since = epoch;
  }

  /** Returns to a disturbance counted before. */
  void setBack(int numberThen, double sinceThen) {
    number = numberThen;
    since = sinceThen;
  }
}
