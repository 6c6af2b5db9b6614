package io.github.unrolled.ui;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * The whole app inside one element: its store, its views, and the order in which they stand. Several
 * on one page know nothing of each other.
 */
final class Playground {
  private final HTMLElement host;
  private final HTMLElement root = Dom.element("div", "playground");
  private final Store store;
  private final List<View> views = new ArrayList<>();
  private @Nullable Palette palette;

  /** Builds the app into the shadow root of a host element. */
  Playground(HTMLElement host) {
    this.host = host;
    Node shadow = Browser.styledShadowRoot(host);
    shadow.appendChild(root);
    store =
        new Store(
            Experiment.initial(),
            Browser::now,
            callback -> Browser.requestFrame(callback::run),
            this::render);
  }

  private void render(State state) {
    Palette current = palette;
    if (current == null) {
      current = Palette.of(root);
      palette = current;
    }
    for (View view : views) {
      view.render(state, current);
    }
  }
}
