package io.github.unrolled.ui;

import io.github.unrolled.experiment.State;
import org.teavm.jso.dom.html.HTMLElement;

/** What an instrument shows: made when it is opened, let go when it is closed. */
interface InstrumentView {

  /** Its outermost element, always the same. */
  HTMLElement root();

  /**
   * Shows a state. Called only while it is in sight; while something runs, the instruments in sight
   * take turns, one a frame.
   *
   * @param palette the theme's colours; another object after a change of theme
   * @return whether it works in slices and has more to do, though nothing changes
   */
  boolean render(State state, Palette palette);

  /** Lets go of whatever would outlive its elements. */
  default void close() {}
}
