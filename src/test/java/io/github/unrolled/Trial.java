package io.github.unrolled;

import io.github.unrolled.experiment.Attributes;
import io.github.unrolled.experiment.Change;
import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.RandomSearch;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import java.util.Objects;

/** What the playground does when a handle is followed, and what comes of it when it runs on. */
final class Trial {
  private static final Attributes ATTRIBUTES = new Attributes(new Parsing());

  private final Store store;
  private State start;

  private Trial(Store store) {
    this.store = store;
    start = store.state();
  }

  /** Follows a handle on a page that was just opened. */
  static Trial of(Article.Handle handle) {
    return of(handle, new Store(Experiment.initial(), () -> 0, callback -> {}, state -> {}));
  }

  /**
   * Follows a handle.
   *
   * @param store of a playground in any state
   * @throws IllegalArgumentException if the handle has a token that the element does not understand
   */
  static Trial of(Article.Handle handle, Store store) {
    Trial trial = new Trial(store);
    for (String token : handle.tokens()) {
      Event event = eventOf(token);
      store.dispatch(event);
      if (!(event instanceof Command.EpochsRequested) && !token.startsWith("show=")) {
        trial.start = store.state();
      }
    }
    return trial;
  }

  private static Event eventOf(String token) {
    int at = token.indexOf('=');
    String name = at < 0 ? token : token.substring(0, at);
    String value = at < 0 ? "" : token.substring(at + 1);
    Event event =
        switch (at < 0 ? name + "()" : name) {
          case "train()" -> new Command.TrainingSwitched(true);
          case "search()" -> new Command.SearchSwitched(true);
          case "reset()" -> new Command.ResetRequested();
          case "exactSolution()" -> new Command.ExactSolutionRequested();
          case "step()" -> new Change.SteppedForward();
          case "train" -> new Command.EpochsRequested(Integer.parseInt(value));
          // The timeline is always there: to see it changes nothing.
          case "show" ->
              value.equals("timeline")
                  ? new Command.EpochChosen(-1)
                  : new Command.InstrumentSwitched(
                      Objects.requireNonNull(Attributes.instrument(value), value), true);
          default -> ATTRIBUTES.parse(name, value);
        };
    boolean onSlider =
        !(event instanceof Command.ScalarParameterSet set)
            || Math.abs(set.value()) <= RandomSearch.RANGE;
    if (event == null || !onSlider) {
      throw new IllegalArgumentException("token: the playground does not take " + token);
    }
    return event;
  }

  Experiment experiment() {
    return start.experiment();
  }

  Problem problem() {
    return start.problem();
  }

  /** What the page shows before any training. */
  Snapshot atStart() {
    return start.snapshot();
  }

  Pass pass() {
    return atStart().pass();
  }

  double loss() {
    return atStart().loss();
  }

  /** State h_t at the start; t counts from 1. */
  double state(int t) {
    return pass().hiddenState(t - 1, 0);
  }

  /** What the page shows after the epochs that the handle itself asks for. */
  Snapshot trained() {
    return store.state().snapshot();
  }

  /** The whole state after the epochs that the handle itself asks for. */
  State now() {
    return store.state();
  }

  /** What the page shows after some epochs and as much work of random search. */
  Snapshot race(int epochs, int seed) {
    Run run =
        new Run(
            experiment().shape(),
            problem(),
            experiment().start().parameters(),
            experiment().training().optimizer(),
            experiment().training().learningRate(),
            experiment().training().clipping(),
            experiment().training().window(),
            seed);
    for (int i = 0; i < epochs; i++) {
      run.epoch();
      for (int draw = 0; draw < Bptt.WORK_PER_EPOCH; draw++) {
        run.attempt();
      }
    }
    return run.snapshot(Method.BPTT);
  }

  /** What the page shows after some more epochs. */
  Snapshot after(int epochs) {
    store.dispatch(new Command.EpochsRequested(epochs));
    return trained();
  }

  /** Trains until a number overflows, and says which. */
  Divergence divergence() {
    store.dispatch(new Command.EpochsRequested(1000));
    Divergence divergence = store.state().run().divergence();
    if (divergence == null) {
      throw new IllegalStateException("training did not diverge in 1000 epochs");
    }
    return divergence;
  }

  /** Reads numbers with Java's own means. */
  private static final class Parsing implements Decimals {
    @Override
    public double parse(String text) {
      return Double.parseDouble(text);
    }

    @Override
    public String fixed(double v, int digits) {
      throw new UnsupportedOperationException("only reads");
    }

    @Override
    public String exponential(double v, int digits) {
      throw new UnsupportedOperationException("only reads");
    }

    @Override
    public String shortest(double v) {
      throw new UnsupportedOperationException("only reads");
    }
  }
}
