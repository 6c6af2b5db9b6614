package io.github.unrolled.ui.kit;

/**
 * An action that follows the state, but not in every frame: at once while nothing runs, at most
 * once per period while something does.
 */
public final class Paced {
  private final double periodMs;
  private final Runnable action;
  private boolean due;
  private double last = Double.NEGATIVE_INFINITY;

  /** Paces an action. */
  public Paced(double periodMs, Runnable action) {
    this.periodMs = periodMs;
    this.action = action;
  }

  /**
   * Runs the action if it is due; called in every frame.
   *
   * @param changed whether anything is new since the last call
   * @param running whether more frames follow soon
   */
  public void frame(boolean changed, boolean running) {
    due |= changed;
    if (due && (!running || Browser.now() - last >= periodMs)) {
      due = false;
      last = Browser.now();
      action.run();
    }
  }
}
