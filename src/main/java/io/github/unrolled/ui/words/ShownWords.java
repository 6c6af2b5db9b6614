package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;

/** The method and progress of the network shown, in words. */
public final class ShownWords {
  private final NumberFormat numbers;

  /** Makes sentences with numbers in a given format. */
  public ShownWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Says which method found the network shown, and how far the method was. */
  public String network(State state) {
    Snapshot snapshot = state.snapshot();
    if (snapshot.method() == Method.RANDOM_SEARCH) {
      return "Shown: the best network of " + numbers.count(snapshot.tries()) + " random tries.";
    }
    if (state.showsPast()) {
      return "Shown: the network of epoch "
          + numbers.count(snapshot.epochs())
          + ", trained to epoch "
          + numbers.count(state.run().presentEpoch())
          + " since.";
    }
    if (snapshot.epochs() == 0) {
      Experiment experiment = state.experiment();
      return experiment.start().isSetByHand(experiment.shape())
          ? "Shown: the network as set by hand, not trained."
          : "Shown: the network before training.";
    }
    return "Shown: the trained network, at epoch " + numbers.count(snapshot.epochs()) + ".";
  }

  /** Names what brings back the epochs that a change has ended. */
  public String backTo(double epochs) {
    return "Bring back " + numbers.count(epochs) + (epochs == 1 ? " epoch" : " epochs");
  }

  /** Says in which steps the timeline goes. */
  public String strides(double epochs) {
    return "in steps of " + numbers.count(epochs);
  }

  /** Gives the place on the timeline: the epoch shown out of those trained. */
  public String place(State state) {
    // While training runs, the toolbar counts faster than this text is written.
    if (state.isRunning()) {
      return "now";
    }
    String present = numbers.count(state.run().presentEpoch());
    String shown =
        state.showsPast()
            ? numbers.count(state.run().timeline().epoch(state.run().checkpoint()))
            : present;
    return "epoch " + shown + " of " + present;
  }
}
