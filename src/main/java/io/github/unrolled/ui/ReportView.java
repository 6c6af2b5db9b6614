package io.github.unrolled.ui;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Training;
import io.github.unrolled.math.Activation;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Snapshot;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The autopsy after an overflow: where it happened, what was put back, and remedies to press. */
final class ReportView implements View {
  private final Consumer<Event> dispatch;
  private final HTMLElement text = Dom.element("p", "report-text");
  private final HTMLElement remedies = Dom.element("div", "remedies");
  private final HTMLElement root;
  private @Nullable Divergence shownDivergence;
  private boolean shownTrained;
  private @Nullable Experiment shownExperiment;

  ReportView(Consumer<Event> dispatch) {
    this.dispatch = dispatch;
    text.setAttribute("role", "alert");
    root = Dom.element("div", "report", text, remedies);
    root.setHidden(true);
  }

  @Override
  public HTMLElement root() {
    return root;
  }

  @Override
  public void render(State state, Palette palette) {
    Snapshot snapshot = state.snapshot();
    boolean trained = state.divergence() != null;
    Divergence divergence = trained ? state.divergence() : snapshot.overflow();
    boolean same =
        divergence == null ? shownDivergence == null : divergence.equals(shownDivergence);
    if (same && trained == shownTrained && state.experiment().equals(shownExperiment)) {
      return;
    }
    shownExperiment = state.experiment();
    shownDivergence = divergence;
    shownTrained = trained;
    root.setHidden(divergence == null);
    remedies.clear();
    if (divergence == null) {
      Dom.setText(text, "");
      return;
    }
    Dom.setText(
        text,
        trained
            ? DivergenceText.ofTraining(divergence, snapshot, Text.NUMBERS)
            : DivergenceText.ofNetwork(divergence));
    offerRemedies(state.experiment(), trained);
  }

  private void offerRemedies(Experiment experiment, boolean trained) {
    Training training = experiment.training();
    if (trained && training.learningRate() / 10 >= Training.MIN_LEARNING_RATE) {
      double rate = training.learningRate() / 10;
      offer(
          "Learning rate ÷ 10: " + Text.NUMBERS.significant(rate),
          new Change.LearningRateChanged(rate));
    }
    if (trained && training.clipping().kind() == Clipping.Kind.OFF) {
      offer(
          "Clip each component to ±" + Text.NUMBERS.significant(training.clipping().limit()),
          new Change.ClippingChosen(Clipping.Kind.ELEMENT_WISE));
    }
    if (experiment.shape().activation() != Activation.TANH) {
      offer("Use tanh", new Change.ActivationChosen(Activation.TANH));
    }
    if (experiment.data().scaling() == Scaling.RAW) {
      offer("Normalize the input", new Change.ScalingChosen(Scaling.NORMALIZED));
    }
    offer("Reset", new Command.ResetRequested());
    if (trained) {
      offer("Close", new Command.DivergenceDismissed());
    }
  }

  private void offer(String label, Event remedy) {
    remedies.appendChild(
        Dom.button(
            "button small",
            label,
            () -> {
              dispatch.accept(remedy);
              dispatch.accept(new Command.DivergenceDismissed());
            }));
  }
}
