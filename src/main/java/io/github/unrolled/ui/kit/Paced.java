package io.github.unrolled.ui.kit;

/**
 * Something that follows the state, but not in every frame: at once when all is at rest, at most
 * once per period while something runs.
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
   * Called in every frame.
   *
   * @param changed whether there is something new since the last call
   * @param running whether there will be more frames soon
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
