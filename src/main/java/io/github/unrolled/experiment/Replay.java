package io.github.unrolled.experiment;

/**
 * Training that comes up again to the epoch where it was before its start was moved. The goal
 * outlives a replay that was stopped on the way, so that the next one aims at it too.
 */
final class Replay {
  private boolean on;
  private double goal;

  /** Whether it goes on. */
  boolean isOn() {
    return on;
  }

  /** The epoch to come up to; 0 if there is none. */
  double goal() {
    return goal;
  }

  /** Starts to come up to an epoch. */
  void start(double epoch) {
    goal = epoch;
    on = epoch > 0;
  }

  /** Adds epochs to the goal. */
  void extend(int epochs) {
    goal += epochs;
  }

  /** Stops on the way; the goal stays. */
  void stop() {
    on = false;
  }

  /** Stops and forgets the goal. */
  void cancel() {
    on = false;
    goal = 0;
  }

  /** Forgets the goal of a replay that does not go on. */
  void forgetIfOver() {
    goal = on ? goal : 0;
  }

  /** Ends if the goal is reached. */
  void endIfAt(double epochs) {
    on = on && epochs < goal;
  }
}
