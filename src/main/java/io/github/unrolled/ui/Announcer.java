package io.github.unrolled.ui;

import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.ChangeWords;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Announces the effects of the reader's actions, but not of frames, to assistive technology. What a
 * hand changes in many small steps is announced once it rests.
 */
final class Announcer implements View {
  private static final ChangeWords CHANGES = new ChangeWords(Text.NUMBERS);

  /** Time without a change after which a hand rests. */
  private static final double REST_MS = 700;

  private final HTMLElement root = Dom.element("div", "visually-hidden");
  private @Nullable State last;

  /** The state that the present announcement describes. */
  private @Nullable State said;

  /** The state before the changes by hand that are to be announced; null if there are none. */
  private @Nullable State untouched;

  private double changedAt;
  private boolean waits;

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
    String change = CHANGES.of(before, state);
    if (CHANGES.isByHand(before, state)) {
      untouched = untouched == null ? before : untouched;
      changedAt = Browser.now();
      waitForRest();
    } else if (change != null) {
      untouched = null;
    }
    if (change != null) {
      say(change, state);
    } else if (said != null && CHANGES.isStale(said, state)) {
      say("", state);
    }
  }

  private void say(String text, State state) {
    said = state;
    Dom.setText(root, text);
  }

  private void waitForRest() {
    if (!waits) {
      waits = true;
      Browser.later(
          changedAt + REST_MS - Browser.now(),
          () -> {
            waits = false;
            announceRest();
          });
    }
  }

  private void announceRest() {
    State before = untouched;
    State now = last;
    if (before == null || now == null) {
      return;
    }
    if (now.activity().replaying()) {
      changedAt = Browser.now();
    }
    if (Browser.now() < changedAt + REST_MS) {
      waitForRest();
      return;
    }
    untouched = null;
    if (!now.isRunning()) {
      say(CHANGES.afterwards(before, now), now);
    }
  }
}
