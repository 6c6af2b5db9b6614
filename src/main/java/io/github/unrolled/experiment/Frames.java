package io.github.unrolled.experiment;

/** Calls back once before the next picture is drawn. */
public interface Frames {
  /** Asks for one call; the store never has more than one outstanding. */
  void request(Runnable callback);
}
