package io.github.unrolled.ui.words;

import io.github.unrolled.experiment.State;
import io.github.unrolled.math.NumberFormat;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.Snapshot;

/** Whose network is shown, in words. */
public final class ShownWords {
  private final NumberFormat numbers;

  /** Makes sentences whose numbers a format writes. */
  public ShownWords(NumberFormat numbers) {
    this.numbers = numbers;
  }

  /** Which method the network shown is from, and how far that one was. */
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
    return snapshot.epochs() == 0
        ? "Shown: the network before training."
        : "Shown: the trained network, at epoch " + numbers.count(snapshot.epochs()) + ".";
  }

  /** The place on the timeline: the epoch shown, of those that were trained. */
  public String place(State state) {
    // While it runs, the toolbar counts sooner than this is written.
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
