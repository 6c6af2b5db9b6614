package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Ghost;
import io.github.unrolled.experiment.State;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Palette;
import io.github.unrolled.ui.kit.Term;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.view.View;
import io.github.unrolled.ui.words.GhostWords;
import io.github.unrolled.ui.words.Glossary;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The earlier runs on the loss chart: their names, which can be edited, and their losses. */
public final class GhostsView implements View {
  private static final GhostWords WORDS = new GhostWords(Text.NUMBERS);

  private final Row[] rows = new Row[Ghost.MOST];
  private final HTMLElement keep;
  private final HTMLElement root;
  private List<Ghost> shown = List.of();

  /** The row of the ghost in one slot. */
  private static final class Row {
    final HTMLInputElement name = (HTMLInputElement) Dom.element("input", "ghost-name");
    final HTMLElement value = Dom.element("span", "legend-value");
    final HTMLElement detail = Dom.element("span", "legend-detail");
    final HTMLElement root = Dom.element("div", "legend-entry ghost");

    Row(int slot, Consumer<Event> dispatch, Runnable removed) {
      name.setAttribute("aria-label", "Name of ghost " + slot);
      name.setAttribute("maxlength", "" + Ghost.MAX_NAME);
      name.setAttribute("autocomplete", "off");
      name.setAttribute("spellcheck", "false");
      Dom.on(
          name,
          "change",
          event -> dispatch.accept(new Command.GhostRenamed(slot, name.getValue())));
      HTMLElement remove =
          Dom.button(
              "button small",
              "×",
              () -> {
                dispatch.accept(new Command.GhostRemoved(slot));
                removed.run();
              });
      remove.setAttribute("aria-label", "Remove ghost " + slot);
      Dom.append(
          root, Dom.element("i", "key key-ghost ghost-" + slot), Dom.text("b", "", "" + slot));
      Dom.append(root, name, remove);
      Dom.append(root, value, detail);
      Dom.setHidden(root, true);
    }
  }

  GhostsView(Consumer<Event> dispatch) {
    keep =
        Dom.button("button small", "Keep this run", () -> dispatch.accept(new Command.RunKept()));
    root =
        Dom.element(
            "div",
            "ghosts",
            Dom.element(
                "div",
                "ghosts-head",
                keep,
                Dom.element(
                    "span",
                    "legend-detail",
                    Dom.text("span", "", "It stays on the chart as a "),
                    new Term(Glossary.GHOST.key(), "ghost").root(),
                    Dom.text("span", "", "; a fifth replaces the oldest."))));
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Row(i + 1, dispatch, keep::focus);
      root.appendChild(rows[i].root);
    }
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Dom.setAttribute(keep, "aria-disabled", state.run().presentEpoch() > 0 ? "false" : "true");
    if (state.compared().ghosts() == shown) {
      return;
    }
    shown = state.compared().ghosts();
    for (Row row : rows) {
      Dom.setHidden(row.root, true);
    }
    for (Ghost ghost : shown) {
      Row row = rows[ghost.slot() - 1];
      Dom.setHidden(row.root, false);
      row.name.setValue(WORDS.name(ghost));
      Dom.setText(row.value, Text.NUMBERS.loss(ghost.finalLoss()));
      Dom.setText(row.detail, WORDS.length(ghost));
    }
  }
}
