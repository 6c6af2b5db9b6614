package io.github.unrolled.ui;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Start;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.ScalarParameter;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** One parameter: its name, a field and a slider. Pointing at it marks it in every view. */
final class WeightRow {
  private static final double[] RANGES = {
    3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4, 1e5, 1e6
  };

  private final ScalarParameter parameter;
  private final HTMLElement root;
  private final NumberInput field;
  private final Slider slider;
  private double range = RANGES[0];
  private int runNumber = -1;

  WeightRow(ScalarParameter parameter, Consumer<Event> dispatch) {
    this.parameter = parameter;
    field =
        new NumberInput(
            parameter.label() + " value",
            Start::isParameter,
            "a number from −1 000 000 to 1 000 000",
            value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
    slider =
        new Slider(
            parameter.label(),
            -range,
            range,
            step(range),
            0,
            value -> dispatch.accept(new Command.ParameterSet(parameter.index(), value)));
    HTMLElement symbol =
        Dom.element(
            "span",
            "symbol",
            Dom.text("i", "", parameter.letter()),
            Dom.text("sub", "", parameter.subscript()));
    root =
        Dom.element(
            "div",
            "weight-row",
            Dom.element("span", "label", Dom.text("span", "", parameter.label() + " "), symbol),
            field.root(),
            slider.input());
    Pointing.at(
        root,
        () -> dispatch.accept(new Command.ParameterPointedAt(parameter.index())),
        () -> dispatch.accept(new Command.ParameterPointedAt(-1)));
  }

  /** The row. */
  HTMLElement root() {
    return root;
  }

  /** Shows the parameter; the slider's range only ever widens during a run. */
  void render(State state) {
    double value = state.snapshot().parameters().get(parameter.index());
    if (state.runNumber() != runNumber) {
      runNumber = state.runNumber();
      range = RANGES[0];
    }
    while (Math.abs(value) > range && range < RANGES[RANGES.length - 1]) {
      range = next(range);
    }
    slider.setRange(-range, range, step(range));
    slider.show(value, Text.NUMBERS.significant(value));
    field.show(value);
    String sign = value < 0 ? "negative" : value > 0 ? "positive" : "zero";
    Dom.setAttribute(root, "data-sign", sign);
    Dom.toggleClass(root, "pointed", state.pointedParameter() == parameter.index());
  }

  /** Round steps: 0.01 on the first ranges, and never more than a thousand to each side. */
  private static double step(double range) {
    double step = 0.01;
    while (range > 1000 * step) {
      step *= 10;
    }
    return step;
  }

  private static double next(double range) {
    int i = 0;
    while (RANGES[i] <= range) {
      i++;
    }
    return RANGES[i];
  }
}
