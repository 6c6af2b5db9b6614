package io.github.unrolled;

import io.github.unrolled.experiment.Command;
import io.github.unrolled.experiment.Event;
import io.github.unrolled.experiment.Experiment;
import io.github.unrolled.experiment.Instruction;
import io.github.unrolled.experiment.Instructions;
import io.github.unrolled.experiment.State;
import io.github.unrolled.experiment.Store;
import io.github.unrolled.math.JvmDecimals;
import io.github.unrolled.nn.Pass;
import io.github.unrolled.task.Problem;
import io.github.unrolled.train.Bptt;
import io.github.unrolled.train.Divergence;
import io.github.unrolled.train.Method;
import io.github.unrolled.train.RandomSearch;
import io.github.unrolled.train.Run;
import io.github.unrolled.train.Snapshot;
import java.util.List;

/** What the playground does when a handle is followed, and what happens when it runs on. */
final class Trial {
  private static final Instructions INSTRUCTIONS = new Instructions(new JvmDecimals());

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
   * @param store the store of a playground in any state
   * @throws IllegalArgumentException if the handle has an instruction that the element does not
   *     understand, or a weight that its slider does not reach
   */
  static Trial of(Article.Handle handle, Store store) {
    Trial trial = new Trial(store);
    for (Instruction instruction : instructions(handle)) {
      for (Event event : instruction.events()) {
        store.dispatch(event);
        if (!(event instanceof Command.EpochsRequested) && !instruction.shows()) {
          trial.start = store.state();
        }
      }
    }
    return trial;
  }

  /** The instructions of a handle, all of which the element must understand. */
  static List<Instruction> instructions(Article.Handle handle) {
    List<Instruction> instructions = INSTRUCTIONS.read(handle.run(), Trial::refuse);
    for (Instruction instruction : instructions) {
      for (Event event : instruction.events()) {
        if (event instanceof Command.ScalarParameterSet set
            && Math.abs(set.value()) > RandomSearch.RANGE) {
          refuse(instruction.text());
        }
      }
    }
    return instructions;
  }

  private static void refuse(String instruction) {
    throw new IllegalArgumentException("handle: the playground does not take " + instruction);
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

  /** What the page shows after some epochs and an equal amount of work by random search. */
  Snapshot race(int epochs, int seed) {
    Run run =
        new Run(
            experiment().shape(),
            problem(),
            experiment().start().parameters(),
            experiment().start().state(),
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
}
