package io.github.unrolled.ui;

import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.nn.ElmanUnit;
import io.github.unrolled.nn.ScalarParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** The five numbers of the network, each to be dragged or typed, and what the hidden one means. */
final class WeightsPanel implements View {
  private static final int MEMORY_STEPS = 10;

  private final HTMLElement root;
  private final List<WeightRow> rows = new ArrayList<>();
  private final HTMLElement memory = Dom.element("p", "hint memory");

  WeightsPanel(Consumer<Event> dispatch) {
    root = Panel.of("weights", "Weights");
    for (ScalarParameter parameter : ScalarParameter.values()) {
      WeightRow row = new WeightRow(parameter, dispatch);
      rows.add(row);
      root.appendChild(row.root());
    }
    root.appendChild(memory);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    for (WeightRow row : rows) {
      row.render(state);
    }
    Dom.setText(memory, memory(state));
  }

  /** How much of a state can be left after some steps: the bound on its factors' product. */
  private static String memory(State state) {
    double weight = state.snapshot().parameters().get(ElmanUnit.HIDDEN_WEIGHT);
    double slope = state.experiment().shape().activation().steepestSlope();
    double factor = Math.abs(weight) * slope;
    double product = 1;
    for (int i = 0; i < MEMORY_STEPS; i++) {
      product *= factor;
    }
    String bound = slope == 1 ? "|W_hidden|" : "|W_hidden| × steepest slope";
    String value = bound + " = " + Text.NUMBERS.significant(factor);
    String times = Text.NUMBERS.significant(product) + " times itself in 10 steps.";
    if (factor == 0) {
      return value + ": nothing is remembered.";
    }
    if (factor < 1) {
      return value + " < 1: a memory fades, to at most " + times;
    }
    return factor > 1
        ? value + " > 1: a memory can grow, to at most " + times
        : value + ": a memory can last.";
  }
}
