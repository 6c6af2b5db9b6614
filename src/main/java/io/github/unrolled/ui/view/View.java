package io.github.unrolled.ui.view;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Palette;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A part of the page. It builds its own elements, draws the state it is given, and dispatches
 * events; it keeps only handles and caches, and does nothing when nothing that it shows has
 * changed. An instrument is a view that is made when opened, and closed with its panel.
 */
public interface View {

  /** The view's outermost element, always the same. */
  HTMLElement root();

  /**
   * Shows a state. Called at most once per frame. An instrument is called only while it is in view;
   * while something runs, the instruments in view take turns, one per frame.
   *
   * @param palette the theme's colours; a new object after a change of theme
   */
  void render(State state, Palette palette);

  /**
   * Whether the view, working in slices, has more to do for its last state, so that it needs
   * another frame although nothing changes.
   */
  default boolean isUnfinished() {
    return false;
  }

  /** Releases everything that would outlive the view's elements. */
  default void close() {}
}
