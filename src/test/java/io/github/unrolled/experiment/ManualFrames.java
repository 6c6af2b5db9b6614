package io.github.unrolled.experiment;

import java.util.ArrayDeque;
import java.util.Queue;

/** A clock and frames that advance only when a test says so. */
public final class ManualFrames implements Clock, Frames {
  private final Queue<Runnable> requested = new ArrayDeque<>();
  private double now;
  private double costOfReading;

  @Override
  public double now() {
    now += costOfReading;
    return now;
  }

  @Override
  public void request(Runnable callback) {
    requested.add(callback);
  }

  /** Makes each look at the clock take some time, as if work had been done in between. */
  public void setCostOfReading(double milliseconds) {
    costOfReading = milliseconds;
  }

  /** The count of requested frames. */
  public int outstanding() {
    return requested.size();
  }

  /** Lets time pass, then draws a frame if one is requested. */
  public void draw(double milliseconds) {
    now += milliseconds;
    Runnable callback = requested.poll();
    if (callback != null) {
      callback.run();
    }
  }

  /** Draws frames of equal length. */
  public void draw(int frames, double milliseconds) {
    for (int i = 0; i < frames; i++) {
      draw(milliseconds);
    }
  }
}
