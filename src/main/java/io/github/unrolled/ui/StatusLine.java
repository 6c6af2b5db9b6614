package io.github.unrolled.ui;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Method;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** Says whose network the page shows, and lets training go on from the one random search found. */
final class StatusLine implements View {
  private final HTMLElement text = Dom.element("span", "");
  private final HTMLElement adopt;
  private final HTMLElement root;

  StatusLine(Consumer<Event> dispatch) {
    adopt =
        Dom.button(
            "button small", "Train from here", () -> dispatch.accept(new Command.BestAdopted()));
    root = Dom.element("div", "status-line", text, adopt);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    boolean found = state.snapshot().method() == Method.RANDOM_SEARCH;
    adopt.setHidden(!found);
    Dom.toggleClass(root, "rival", found);
    Dom.setText(
        text,
        found
            ? "Shown: the best network of "
                + Text.NUMBERS.integer(state.snapshot().tries())
                + " random tries."
            : state.snapshot().epochs() == 0
                ? "Shown: the network before training."
                : "Shown: the network after "
                    + Text.NUMBERS.integer(state.snapshot().epochs())
                    + (state.snapshot().epochs() == 1
                        ? " epoch of training."
                        : " epochs of training."));
  }
}
