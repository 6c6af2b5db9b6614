package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.insight.ParameterNames;
import io.github.unrolled.plot.WideningRange;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.Formula;
import io.github.unrolled.ui.kit.NumberInput;
import io.github.unrolled.ui.kit.Pointing;
import io.github.unrolled.ui.kit.Slider;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.ParameterWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The selected cell of the weight matrices: its names, a field and a slider. */
final class WeightEditor {
  private final HTMLElement symbol = Dom.element("b", "");
  private final HTMLElement words = Dom.element("span", "");
  private final NumberInput field;
  private final Slider slider;
  private final HTMLElement root;
  private final WideningRange range = WeightRow.newRange();
  private int index = -1;
  private int runNumber = -1;

  /**
   * Makes the editor.
   *
   * @param leave called to return the focus to the cell
   */
  WeightEditor(Consumer<Event> dispatch, Runnable leave) {
    field =
        new NumberInput(
            "Selected weight value",
            Start::isParameter,
            ParameterWords.EXPECTED,
            value -> dispatch.accept(new Command.ParameterSet(index, value)));
    slider =
        new Slider(
            "Selected weight",
            -range.end(),
            range.end(),
            range.step(),
            0,
            value -> dispatch.accept(new Command.ParameterSet(index, value)));
    slider.input().setAttribute("aria-describedby", Toolbar.LOSS_ID);
    root =
        Dom.element(
            "div",
            "weight-row weight-editor",
            Dom.element("p", "weight-name", symbol, words),
            slider.input(),
            field.root());
    root.setAttribute("role", "group");
    Pointing.at(
        root,
        () -> dispatch.accept(new Command.ParameterPointedAt(index)),
        () -> dispatch.accept(new Command.ParameterPointedAt(-1)));
    Dom.on(
        root,
        "keydown",
        event -> {
          if (((KeyboardEvent) event).getKey().equals("Escape")) {
            leave.run();
          }
        });
  }

  HTMLElement root() {
    return root;
  }

  /** Moves the focus into the field, which is disabled for a held weight. */
  void takeFocus() {
    field.input().focus();
  }

  /** Shows a parameter; the slider's range only widens until the parameter or run changes. */
  void render(State state, int selected, ParameterNames names) {
    if (selected != index || state.run().number() != runNumber) {
      range.reset();
      runNumber = state.run().number();
    }
    if (selected != index) {
      index = selected;
      field.forget();
    }
    double value = state.snapshot().parameters().get(index);
    boolean held = state.experiment().shape().holdsAtZero(index);
    // Keeps room for the reason, whether or not this parameter has one.
    Dom.toggleClass(root, "with-reason", !state.experiment().shape().memory());
    Formula.write(symbol, names.symbol(index));
    Dom.setText(words, " " + names.words(index) + (held ? " – " + ParameterWords.HELD : ""));
    Dom.setAttribute(root, "aria-label", "Selected: " + names.words(index));
    range.include(value);
    if (!slider.isHeld()) {
      range.settle();
    }
    slider.setRange(-range.end(), range.end(), range.step());
    slider.show(value, Text.NUMBERS.significant(value));
    field.show(value);
    slider.setEnabled(!held);
    field.setEnabled(!held);
    WeightRow.showSign(root, value);
  }
}
