package io.github.unrolled.ui;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Dom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Detects where a gesture of the reader ends and another begins, so that each is one step of undo,
 * and handles the keys of undo and redo. It listens only inside the playground.
 */
final class Gestures {
  /** Whether a field contains typed text not yet accepted, which the field itself undoes. */
  private boolean typing;

  private Gestures() {}

  /**
   * Starts to listen on an element, for as long as the element lives.
   *
   * @param begins called before a new gesture reaches any control
   */
  static void listen(HTMLElement root, Runnable begins, Consumer<Event> dispatch) {
    new Gestures().start(root, begins, dispatch);
  }

  private void start(HTMLElement root, Runnable begins, Consumer<Event> dispatch) {
    // A click on something unfocusable focuses the playground, so that its keys are heard.
    root.setAttribute("tabindex", "-1");
    Dom.onCapture(root, "input", event -> typing = Browser.isTyping(event));
    Dom.onCapture(root, "change", event -> typing = false);
    Dom.onCapture(root, "focusin", event -> typing = false);
    for (String type : new String[] {"pointerdown", "click", "change", "drop"}) {
      Dom.onCapture(root, type, event -> begins.run());
    }
    Dom.onCapture(
        root,
        "keydown",
        event -> {
          KeyboardEvent key = (KeyboardEvent) event;
          // Typing into a field, or holding a key down, continues a gesture.
          if (!Browser.isTyping(key) && !key.isRepeat()) {
            begins.run();
          }
        });
    Dom.on(
        root,
        "keydown",
        event -> {
          KeyboardEvent key = (KeyboardEvent) event;
          if ((key.isCtrlKey() || key.isMetaKey())
              && !key.isAltKey()
              && !typing
              && !Browser.isInDialog(key)) {
            Event wanted = wanted(key.getKey(), key.isShiftKey());
            if (wanted != null) {
              key.preventDefault();
              dispatch.accept(wanted);
              Browser.refocus(key);
            }
          }
        });
  }

  private static @Nullable Event wanted(String key, boolean shift) {
    return switch (key) {
      case "z", "Z" -> shift ? new Command.Redone() : new Command.Undone();
      case "y" -> new Command.Redone();
      default -> null;
    };
  }
}
