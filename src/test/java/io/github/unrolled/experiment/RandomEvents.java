package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.math.Numbers;
import io.github.unrolled.math.Rng;
import io.github.unrolled.nn.CellType;
import io.github.unrolled.nn.NetworkShape;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.optim.Clipping;
import io.github.unrolled.optim.OptimizerKind;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;
import io.github.unrolled.train.Method;

/** Random events of all kinds, some with numbers that no view would send. */
public final class RandomEvents {
  private static final double[] HOSTILE = {
    0,
    -0.0,
    -1,
    1e6,
    -1e6,
    1e7,
    1e308,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private static final int[] HOSTILE_INTS = {
    -1, 0, 1, 4, 5, 60, 61, 500, 10_001, 1_000_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private static final int KINDS = 49;

  /** The parameter count of an LSTM of 32 units. */
  private static final int MOST_PARAMETERS = 4385;

  private final Rng rng;

  /** Makes a source whose seed decides all events. */
  public RandomEvents(int seed) {
    rng = new Rng(seed, 7);
  }

  /** True once in {@code times} calls on average. */
  public boolean once(int times) {
    return rng.nextInt(times) == 0;
  }

  /** The next event. */
  public Event next() {
    return switch (rng.nextInt(KINDS)) {
      case 0 -> new Change.TaskChosen(one(Task.values()));
      case 1 -> new Change.LengthChanged(whole(1, 64));
      case 2 -> new Change.OwnNumbersEntered(ownNumbers());
      case 3 -> new Change.ScalingChosen(one(Scaling.values()));
      case 4 -> new Change.ActivationChosen(one(Activation.values()));
      case 5 -> new Change.LearningRateChanged(number(0, 2));
      case 6 -> new Change.ClippingChosen(one(Clipping.Kind.values()));
      case 7 -> new Change.ClipLimitChanged(number(0, 10));
      case 8 -> new Change.SpeedChosen(new Speed(rng.nextInt(Speed.MAX_LEVEL + 1)));
      case 9 -> new Change.SeedEntered(whole(0, 5));
      case 10 -> new Change.NewWeightsRequested();
      case 11 -> new Change.StartWeightsChosen(one(StartWeights.values()));
      case 12 -> new Change.StepChosen(whole(-2, 70));
      case 13 -> once(2) ? new Change.SteppedForward() : new Change.SteppedBack();
      case 14 -> new Change.CellChosen(one(CellType.values()));
      case 15 ->
          new Change.HiddenSizeChanged(once(16) ? NetworkShape.MAX_HIDDEN_SIZE : whole(1, 4));
      case 16 -> new Change.MemorySwitched(!once(3));
      case 17 -> new Change.DelayChanged(whole(0, 9));
      case 18 -> new Change.TrainStepsChanged(whole(1, 30));
      case 19 -> new Change.OptimizerChosen(one(OptimizerKind.values()));
      case 20 -> new Change.WindowChanged(whole(1, 10));
      case 21 -> new Change.TakeoverChosen(whole(-2, 70));
      case 22, 23 -> new Command.TrainingSwitched(!once(3));
      case 24, 25 -> new Command.SearchSwitched(!once(3));
      case 26, 27 -> new Command.EpochsRequested(whole(1, 60));
      case 28, 42 -> new Command.ParameterSet(parameter(), number(-3, 3));
      case 29 -> new Command.ScalarParameterSet(one(ScalarParameter.values()), number(-3, 3));
      case 30 -> once(2) ? new Command.BestAdopted() : new Command.ResetRequested();
      case 31 -> new Command.StepPointedAt(whole(0, 8));
      case 32 -> new Command.ParameterPointedAt(parameter());
      case 33 -> new Command.UnitPointedAt(whole(-1, 6), whole(-1, 5));
      case 34 -> new Command.MethodChosen(one(Method.values()));
      case 35 -> new Command.ExactSolutionRequested();
      case 36 -> new Command.StartMoved(start());
      case 37 -> new Command.EpochChosen(whole(-1, 60));
      case 38 -> once(2) ? new Command.BranchedHere() : new Command.RunKept();
      case 39 ->
          once(2)
              ? new Command.GhostRenamed(whole(0, 5), once(2) ? "" : " a name ")
              : new Command.GhostRemoved(whole(0, 5));
      case 40 ->
          once(2) ? new Command.SeedsRequested(100 * whole(1, 3)) : new Command.SeedsCancelled();
      case 41 ->
          once(2)
              ? new Command.InstrumentSwitched(one(Instrument.values()), once(2))
              : new Command.InstrumentsChosen(OpenInstruments.NONE);
      case 44 -> once(3) ? new Command.Redone() : new Command.Undone();
      case 45 ->
          once(2) ? parts() : once(4) ? new Command.StartedOver() : new Command.StartedAnew();
      case 46 -> new Change.StartStateSet(whole(-1, 3), number(-2, 2));
      case 47 -> new Change.StartStateEntered(startState());
      case 48 -> new Command.InputSet(whole(-1, 9), number(-20, 20));
      case 43 -> once(4) ? opened() : new Command.DivergenceDismissed();
      default -> new Command.DivergenceDismissed();
    };
  }

  private Event parts() {
    Parts parts = new Parts(whole(0, 0xfff));
    return once(2) ? new Command.ControlsChosen(parts) : new Command.PanelsChosen(parts);
  }

  private Event opened() {
    Experiment experiment = Experiment.initial();
    for (int i = 0; i < 5; i++) {
      if (next() instanceof Change change) {
        experiment = change.applyTo(experiment);
      }
    }
    double[] weights = new double[experiment.start().parameters().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rng.uniform(-1, 1);
    }
    return new Command.Opened(
        experiment,
        whole(0, 3000) & 0xfffff,
        Numbers.of(weights),
        OpenInstruments.NONE.with(one(Instrument.values()), true),
        new Parts(whole(0, 0xfff) & 0xfff));
  }

  /** Weights of a single unit, of two Elman units, or of no network. */
  private Numbers start() {
    double[] start = new double[once(2) ? 5 : once(3) ? 4 : 11];
    double size = once(8) ? 1e6 : 1.5;
    for (int i = 0; i < start.length; i++) {
      start[i] = once(40) ? number(-1, 1) : rng.uniform(-size, size);
    }
    return Numbers.of(start);
  }

  /** A start state of up to five units. */
  private Numbers startState() {
    double[] state = new double[once(2) ? 1 : rng.nextInt(6)];
    for (int i = 0; i < state.length; i++) {
      state[i] = once(8) ? number(-2, 2) : rng.uniform(-2, 2);
    }
    return Numbers.of(state);
  }

  private <T> T one(T[] values) {
    return values[rng.nextInt(values.length)];
  }

  private int whole(int least, int most) {
    return once(6)
        ? HOSTILE_INTS[rng.nextInt(HOSTILE_INTS.length)]
        : least + rng.nextInt(most - least + 1);
  }

  /** An index into the parameters of a single unit or of a small layer, seldom of the largest. */
  private int parameter() {
    return whole(-1, once(2) ? 12 : once(4) ? MOST_PARAMETERS : 110);
  }

  private double number(double low, double high) {
    return once(4) ? HOSTILE[rng.nextInt(HOSTILE.length)] : rng.uniform(low, high);
  }

  private Numbers ownNumbers() {
    int count = once(8) ? 501 : once(8) ? 500 : rng.nextInt(12);
    double size = once(3) ? 1e308 : 10;
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = rng.uniform(-1, 1) * size;
    }
    if (count > 0 && once(3)) {
      numbers[rng.nextInt(count)] = HOSTILE[rng.nextInt(HOSTILE.length)];
    }
    return Numbers.of(numbers);
  }
}
