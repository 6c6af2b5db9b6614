package io.github.unrolled.experiment;

/** Requests a callback before the next frame is drawn. */
public interface Frames {
  /** Requests one call; the store never has more than one outstanding. */
  void request(Runnable callback);
}
