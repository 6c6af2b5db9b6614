package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Icon;
import io.github.unrolled.ui.kit.IconButton;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.View;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** The buttons that undo, redo, start over and take the experiment along. */
public final class TakeAlong implements View {
  private final HTMLElement undo;
  private final HTMLElement redo;
  private final HTMLElement root;

  /**
   * Makes the buttons.
   *
   * @param startOver opens the dialog of that name, as the others do
   */
  public TakeAlong(
      Consumer<Event> dispatch,
      Runnable startOver,
      Runnable share,
      Runnable embed,
      Runnable export) {
    undo = button(Icon.UNDO, "Undo", "", () -> dispatch.accept(new Command.Undone()));
    redo = button(Icon.REDO, "Redo", "", () -> dispatch.accept(new Command.Redone()));
    root =
        Dom.element(
            "div",
            "take-along",
            Dom.element(
                "div",
                "button-group",
                undo,
                redo,
                button(Icon.HOME, "Start over", "as the page first opens", startOver)),
            Dom.element(
                "div",
                "button-group",
                button(Icon.SHARE, "Share", "a link to this experiment", share),
                button(Icon.EMBED, "Embed", "markup for your own page", embed),
                button(Icon.EXPORT, "Export", "files of all kinds", export)));
    root.setAttribute("part", "take-along");
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Take along");
  }

  private static HTMLElement button(Icon icon, String label, String what, Runnable action) {
    HTMLElement button = IconButton.of("button small", icon, label, action);
    button.setTitle(label + ": " + what);
    return button;
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    show(undo, state.changes().undoable(), "undo: Ctrl+Z or ⌘Z", "Nothing to undo");
    show(redo, state.changes().redoable(), "redo: Ctrl+Shift+Z or ⌘⇧Z", "Nothing to redo");
  }

  /** Shows a button; one with nothing to do stays in the tab order, so that the focus stays. */
  private static void show(HTMLElement button, int changes, String how, String nothing) {
    Dom.setAttribute(button, "aria-disabled", changes > 0 ? "false" : "true");
    Dom.setTitle(
        button,
        changes == 0 ? nothing : changes + (changes == 1 ? " change" : " changes") + " to " + how);
  }
}
