package io.github.unrolled.ui.takealong;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.view.View;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** The buttons that undo, redo and take the experiment along. */
public final class TakeAlong implements View {
  private final HTMLElement undo;
  private final HTMLElement redo;
  private final HTMLElement root;

  /**
   * Makes the buttons.
   *
   * @param share opens the dialog of that name, as the others do
   */
  public TakeAlong(Consumer<Event> dispatch, Runnable share, Runnable embed, Runnable export) {
    undo = Dom.button("button small", "Undo", () -> dispatch.accept(new Command.Undone()));
    redo = Dom.button("button small", "Redo", () -> dispatch.accept(new Command.Redone()));
    root =
        Dom.element(
            "div",
            "take-along",
            Dom.element("div", "button-group", undo, redo),
            Dom.element(
                "div",
                "button-group",
                Dom.button("button small", "Share", share),
                Dom.button("button small", "Embed", embed),
                Dom.button("button small", "Export", export)));
    root.setAttribute("part", "take-along");
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Take along");
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
