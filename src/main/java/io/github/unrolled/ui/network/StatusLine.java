package io.github.unrolled.ui.network;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.ShownWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** States whose network the page shows; lets training continue from the random search's network. */
public final class StatusLine implements View {
  private static final ShownWords WORDS = new ShownWords(Text.NUMBERS);

  private final HTMLElement text = Dom.element("span", "");
  private final HTMLElement adopt;
  private final HTMLElement other;
  private Method shown = Method.BPTT;
  private final HTMLElement root;

  public StatusLine(Consumer<Event> dispatch) {
    adopt =
        Dom.button(
            "button small", "Train from here", () -> dispatch.accept(new Command.BestAdopted()));
    other =
        Dom.button("button small", "", () -> dispatch.accept(new Command.MethodChosen(other())));
    root = Dom.element("div", "status-line", text, adopt, other);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Snapshot snapshot = state.snapshot();
    shown = snapshot.method();
    boolean found = shown == Method.RANDOM_SEARCH;
    Dom.setHidden(adopt, !found);
    Dom.setHidden(other, snapshot.bestLoss() == Double.POSITIVE_INFINITY);
    Dom.setText(other, found ? "Show trained" : "Show best random");
    Dom.toggleClass(root, "rival", found);
    Dom.setText(text, WORDS.network(state));
  }

  private Method other() {
    return shown == Method.BPTT ? Method.RANDOM_SEARCH : Method.BPTT;
  }
}
