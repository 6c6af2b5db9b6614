package io.github.unrolled.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.LinearUnit;
import io.github.unrolled.math.Activation;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.task.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemediesTest {
  private final Remedies remedies = new Remedies(new NumberFormat(new JvmDecimals()));
  private final LinearUnit unit =
      new LinearUnit()
          .dispatch(
              new Change.LearningRateChanged(0.5), new Change.ClippingChosen(Clipping.Kind.OFF));

  private List<String> labels(boolean trained) {
    return remedies.of(unit.state(), trained).stream().map(Remedies.Remedy::label).toList();
  }

  @Test
  void trainingCanBeMadeSlowerOrClipped() {
    assertEquals(
        List.of(
            "Learning rate ÷ 10: 0.0500",
            "Clip each component to ±5.00",
            "Use tanh",
            "Normalize the input",
            "Reset"),
        labels(true));
  }

  @Test
  void aNetworkThatOverflowsAsItStandsNeedsNoOtherTraining() {
    assertEquals(List.of("Use tanh", "Normalize the input", "Reset"), labels(false));
  }

  @Test
  void nothingIsOfferedThatIsSoAlready() {
    unit.dispatch(
        new Change.ClippingChosen(Clipping.Kind.GLOBAL_NORM),
        new Change.ActivationChosen(Activation.TANH),
        new Change.ScalingChosen(Scaling.NORMALIZED),
        new Change.LearningRateChanged(1e-6));
    assertEquals(List.of("Reset"), labels(true));
  }

  @Test
  void resetOnlyDismissesWhatWasTrainedAsAnyRemedyResets() {
    assertEquals(new Command.ResetRequested(), last());
    unit.dispatch(new Change.LearningRateChanged(1e-6), new Command.EpochsRequested(1));
    assertEquals(new Command.DivergenceDismissed(), last());
  }

  private Object last() {
    List<Remedies.Remedy> all = remedies.of(unit.state(), true);
    return all.get(all.size() - 1).event();
  }
}
