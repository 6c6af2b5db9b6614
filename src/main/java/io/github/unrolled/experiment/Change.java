package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Vectors;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.NumberList;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;

/**
 * An event that changes the experiment's settings. It is total: a value out of range, which no view
 * sends, leaves the experiment unchanged.
 */
public sealed interface Change extends Event {

  /** Returns the experiment after the event. Pure. */
  Experiment applyTo(Experiment experiment);

  @Override
  default void actOn(Workbench workbench) {
    workbench.change(applyTo(workbench.experiment()));
  }

  /** A new task was chosen; it starts with its own length. */
  record TaskChosen(Task task) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withData(experiment.data().withTask(task));
    }
  }

  /** The number of time steps of a rule was changed. */
  record LengthChanged(int steps) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      boolean fits = steps >= Task.MIN_STEPS && steps <= Task.MAX_STEPS;
      return fits ? experiment.withData(experiment.data().withRuleSteps(steps)) : experiment;
    }
  }

  /** Custom numbers were entered, all finite. */
  record OwnNumbersEntered(Numbers numbers) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      boolean fits =
          numbers.size() >= NumberList.MIN_COUNT
              && numbers.size() <= NumberList.MAX_COUNT
              && Vectors.allFinite(numbers.toArray());
      return fits ? experiment.withData(experiment.data().withOwn(numbers)) : experiment;
    }
  }

  /** Raw or normalized was chosen. */
  record ScalingChosen(Scaling scaling) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withData(experiment.data().withScaling(scaling));
    }
  }

  /** A new activation function was chosen. */
  record ActivationChosen(Activation activation) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withShape(experiment.shape().withActivation(activation));
    }
  }

  /** A new kind of cell was chosen. */
  record CellChosen(CellType cell) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withShape(experiment.shape().withCell(cell));
    }
  }

  /** The number of hidden units was changed. */
  record HiddenSizeChanged(int size) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      boolean fits = size >= 1 && size <= NetworkShape.MAX_HIDDEN_SIZE;
      return fits ? experiment.withShape(experiment.shape().withHiddenSize(size)) : experiment;
    }
  }

  /** Memory was switched on or off; without memory all recurrent weights are held at zero. */
  record MemorySwitched(boolean on) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withShape(experiment.shape().withMemory(on));
    }
  }

  /** The number of steps an echo looks back was changed. */
  record DelayChanged(int steps) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      boolean fits = steps >= 1 && steps <= Task.MAX_DELAY;
      return fits ? experiment.withData(experiment.data().withDelay(steps)) : experiment;
    }
  }

  /** The number of training steps, counted from the first, was changed; the others only test. */
  record TrainStepsChanged(int steps) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      Data data = experiment.data();
      boolean fits = steps >= 1 && steps <= data.steps();
      return fits ? experiment.withData(data.withTestSteps(data.steps() - steps)) : experiment;
    }
  }

  /** A new optimizer was chosen. */
  record OptimizerChosen(OptimizerKind kind) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withTraining(experiment.training().withOptimizer(kind));
    }
  }

  /** The number of steps after which backpropagation is truncated was changed. */
  record WindowChanged(int steps) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return Training.isWindow(steps)
          ? experiment.withTraining(experiment.training().withWindow(steps))
          : experiment;
    }
  }

  /** The last step before the network runs on its own output was chosen; 0 for never. */
  record TakeoverChosen(int step) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      int last = experiment.data().steps();
      return experiment.withTakeover(Math.max(0, Math.min(last, step)));
    }
  }

  /** The learning rate was changed. */
  record LearningRateChanged(double rate) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return Training.isLearningRate(rate)
          ? experiment.withTraining(experiment.training().withLearningRate(rate))
          : experiment;
    }
  }

  /** A new kind of clipping was chosen. */
  record ClippingChosen(Clipping.Kind kind) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      Training training = experiment.training();
      return experiment.withTraining(
          training.withClipping(new Clipping(kind, training.clipping().limit())));
    }
  }

  /** The clipping limit was changed. */
  record ClipLimitChanged(double limit) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      Training training = experiment.training();
      return Training.isClipLimit(limit)
          ? experiment.withTraining(
              training.withClipping(new Clipping(training.clipping().kind(), limit)))
          : experiment;
    }
  }

  /** A new speed was chosen. */
  record SpeedChosen(Speed speed) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return experiment.withTraining(experiment.training().withSpeed(speed));
    }
  }

  /** A new seed was entered; seeded start parameters are drawn anew, others stay. */
  record SeedEntered(int seed) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      Start start = experiment.start();
      if (!Start.isSeed(seed) || seed == start.seed()) {
        return experiment;
      }
      return experiment.withStart(
          start.source().dependsOnSeed(experiment.shape())
              ? start.drawnFrom(start.source(), seed, experiment.shape())
              : start.withSeed(seed));
    }
  }

  /** New start parameters were requested: those of the next seed. */
  record NewWeightsRequested() implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      int seed = experiment.start().seed();
      int next = seed == Start.MAX_SEED ? 0 : seed + 1;
      return experiment
          .withStart(experiment.start().drawnFrom(StartWeights.SEEDED, next, experiment.shape()))
          .withCursor(0);
    }
  }

  /** A new source of start parameters was chosen. */
  record StartWeightsChosen(StartWeights source) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      Start start = experiment.start();
      return experiment.withStart(start.drawnFrom(source, start.seed(), experiment.shape()));
    }
  }

  /**
   * A start state h_0 was entered for all hidden units.
   *
   * @param state shape [H]
   */
  record StartStateEntered(Numbers state) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      boolean fits = state.size() == experiment.shape().hiddenSize();
      for (int unit = 0; fits && unit < state.size(); unit++) {
        fits = Start.isParameter(state.get(unit));
      }
      return fits ? experiment.withStartState(state) : experiment;
    }
  }

  /** The start state h_0 of one hidden unit was set by hand; units count from 0. */
  record StartStateSet(int unit, double value) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      Numbers state = experiment.start().state();
      boolean fits = unit >= 0 && unit < state.size() && Start.isParameter(value);
      // Negative zero starts where zero does.
      return fits
          ? experiment.withStartState(state.with(unit, value == 0 ? 0 : value))
          : experiment;
    }
  }

  /** The cursor was moved to a time step; 0 is before the first, the last step is the limit. */
  record StepChosen(int step) implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      int last = experiment.data().steps();
      return experiment.withCursor(Math.max(0, Math.min(last, step)));
    }
  }

  /** The cursor was moved one time step forward; at the end it stays. */
  record SteppedForward() implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return new StepChosen(experiment.cursor() + 1).applyTo(experiment);
    }
  }

  /** The cursor was moved one time step back; at the start it stays. */
  record SteppedBack() implements Change {
    @Override
    public Experiment applyTo(Experiment experiment) {
      return new StepChosen(experiment.cursor() - 1).applyTo(experiment);
    }
  }
}
