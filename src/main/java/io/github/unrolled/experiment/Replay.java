package io.github.unrolled.experiment;

/**
 * Training that returns to the epoch it had reached before its start was moved. The goal outlives
 * an interrupted replay, so that the next replay has the same goal.
 */
final class Replay {
  private boolean on;
  private double goal;

  /** Whether a replay is running. */
  boolean isOn() {
    return on;
  }

  /** The epoch to return to; 0 if there is none. */
  double goal() {
    return goal;
  }

  /** Starts a replay up to an epoch. */
  void start(double epoch) {
    goal = epoch;
    on = epoch > 0;
  }

  /** Adds epochs to the goal. */
  void extend(int epochs) {
    goal += epochs;
  }

  /** Stops before the goal, which stays. */
  void stop() {
    on = false;
  }

  /** Stops and forgets the goal. */
  void cancel() {
    on = false;
    goal = 0;
  }

  /** Forgets the goal if no replay is running. */
  void forgetIfOver() {
    goal = on ? goal : 0;
  }

  /** Ends the replay if the goal is reached. */
  void endIfAt(double epochs) {
    on = on && epochs < goal;
  }
}
