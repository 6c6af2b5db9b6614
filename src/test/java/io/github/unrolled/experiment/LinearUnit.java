package io.github.unrolled.experiment;

import io.github.unrolled.math.Activation;
import io.github.unrolled.nn.ScalarParameter;
import io.github.unrolled.task.Scaling;
import io.github.unrolled.task.Task;

/**
 * A playground with one linear unit on the raw numbers 1, 2, 3, of which each is to be followed by
 * the next: all that comes of it can be worked out by hand. The unit puts out its input.
 */
public final class LinearUnit {
  private final ManualFrames frames = new ManualFrames();
  private final Store store = new Store(Experiment.initial(), frames, frames, state -> {});

  public LinearUnit() {
    dispatch(
        new Change.TaskChosen(Task.LINEAR),
        new Change.LengthChanged(3),
        new Change.ScalingChosen(Scaling.RAW),
        new Change.ActivationChosen(Activation.LINEAR));
    for (ScalarParameter parameter : ScalarParameter.values()) {
      set(parameter, 0);
    }
    set(ScalarParameter.INPUT_WEIGHT, 1);
    set(ScalarParameter.OUTPUT_WEIGHT, 1);
  }

  /** Sets one of its numbers. */
  public LinearUnit set(ScalarParameter parameter, double value) {
    return dispatch(new Command.ScalarParameterSet(parameter, value));
  }

  /** Does what somebody may do. */
  public LinearUnit dispatch(Event... events) {
    for (Event event : events) {
      store.dispatch(event);
    }
    return this;
  }

  /** What a view is given now. */
  public State state() {
    return store.state();
  }

  /** Its clock and frames. */
  public ManualFrames frames() {
    return frames;
  }
}
