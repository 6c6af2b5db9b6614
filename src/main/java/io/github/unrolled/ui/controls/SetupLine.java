package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.Seen;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.SetupWords;
import org.teavm.jso.dom.html.HTMLElement;

/** The experiment in three short texts; each is a button that opens the tab of its settings. */
public final class SetupLine implements View {
  private static final SetupWords WORDS = new SetupWords(Text.NUMBERS);

  private final HTMLElement task;
  private final HTMLElement network;
  private final HTMLElement training;
  private final HTMLElement root;
  private final Seen seen = new Seen();

  /** Makes the line with what its buttons do. */
  public SetupLine(Runnable openTask, Runnable openNetwork, Runnable openTraining) {
    task = button("Task", openTask);
    network = button("Network", openNetwork);
    training = button("Training", openTraining);
    root = Dom.element("div", "setup-line", task, network, training);
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Set-up");
  }

  private static HTMLElement button(String tab, Runnable open) {
    HTMLElement button = Dom.button("setup", "", open);
    button.setTitle("Open the tab " + tab);
    return button;
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    seen.take(state, palette);
    if (seen.isNew(State::experiment)) {
      Dom.setText(task, WORDS.task(state.experiment().data()));
      Dom.setText(network, WORDS.network(state.experiment().shape()));
      Dom.setText(training, WORDS.training(state.experiment().training()));
    }
  }
}
