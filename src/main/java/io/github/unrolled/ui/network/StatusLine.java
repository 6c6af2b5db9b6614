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

/**
 * States whose network the page shows; lets training continue from the random search's network, and
 * brings back a training that a change has ended.
 */
public final class StatusLine implements View {
  private static final ShownWords WORDS = new ShownWords(Text.NUMBERS);

  private final HTMLElement text = Dom.element("span", "");
  private final HTMLElement adopt;
  private final HTMLElement other;
  private final HTMLElement back;
  private Method shown = Method.BPTT;

  /** Number of the run shown, and the epochs that it has reached. */
  private int run = -1;

  private double reached;

  /** Epochs of the run that a change has ended; 0 if there is nothing to bring back. */
  private double lost;

  /** Changes that could be undone when it was lost, and that can be undone now. */
  private int undoableThen;

  private int undoable;
  private final HTMLElement root;

  public StatusLine(Consumer<Event> dispatch) {
    adopt =
        Dom.button(
            "button small", "Train from here", () -> dispatch.accept(new Command.BestAdopted()));
    other =
        Dom.button("button small", "", () -> dispatch.accept(new Command.MethodChosen(other())));
    back = Dom.button("button small", "", () -> bringBack(dispatch));
    root = Dom.element("div", "status-line", text, back, adopt, other);
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
    follow(state);
    Dom.setHidden(back, lost == 0);
    Dom.setText(back, WORDS.backTo(lost));
    Dom.toggleClass(root, "lost", lost > 0);
  }

  /** Undoes the change that has ended the run, and all since. */
  private void bringBack(Consumer<Event> dispatch) {
    for (int changes = undoable; changes >= undoableThen; changes--) {
      dispatch.accept(new Command.Undone());
    }
  }

  private void follow(State state) {
    double epochs = state.run().presentEpoch();
    boolean another = state.run().number() != run;
    boolean changed = state.changes().undoable() > undoable;
    undoable = state.changes().undoable();
    if (another && changed && reached > 0) {
      lost = reached;
      undoableThen = undoable;
    }
    if (epochs > 0 || state.isRunning() || undoable < undoableThen || undoable == 0) {
      lost = 0;
    }
    run = state.run().number();
    reached = epochs;
  }

  private Method other() {
    return shown == Method.BPTT ? Method.RANDOM_SEARCH : Method.BPTT;
  }
}
