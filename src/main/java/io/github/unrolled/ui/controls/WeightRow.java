package io.github.unrolled.ui.controls;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.plot.WideningRange;
import io.github.unrolled.ui.kit.Dom;
import io.github.unrolled.ui.kit.NumberInput;
import io.github.unrolled.ui.kit.Pointing;
import io.github.unrolled.ui.kit.Slider;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.ParameterWords;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** One parameter: its name, a field and a slider. Pointing at it marks it in every view. */
final class WeightRow {
  private final ScalarParameter parameter;
  private final HTMLElement root;
  private final NumberInput field;
  private final Slider slider;
  private final HTMLElement note = Dom.text("span", "field-note", ParameterWords.HELD);
  private final WideningRange range = newRange();
  private int runNumber = -1;

  WeightRow(ScalarParameter parameter, Consumer<Event> dispatch) {
    this.parameter = parameter;
    field =
        new NumberInput(
            parameter.label() + " value",
            Start::isParameter,
            ParameterWords.EXPECTED,
            value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
    slider =
        new Slider(
            parameter.label(),
            -range.end(),
            range.end(),
            range.step(),
            0,
            value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
    slider.input().setAttribute("aria-describedby", Toolbar.LOSS_ID);
    HTMLElement symbol =
        Dom.element(
            "span",
            "symbol",
            Dom.text("i", "", parameter.letter()),
            Dom.text("sub", "", parameter.subscript()));
    symbol.setTitle(parameter.label());
    root =
        Dom.element(
            "div",
            "weight-row",
            Dom.element(
                "span",
                "label",
                Dom.text("span", "weight-name-words", parameter.label() + " "),
                symbol),
            field.root(),
            slider.input(),
            note);
    Pointing.at(
        root,
        () -> dispatch.accept(new Command.ParameterPointedAt(parameter.index())),
        () -> dispatch.accept(new Command.ParameterPointedAt(-1)));
  }

  /** The row's element. */
  HTMLElement root() {
    return root;
  }

  /** Shows the parameter; the slider's range follows it. */
  void render(State state) {
    double value = state.snapshot().parameters().get(parameter.index());
    if (state.run().number() != runNumber) {
      runNumber = state.run().number();
      range.reset();
    }
    range.include(value);
    if (!slider.isHeld()) {
      range.settle();
    }
    slider.setRange(-range.end(), range.end(), range.step());
    boolean held = state.experiment().shape().holdsAtZero(parameter.index());
    String words = Text.NUMBERS.significant(value);
    slider.show(value, held ? words + ", " + ParameterWords.HELD : words);
    slider.setEnabled(!held);
    field.setEnabled(!held);
    Dom.setHidden(note, !held);
    field.show(value);
    showSign(root, value);
    Dom.toggleClass(root, "pointed", state.pointed().parameter() == parameter.index());
  }

  /** Gives a row the colour of a number's sign. */
  static void showSign(HTMLElement row, double value) {
    Dom.setAttribute(row, "data-sign", value < 0 ? "negative" : value > 0 ? "positive" : "zero");
  }

  /** Makes the range of a parameter's slider. */
  static WideningRange newRange() {
    return new WideningRange(3, 1e6);
  }
}
