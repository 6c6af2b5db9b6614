package io.github.unrolled.ui.results;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Training;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;
import java.util.ArrayList;
import java.util.List;

/** Remedies for an overflow. */
final class Remedies {
  private final NumberFormat numbers;

  /** Names remedies with numbers in a given format. */
  Remedies(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /**
   * One remedy.
   *
   * @param label text on its button
   * @param event event that applies it
   */
  record Remedy(String label, Event event) {}

  /**
   * Lists the remedies that change anything in a state, with a fresh start as the last.
   *
   * @param trained whether training overflowed, not the network as it stands
   */
  List<Remedy> of(State state, boolean trained) {
    List<Remedy> remedies = new ArrayList<>();
    Training training = state.experiment().training();
    double rate = training.learningRate() / 10;
    if (trained && rate >= Training.MIN_LEARNING_RATE) {
      remedies.add(
          new Remedy(
              "Learning rate ÷ 10: " + numbers.significant(rate),
              new Change.LearningRateChanged(rate)));
    }
    if (trained && training.clipping().kind() == Clipping.Kind.OFF) {
      remedies.add(
          new Remedy(
              "Clip each component to ±" + numbers.significant(training.clipping().limit()),
              new Change.ClippingChosen(Clipping.Kind.ELEMENT_WISE)));
    }
    NetworkShape shape = state.experiment().shape();
    if (shape.cell() == CellType.ELMAN && shape.activation() != Activation.TANH) {
      remedies.add(new Remedy("Use tanh", new Change.ActivationChosen(Activation.TANH)));
    }
    if (state.experiment().data().scaling() == Scaling.RAW && state.problem().predictsInput()) {
      remedies.add(new Remedy("Normalize the input", new Change.ScalingChosen(Scaling.NORMALIZED)));
    }
    boolean rewinds = trained && state.snapshot().epochs() > 0;
    remedies.add(
        new Remedy(
            "Reset", rewinds ? new Command.DivergenceDismissed() : new Command.ResetRequested()));
    return remedies;
  }
}
