package io.github.unrolled.ui.view;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Palette;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A part of the page. It builds its own elements, draws what it is given, and dispatches events; it
 * keeps handles and caches only, and does nothing when nothing that it shows has changed. An
 * instrument is a view that is made when it is opened and closed with its panel.
 */
public interface View {

  /** Its outermost element, always the same. */
  HTMLElement root();

  /**
   * Shows a state. Called at most once per frame; of an instrument only while it is in sight, and
   * while something runs, the instruments in sight take turns, one a frame.
   *
   * @param palette the theme's colours; another object after a change of theme
   */
  void render(State state, Palette palette);

  /**
   * Whether it works in slices and has more to do for the state it was given last, so that it wants
   * another frame though nothing changes.
   */
  default boolean isUnfinished() {
    return false;
  }

  /** Lets go of whatever would outlive its elements. */
  default void close() {}
}
