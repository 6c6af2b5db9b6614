package io.github.unrolled.ui;

import io.github.unrolled.experiment.State;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A part of the page. It builds its own elements, draws what it is given, and dispatches events; it
 * keeps handles and caches only, and does nothing when nothing that it shows has changed.
 */
interface View {

  /** Its outermost element, always the same. */
  HTMLElement root();

  /**
   * Shows a state. Called at most once per frame.
   *
   * @param palette the theme's colours; another object after a change of theme
   */
  void render(State state, Palette palette);

  /** Lets go of whatever would outlive its elements. */
  default void close() {}
}
