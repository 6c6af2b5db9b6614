package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.task.Problem;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Icon;
import io.github.unrolled.ui.kit.SliderRow;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.ToggleButton;
import io.github.unrolled.ui.words.Glossary;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Chooses whether the network runs on its own output, and from which step on. */
final class FreeRunControls {
  private final Consumer<Event> dispatch;
  private final ToggleButton toggle;
  private final SliderRow takeover;
  private final HTMLElement reason =
      Dom.text(
          "p",
          "hint free-reason",
          "Not for memory tasks: their inputs are drawn at random, so that no output is a next"
              + " input.");
  private final HTMLElement root;
  private @Nullable State state;
  private @Nullable Problem problem;

  /** Step last chosen for this problem; 0 for none. */
  private int chosen;

  FreeRunControls(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    toggle = new ToggleButton("button small", "Free running", Icon.LOOP, Icon.LOOP, this::switchTo);
    takeover =
        new SliderRow(
            new Term(Glossary.TAKEOVER.key(), "Takeover step"),
            1,
            1,
            step -> dispatch.accept(new Change.TakeoverChosen(step)));
    root = Dom.element("div", "free-controls", toggle.root(), reason, takeover.root());
  }

  /** Root element. */
  HTMLElement root() {
    return root;
  }

  private void switchTo(boolean on) {
    State current = state;
    if (current == null || !FreeRunning.isPossible(current)) {
      toggle.show(false);
      return;
    }
    int step = chosen > 0 ? chosen : suggestion(current);
    dispatch.accept(new Change.TakeoverChosen(on ? step : 0));
  }

  /** Suggests the last training step if others follow, else the cursor, else the middle. */
  private static int suggestion(State state) {
    int steps = state.problem().steps();
    if (state.problem().trainSteps() < steps) {
      return state.problem().trainSteps();
    }
    int cursor = state.experiment().cursor();
    return cursor > 0 ? cursor : (steps + 1) / 2;
  }

  /** Shows a state. */
  void render(State next) {
    state = next;
    int steps = next.problem().steps();
    int step = FreeRunning.isPossible(next) ? next.experiment().takeover() : 0;
    if (next.problem() != problem) {
      problem = next.problem();
      chosen = 0;
      takeover.setMax(steps);
    }
    toggle.show(step > 0);
    Dom.setAttribute(
        toggle.root(), "aria-disabled", FreeRunning.isPossible(next) ? "false" : "true");
    Dom.setHidden(reason, FreeRunning.isPossible(next));
    Dom.setHidden(takeover.root(), step == 0);
    if (step > 0) {
      chosen = step;
      takeover.show(step, "given until step " + step + ", then on its own");
    }
  }
}
