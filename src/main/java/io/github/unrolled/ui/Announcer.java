package io.github.unrolled.ui;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.ChangeWords;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Announces the effects of the reader's actions, but not of frames, to assistive technology. */
final class Announcer implements View {
  private static final ChangeWords CHANGES = new ChangeWords(Text.NUMBERS);

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
    String change = before == null ? null : CHANGES.of(before, state);
    if (change != null) {
      Dom.setText(root, change);
    }
  }
}
