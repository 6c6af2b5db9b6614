package io.github.unrolled.ui;

import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.GhostWords;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Tells assistive technology, politely, of what somebody's action changed; never of each frame. */
final class Announcer implements View {
  private static final GhostWords GHOSTS = new GhostWords(Text.NUMBERS);

  private final HTMLElement root = Dom.element("div", "visually-hidden");
  private @Nullable State last;

  Announcer() {
    root.setAttribute("aria-live", "polite");
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    State before = last;
    last = state;
    if (before == null) {
      return;
    }
    String loss = "loss " + Text.NUMBERS.significant(state.snapshot().loss());
    String epoch = "epoch " + Text.NUMBERS.integer(state.snapshot().epochs());
    if (state.run().number() != before.run().number()) {
      Dom.setText(root, "New run: " + epoch + ", " + loss);
    } else if (state.compared().ghosts().size() > 0
        && state.compared().ghosts() != before.compared().ghosts()
        && state.compared().ghosts().size() >= before.compared().ghosts().size()) {
      Ghost newest = state.compared().ghosts().get(state.compared().ghosts().size() - 1);
      Dom.setText(root, "Ghost " + newest.slot() + ": " + GHOSTS.name(newest) + ". Now " + epoch);
    } else if (state.run().divergence() != null) {
      // The report is an alert of its own.
      Dom.setText(root, "");
    } else if (state.activity().training() != before.activity().training()) {
      Dom.setText(
          root,
          state.activity().training() ? "Training" : "Training paused at " + epoch + ", " + loss);
    } else if (state.activity().searching() != before.activity().searching()) {
      Dom.setText(
          root,
          state.activity().searching()
              ? "Searching at random"
              : "Random search paused after "
                  + Text.NUMBERS.integer(state.snapshot().tries())
                  + " tries");
    } else if (state.experiment().cursor() != before.experiment().cursor()) {
      Dom.setText(root, step(state));
    } else if (!state.isRunning() && state.snapshot().epochs() != before.snapshot().epochs()) {
      Dom.setText(root, epoch + ", " + loss);
    }
  }

  private static String step(State state) {
    int cursor = state.experiment().cursor();
    if (cursor == 0) {
      return "Before the first step";
    }
    Pass pass = state.snapshot().pass();
    return "Step "
        + cursor
        + " of "
        + state.problem().steps()
        + ": "
        // Of several units, the output tells more than a list would.
        + (pass.hiddenSize() > 1
            ? ""
            : "hidden state " + Text.NUMBERS.significant(pass.hiddenState(cursor - 1, 0)) + ", ")
        + "output "
        + Text.NUMBERS.significant(pass.output(cursor - 1))
        + ", expected "
        + Text.NUMBERS.significant(state.problem().targets().get(cursor - 1));
  }
}
