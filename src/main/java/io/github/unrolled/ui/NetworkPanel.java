package io.github.unrolled.ui;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.Activation;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** Which network it is. */
final class NetworkPanel implements View {
  private final HTMLElement root;
  private final Choice<Activation> activation;

  NetworkPanel(Consumer<Event> dispatch) {
    activation =
        new Choice<>(
            "Activation function",
            List.of(Activation.values()),
            Activation::label,
            chosen -> dispatch.accept(new Change.ActivationChosen(chosen)));
    root = Panel.of("network", "Network", activation.root());
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    activation.show(state.experiment().shape().activation());
  }
}
