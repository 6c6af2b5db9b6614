package io.github.unrolled.ui;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.ui.kit.Browser;
import io.github.unrolled.ui.kit.Text;
import io.github.unrolled.ui.words.DivergenceWords;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Dispatches events of the element that do not bubble, each at most once per frame, to the host
 * page: {@code change}, {@code step}, {@code epoch} and {@code diverged}.
 */
final class HostEvents {
  private static final DivergenceWords DIVERGENCE = new DivergenceWords(Text.NUMBERS);

  private final HTMLElement host;
  private final Supplier<String> fragment;
  private @Nullable State told;
  private @Nullable State now;
  private boolean due;

  HostEvents(HTMLElement host, Supplier<String> fragment) {
    this.host = host;
    this.fragment = fragment;
  }

  /** Takes each state that is drawn; the events follow in the next frame. */
  void render(State state) {
    now = state;
    if (!due) {
      due = true;
      Browser.requestFrame(
          () -> {
            due = false;
            tell();
          });
    }
  }

  private void tell() {
    State before = told;
    State state = now;
    told = state;
    if (before == null || state == null) {
      return;
    }
    Experiment experiment = state.experiment();
    if (experiment.cursor() != before.experiment().cursor()) {
      step(host, experiment.cursor());
    }
    if (state.run().presentEpoch() != before.run().presentEpoch()) {
      epoch(host, state.run().presentEpoch(), state.snapshot().loss());
    }
    if (state.run().disturbance() != before.run().disturbance()
        || !experiment.isSameButCursor(before.experiment())) {
      change(host, fragment.get());
    }
    Divergence divergence = state.run().divergence();
    if (divergence != null && divergence != before.run().divergence()) {
      diverged(
          host,
          divergence.epoch(),
          divergence.step(),
          DIVERGENCE.ofTraining(divergence, state.snapshot(), experiment.shape()));
    }
  }

  @JSBody(
      params = {"host", "step"},
      script = "host.dispatchEvent(new CustomEvent('step', {detail: {step: step}}));")
  private static native void step(HTMLElement host, int step);

  @JSBody(
      params = {"host", "epoch", "loss"},
      script =
          "host.dispatchEvent(new CustomEvent('epoch', {detail: {epoch: epoch, loss: loss}}));")
  private static native void epoch(HTMLElement host, double epoch, double loss);

  @JSBody(
      params = {"host", "state"},
      script = "host.dispatchEvent(new CustomEvent('change', {detail: {state: state}}));")
  private static native void change(HTMLElement host, String state);

  @JSBody(
      params = {"host", "epoch", "step", "message"},
      script =
          "host.dispatchEvent(new CustomEvent('diverged',"
              + " {detail: {epoch: epoch, step: step, message: message}}));")
  private static native void diverged(HTMLElement host, double epoch, int step, String message);
}
